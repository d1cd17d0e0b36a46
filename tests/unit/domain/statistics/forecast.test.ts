import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ForecastInput, forecastWork } from '../../../../src-shared/domain/statistics/forecast.ts';
import { addDays } from '../../../../src-shared/domain/study-day.ts';
import { dayOf } from '../../../helpers/answers.ts';
import { settingsWith } from '../../../helpers/plans.ts';

const today = dayOf('2026-11-24');
const aMinute = { answers: 20, meanMs: 60_000 };

function input(change: Partial<Omit<ForecastInput, 'dueByDay'>> & { due?: number[] } = {}): ForecastInput {
  const { due = [], ...rest } = change;
  return {
    today,
    dueByDay: new Map(due.map((cards, index) => [addDays(today, index), cards])),
    learning: 0,
    unmet: 0,
    allowance: { newCards: 20, reviews: 200 },
    settings: settingsWith({
      newPerDay: 20,
      reviewsPerDay: 200,
      desiredRetention: 0.9,
      learningStepsMin: [1, 10],
      relearningStepsMin: [10],
    }),
    pace: aMinute,
    ...rest,
  };
}

test('reviews stand on the days they are due, for thirty days', () => {
  const days = forecastWork(input({ due: [3, 0, 5] }));
  expect(days).toHaveLength(30);
  expect(days.slice(0, 3).map(({ date, reviews, waiting }) => [date, reviews, waiting])).toEqual([
    ['2026-11-24', 3, 0],
    ['2026-11-25', 0, 0],
    ['2026-11-26', 5, 0],
  ]);
});

test('what the limit leaves waits for the next day, and what was asked today is taken off it', () => {
  const settings = settingsWith({ reviewsPerDay: 10 });
  const days = forecastWork(input({ due: [25, 4], settings, allowance: { newCards: 0, reviews: 6 } }));
  expect(days.slice(0, 4).map(({ reviews, waiting }) => [reviews, waiting])).toEqual([
    [6, 19],
    [10, 13],
    [10, 3],
    [3, 0],
  ]);
});

test('new cards come as the settings allow, until none is left', () => {
  const days = forecastWork(input({ unmet: 50, allowance: { newCards: 5, reviews: 200 } }));
  expect(days.slice(0, 5).map(({ newCards }) => newCards)).toEqual([5, 20, 20, 5, 0]);
});

test('minutes are those that the day’s estimate would say', () => {
  const days = forecastWork(input({ due: [10, 10], unmet: 21, learning: 4 }));
  // A minute an answer: 10 × 1.1 reviews, 20 × 3 new, 4 in steps; then 10 × 1.1 and 1 × 3.
  expect(days[0]?.minutes).toBeCloseTo(75, 9);
  expect(days[1]?.minutes).toBeCloseTo(14, 9);
});

test('no review is lost or asked twice, and no day goes beyond its limit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(300), { maxLength: 30 }),
      fc.nat(100),
      fc.nat(500),
      (due, reviewsPerDay, unmet) => {
        const days = forecastWork(
          input({
            due,
            unmet,
            settings: settingsWith({ reviewsPerDay, newPerDay: 7 }),
            allowance: { newCards: 7, reviews: reviewsPerDay },
          }),
        );
        const asked = days.reduce((sum, { reviews }) => sum + reviews, 0);
        expect(asked + (days.at(-1)?.waiting ?? 0)).toBe(due.reduce((sum, cards) => sum + cards, 0));
        expect(days.every(({ reviews }) => reviews <= reviewsPerDay)).toBe(true);
        expect(days.reduce((sum, { newCards }) => sum + newCards, 0)).toBe(Math.min(unmet, 7 * 30));
      },
    ),
  );
});
