import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../../src-shared/domain/default-settings.ts';
import { createMemoryModel, defaultWeights } from '../../../../src-shared/domain/memory.ts';
import { weighTurn } from '../../../../src-shared/domain/plan/gain.ts';
import { type PlanCard, planDay } from '../../../../src-shared/domain/plan/plan-day.ts';

const model = createMemoryModel(defaultWeights);
const basis = { settings: defaultSettings, model, secondsPerAnswer: 10 };

const review = fc.record({
  memory: fc.record({
    stability: fc.double({ min: 0.1, max: 300, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  }),
  elapsedDays: fc.integer({ min: 0, max: 100 }),
  position: fc.integer({ min: 0, max: 500 }),
});
const fresh = fc.record({
  memory: fc.constant(null),
  elapsedDays: fc.constant(0),
  position: fc.integer({ min: 0, max: 500 }),
});
const deck = fc.array(fc.oneof(review, fresh), { maxLength: 60 });
const newCards = (count: number): PlanCard[] =>
  Array.from({ length: count }, (_, position) => ({ memory: null, elapsedDays: 0, position }));
const worth = ({ memory, elapsedDays }: PlanCard, daysLeft: number): number => {
  const { gain, answers } = weighTurn(memory, elapsedDays, daysLeft, defaultSettings, model);
  return gain / answers;
};

test('a plan overruns its minutes by less than one card, asks no card twice and none that was answered today', () => {
  fc.assert(
    fc.property(
      deck,
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 0, max: 3000 }),
      (cards, daysLeft, seconds) => {
        const planned = planDay(cards, daysLeft, seconds, basis);
        const before = planned.slice(0, -1).reduce((sum, item) => sum + item.seconds, 0);
        expect(before).toBeLessThanOrEqual(seconds);
        if (seconds === 0) expect(planned).toEqual([]);
        expect(new Set(planned.map(({ card }) => card)).size).toBe(planned.length);
        expect(planned.filter(({ card }) => card.memory !== null && card.elapsedDays === 0)).toEqual([]);
      },
    ),
  );
});

test('what is asked is worth at least as much, for each answer, as any review that is left out', () => {
  fc.assert(
    fc.property(deck, fc.integer({ min: 1, max: 90 }), (cards, daysLeft) => {
      const planned = planDay(cards, daysLeft, 200, basis).map(({ card }) => card);
      const left = cards.filter(
        card => card.memory !== null && card.elapsedDays > 0 && !planned.includes(card),
      );
      const least = Math.min(...planned.map(card => worth(card, daysLeft)));
      for (const card of left) expect(worth(card, daysLeft)).toBeLessThanOrEqual(Math.max(least, 0.001));
    }),
  );
});

test('fewer minutes ask the first of the same cards', () => {
  fc.assert(
    fc.property(deck, fc.integer({ min: 1, max: 90 }), (cards, daysLeft) => {
      const all = planDay(cards, daysLeft, 1000, basis);
      const some = planDay(cards, daysLeft, 300, basis);
      expect(all.slice(0, some.length)).toEqual(some);
    }),
  );
});

test.each([
  [100, 40, 10],
  [100, 8, 50],
  [100, 3, 100],
  [1, 60, 1],
])('of %i new cards, %i days before, at most %i are met', (count, daysLeft, most) => {
  const planned = planDay(newCards(count), daysLeft, 1e9, basis);
  expect(planned.map(({ card }) => card.position)).toEqual([...newCards(most).keys()]);
});

test('no new card is met where the settings say none', () => {
  const settings = { ...defaultSettings, newPerDay: 0 };
  expect(planDay(newCards(5), 10, 1e9, { ...basis, settings })).toEqual([]);
});

test('a card that is held for certain is left alone', () => {
  const card = { memory: { stability: 30_000, difficulty: 1 }, elapsedDays: 1, position: 0 };
  expect(planDay([card], 5, 1e9, basis)).toEqual([]);
});
