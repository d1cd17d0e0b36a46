import { expect, test } from 'vitest';
import { createMemoryModel, defaultWeights } from '../../../src-shared/domain/memory.ts';
import { ratings } from '../../../src-shared/domain/rating.ts';
import { convertSm2 } from '../../../src-shared/domain/sm2.ts';

test('the value that Anki’s own backend (26.09) gives for ease 2.3 and 10 days', () => {
  const { stability, difficulty } = convertSm2({ easeFactor: 2.3, intervalDays: 10 }, defaultWeights);
  expect(stability).toBeCloseTo(10, 9);
  // Its arithmetic has 24 bits.
  expect(difficulty).toBeCloseTo(7.45885, 4);
});

test.each([1, 7, 100, 3000])('recall is 0.9 at the end of an interval of %i days', intervalDays => {
  const memory = convertSm2({ easeFactor: 2.5, intervalDays }, defaultWeights);
  expect(createMemoryModel(defaultWeights).recall(memory, intervalDays)).toBeCloseTo(0.9, 6);
});

test('an ease within reach is by what a Good at 0.9 lets stability grow', () => {
  const before = convertSm2({ easeFactor: 2, intervalDays: 20 }, defaultWeights);
  expect(before.difficulty).toBeGreaterThan(1);
  expect(before.difficulty).toBeLessThan(10);
  const after = createMemoryModel(defaultWeights).next(before, 20, ratings.good);
  expect(after.stability / before.stability).toBeCloseTo(2, 1);
});

test('difficulty stays within 1 to 10, whatever the ease', () => {
  expect(convertSm2({ easeFactor: 1.3, intervalDays: 1 }, defaultWeights).difficulty).toBeLessThanOrEqual(10);
  expect(convertSm2({ easeFactor: 9, intervalDays: 1000 }, defaultWeights).difficulty).toBe(1);
});
