import { describe, expect, test } from 'vitest';
import {
  createTracer,
  isPrediction,
  type LoggedStep,
  type PastAnswer,
} from '../../../../src-shared/domain/statistics/trace.ts';
import { addDays, studyDaySchema } from '../../../../src-shared/domain/study-day.ts';
import { pastAnswer } from '../../../helpers/answers.ts';
import { toCardId } from '../../../helpers/profile.ts';

const origin = studyDaySchema.parse(20_000);

/** A step `days` after the beginning: Good in review, due ten days later, unless it says otherwise. */
function step(days: number, change: Partial<LoggedStep> = {}): LoggedStep {
  const day = addDays(origin, days);
  return {
    other: null,
    cardId: toCardId('one.1'),
    day,
    localHour: day * 24 + 8,
    rating: 3,
    isReview: 1,
    recall: 0.9,
    dueDay: addDays(day, 10),
    ...change,
  };
}

const again = { rating: 1 } as const;
function traceAnswers(steps: readonly LoggedStep[]): PastAnswer[] {
  const trace = createTracer();
  return steps.map(trace).filter(answer => answer !== null);
}

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
      [step(0), step(4, { other: 'practice', rating: 1, isReview: 0 }), step(10)],
      [
        [null, null, 1, 0],
        [4, 10, 1, 0],
        [10, 10, 2, 0],
      ],
    ],
    [
      'what was forgotten on purpose begins anew',
      [step(0), step(2, { other: 'forget', rating: null }), step(5)],
      [
        [null, null, 1, 0],
        [null, null, 1, 0],
      ],
    ],
    [
      'a date that was set changes the interval, not when it was last answered',
      [step(0), step(4, { other: 'set_due', rating: null, dueDay: addDays(origin, 30) }), step(30)],
      [
        [null, null, 1, 0],
        [30, 30, 2, 0],
      ],
    ],
    [
      'memory that was set begins its own history',
      [step(0, { other: 'memory_set', rating: null }), step(8)],
      [[8, 10, 2, 0]],
    ],
  ])('%s', (_name, steps, expected) => {
    expect(marks(steps)).toEqual(expected);
  });

  test('cards do not mix', () => {
    const other = { cardId: toCardId('one.2') };
    expect(marks([step(0), step(2), step(1, other), step(4, other)])).toEqual([
      [null, null, 1, 0],
      [2, 10, 2, 0],
      [null, null, 1, 0],
      [3, 10, 2, 0],
    ]);
  });
});

test('the hour is that of the day, before 1970 too', () => {
  const hours = [24 * 20_000 + 7, 23, 0, -1].map(
    localHour => traceAnswers([step(0, { localHour })])[0]?.hour,
  );
  expect(hours).toEqual([7, 23, 0, 23]);
});

test('a prediction needs memory and a night', () => {
  const all = [
    pastAnswer({ recall: 0.8 }),
    pastAnswer({ recall: null }),
    pastAnswer({ elapsedDays: 0 }),
    pastAnswer({ elapsedDays: null }),
  ];
  expect(all.map(isPrediction)).toEqual([true, false, false, false]);
});
