import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBacklogDays, estimateWork } from '../../../src-shared/domain/estimate.ts';
import { settingsWith } from '../../helpers/plans.ts';

// 10 % forgotten, two learning steps, one relearning step.
const settings = settingsWith({ desiredRetention: 0.9, learningStepsMin: [1, 10], relearningStepsMin: [10] });
const none = { new: 0, learning: 0, due: 0 };
const unknown = { answers: 0, meanMs: null };
/** A minute a card, so that minutes count answers. */
const aMinute = { answers: 20, meanMs: 60_000 };

const count = fc.nat(500);
const counts = fc.record({ new: count, learning: count, due: count });

describe('answers still to give', () => {
  test.each([
    ['nothing left', none, {}, 0],
    ['a new card, and once each step', { ...none, new: 10 }, {}, 30],
    ['a new card, without steps', { ...none, new: 10 }, { learningStepsMin: [] }, 10],
    ['a card in its steps', { ...none, learning: 10 }, {}, 10],
    ['a review, and a tenth of them once more', { ...none, due: 10 }, {}, 11],
    [
      'a review, a fifth of them twice more',
      { ...none, due: 10 },
      { desiredRetention: 0.8, relearningStepsMin: [5, 9] },
      14,
    ],
    ['a review, without steps', { ...none, due: 10 }, { relearningStepsMin: [] }, 10],
    ['all of them', { new: 10, learning: 10, due: 10 }, {}, 51],
  ])('%s', (_, counts, change, answers) => {
    expect(estimateWork(counts, { ...settings, ...change }, aMinute).minutes).toBeCloseTo(answers, 9);
  });
});

describe('seconds a card', () => {
  test.each([
    ['assumed without a history', unknown, 20, false],
    ['assumed until 20 answers are there', { answers: 19, meanMs: 7500 }, 20, false],
    ["the person's own from then on", { answers: 20, meanMs: 7500 }, 7.5, true],
    ['assumed where no answer was timed', { answers: 500, meanMs: null }, 20, false],
  ])('%s', (_, pace, secondsPerCard, fromHistory) => {
    const estimate = estimateWork({ ...none, learning: 60 }, settings, pace);
    expect(estimate).toEqual({ minutes: secondsPerCard, secondsPerCard, fromHistory });
  });
});

test('work adds up, and doing some of it leaves less', () => {
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const minutes = (counts: typeof one): number => estimateWork(counts, settings, aMinute).minutes;
      const both = {
        new: one.new + other.new,
        learning: one.learning + other.learning,
        due: one.due + other.due,
      };
      expect(minutes(both)).toBeCloseTo(minutes(one) + minutes(other), 6);
      expect(minutes(both)).toBeGreaterThanOrEqual(minutes(one));
    }),
  );
});

describe('days until no review waits', () => {
  const quiet = Array.from({ length: 30 }, () => 0);
  test.each([
    ['a whole day ahead of today’s', 7, 5, 5, quiet, 3],
    ['only part of today is left', 7, 1, 5, quiet, 3],
    ['today is done', 5, 0, 5, quiet, 1],
    ['what comes due meanwhile waits too', 7, 5, 5, [3, 3, 3, 3, 0, 0], 5],
    ['as much comes due as is answered', 1, 5, 5, quiet.map(() => 5), null],
    ['nothing is asked at all', 1, 0, 0, quiet, null],
    ['nothing waits', 0, 5, 5, quiet, 1],
  ])('%s', (_, waiting, dueToday, reviewsPerDay, dueLater, days) => {
    expect(countBacklogDays({ waiting, dueToday, reviewsPerDay, dueLater })).toBe(days);
  });
});
