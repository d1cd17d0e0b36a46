import { expect, test } from 'vitest';
import { defaultSettings } from '../../../../src-shared/domain/default-settings.ts';
import { createMemoryModel, defaultWeights } from '../../../../src-shared/domain/memory.ts';
import { countAnswers, listOutcomes, weighTurn } from '../../../../src-shared/domain/plan/gain.ts';

const model = createMemoryModel(defaultWeights);
const steps = defaultSettings;
const held = { stability: 10, difficulty: 5 };

test('the outcomes of a review are weighed by its predicted recall, and are certain together', () => {
  const outcomes = listOutcomes(held, 10, steps, model);
  expect(outcomes.map(({ chance }) => chance)).toEqual([0.9, expect.closeTo(0.1)]);
  const [remembered, forgotten] = outcomes;
  expect(remembered?.memory).toEqual(model.next(held, 10, 3));
  expect(forgotten?.memory).toEqual(model.next(model.next(held, 10, 1), 0, 3));
});

test('a turn’s gain is recall on the day with it over recall without it', () => {
  const { gain, answers } = weighTurn(held, 10, 20, steps, model);
  const after =
    0.9 * model.recall(model.next(held, 10, 3), 20) +
    0.1 * model.recall(model.next(model.next(held, 10, 1), 0, 3), 20);
  expect(gain).toBeCloseTo(after - model.recall(held, 30), 10);
  expect(answers).toBeCloseTo(0.9 + 0.1 * 2.15, 10);
});

test('a new card counts as forgotten until it is met, and takes its steps', () => {
  const { gain, answers } = weighTurn(null, 0, 1, steps, model);
  expect(gain).toBeGreaterThan(0.8);
  expect(answers).toBeCloseTo(0.7 * 3.3 + 0.3 * 4.45, 10);
});

test.each([
  { isNew: false, remembered: true, relearningStepsMin: [10], answers: 1 },
  { isNew: false, remembered: false, relearningStepsMin: [], answers: 1 },
  { isNew: false, remembered: false, relearningStepsMin: [10], answers: 2.15 },
])('answers of a review: %j', ({ isNew, remembered, relearningStepsMin, answers }) => {
  expect(countAnswers(isNew, remembered, { learningStepsMin: [1, 10], relearningStepsMin })).toBeCloseTo(
    answers,
  );
});
