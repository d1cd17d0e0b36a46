import { describe, expect, test } from 'vitest';
import {
  isReview,
  type LoggedStep,
  listPredictions,
  traceAnswers,
} from '../../../../src-shared/domain/statistics/trace.ts';
import { addDays, studyDaySchema } from '../../../../src-shared/domain/study-day.ts';
import { pastAnswer } from '../../../helpers/answers.ts';
import { toCardId } from '../../../helpers/profile.ts';

const origin = studyDaySchema.parse(20_000);

/** A step `days` after the beginning: Good in review, due ten days later, unless it says otherwise. */
function step(days: number, change: Partial<LoggedStep> = {}): LoggedStep {
  const day = addDays(origin, days);
  return {
    type: 'answer',
    cardId: toCardId('one.1'),
    topic: 'caching',
    day,
    atMs: day * 86_400_000 + 7.5 * 3_600_000,
    offsetMin: 60,
    rating: 3,
    takenMs: 5000,
    phaseBefore: 'review',
    recall: 0.9,
    dueDay: addDays(day, 10),
    ...change,
  };
}

const again = { rating: 1 } as const;
const marks = (steps: LoggedStep[]): (number | null)[][] =>
  traceAnswers(steps).map(({ elapsedDays, intervalDays, spacedTurn, spacedLapses }) => [
    elapsedDays,
    intervalDays,
    spacedTurn,
    spacedLapses,
  ]);

describe('elapsed days, interval, turn and lapses before each answer', () => {
  test.each<[string, LoggedStep[], (number | null)[][]]>([
    ['the first answer has nothing before it', [step(0)], [[null, null, 1, 0]]],
    [
      'an answer on a later day is the next turn',
      [step(0), step(12)],
      [
        [null, null, 1, 0],
        [12, 10, 2, 0],
      ],
    ],
    [
      'one on the same day is not',
      [step(0), step(0), step(3)],
      [
        [null, null, 1, 0],
        [0, 10, 1, 0],
        [3, 10, 2, 0],
      ],
    ],
    [
      'a lapse counts for what comes after it, on a later day than the answer before only',
      [step(0, again), step(0, again), step(5, again), step(5, again), step(6)],
      [
        [null, null, 1, 0],
        [0, 10, 1, 0],
        [5, 10, 2, 0],
        [0, 10, 2, 1],
        [1, 10, 3, 1],
      ],
    ],
    [
      'a clock set back is no gap',
      [step(5), step(3)],
      [
        [null, null, 1, 0],
        [0, 10, 1, 0],
      ],
    ],
    [
      'extra study changes nothing',
      [step(0), step(4, { type: 'practice', rating: 1, phaseBefore: null }), step(10)],
      [
        [null, null, 1, 0],
        [4, 10, 1, 0],
        [10, 10, 2, 0],
      ],
    ],
    [
      'what was forgotten on purpose begins anew',
      [step(0), step(2, { type: 'forget', rating: null }), step(5)],
      [
        [null, null, 1, 0],
        [null, null, 1, 0],
      ],
    ],
    [
      'a date that was set changes the interval, not when it was last answered',
      [step(0), step(4, { type: 'set_due', rating: null, dueDay: addDays(origin, 30) }), step(30)],
      [
        [null, null, 1, 0],
        [30, 30, 2, 0],
      ],
    ],
    [
      'memory that was set begins its own history',
      [step(0, { type: 'memory_set', rating: null }), step(8)],
      [[8, 10, 2, 0]],
    ],
  ])('%s', (_name, steps, expected) => {
    expect(marks(steps)).toEqual(expected);
  });

  test('cards do not mix', () => {
    const other = { cardId: toCardId('one.2') };
    expect(marks([step(0), step(1, other), step(2), step(4, other)])).toEqual([
      [null, null, 1, 0],
      [null, null, 1, 0],
      [2, 10, 2, 0],
      [3, 10, 2, 0],
    ]);
  });
});

test('the hour is that of the clock where the person was', () => {
  const hours = [-600, 0, 60, 345, 840].map(
    offsetMin => traceAnswers([step(0, { offsetMin, atMs: Date.UTC(2026, 10, 24, 7, 30) })])[0]?.hour,
  );
  expect(hours).toEqual([21, 7, 8, 13, 21]);
});

test('a review is an answer in review; a prediction also needs memory and a night', () => {
  expect(isReview(pastAnswer())).toBe(true);
  for (const phaseBefore of ['new', 'learning', 'relearning', null] as const)
    expect(isReview(pastAnswer({ phaseBefore }))).toBe(false);
  expect(
    listPredictions([
      pastAnswer({ recall: 0.8 }),
      pastAnswer({ recall: null }),
      pastAnswer({ elapsedDays: 0 }),
      pastAnswer({ elapsedDays: null }),
    ]).map(({ recall }) => recall),
  ).toEqual([0.8]);
});
