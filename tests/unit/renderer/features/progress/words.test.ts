import { describe, expect, test } from 'vitest';
import {
  describeCalibration,
  describeRetention,
  describeTopics,
  listAccuracy,
} from '../../../../../src-renderer/features/progress/memory-words.ts';
import {
  describeActivity,
  describeForecast,
  describeHours,
  describeRecent,
  describeStages,
} from '../../../../../src-renderer/features/progress/work-words.ts';
import { phaseNames } from '../../../../../src-shared/domain/mock/phases.ts';
import type { Mastery } from '../../../../../src-shared/domain/statistics/mastery.ts';
import {
  describeAttempts,
  describeConfidence,
  describeLack,
  describePhases,
  describeUse,
} from '../../../../../src-shared/domain/statistics/mock-words.ts';
import {
  describeLater,
  describeReadiness,
  describeWeakest,
  sortWeakest,
} from '../../../../../src-shared/domain/statistics/ready-words.ts';
import type { Advice } from '../../../../../src-shared/domain/statistics/recall-and-use.ts';
import { type Share, tallyShare } from '../../../../../src-shared/domain/statistics/share.ts';
import { times } from '../../../../helpers/answers.ts';

const titles = new Map([
  ['caching', 'Caching'],
  ['scaling', 'Scaling data'],
]);
/** A text with plain spaces. */
const plain = (text: string | null): string | null => text?.replaceAll('\u00a0', ' ') ?? null;

function mastered(change: Partial<Mastery>): Mastery {
  const one = { id: 'x', name: 'X', topic: 'caching', cards: 8, met: 8, recallLater: null };
  return { ...one, recall: 0.95, standing: 'firm', ...change };
}

describe('readiness', () => {
  const firm = mastered({ recallLater: 0.91 });
  const fading = mastered({ name: 'Cache-aside', recall: 0.82, recallLater: 0.6, standing: 'fading' });
  const partly = mastered({ recall: 0.99, recallLater: 0.95, standing: 'partly' });
  const unmet = mastered({ met: 0, recall: null, standing: 'unmet' });

  test.each([
    [[unmet, unmet], 'You have met none of the 2 defaults yet. They fill up here as you learn.'],
    [[firm, firm], 'You hold all 2 defaults at 90 % or more.'],
    [[firm, fading], 'You hold 1 of 2 defaults at 90 % or more; 1 is fading.'],
    [
      [firm, fading, partly, unmet, unmet],
      'You hold 1 of 5 defaults at 90 % or more; 1 is fading, 1 is met in part and 2 are not met yet.',
    ],
  ])('%#', (mastery, text) => {
    expect(describeReadiness({ mastery, target: 0.9 })).toBe(text);
  });

  test('the weakest are named, where any is below the target', () => {
    expect(describeWeakest([firm, fading], 0.9)).toBe('Weakest now: Cache-aside (82 %).');
    expect(describeWeakest([firm, partly, unmet], 0.9)).toBeNull();
    expect(sortWeakest([unmet, firm, fading])).toEqual([fading, firm, unmet]);
  });

  test('on the later day those count that are still held, and not what is met in part', () => {
    const later = { mastery: [firm, firm, fading, partly, unmet], target: 0.9 };
    expect(describeLater({ ...later, laterDate: '2026-12-24' })).toBe(
      'On Thursday, 24 December, without another answer, it would be 2 defaults.',
    );
    expect(describeLater({ ...later, laterDate: null })).toBeNull();
    expect(describeLater({ ...later, mastery: [unmet], laterDate: '2026-12-24' })).toBeNull();
  });
});

describe('work', () => {
  test('all that was done, with its time where it is known', () => {
    const activity = { days: [], answers: 3836, minutes: 640, studiedDays: 98, longestRow: 12 };
    expect(describeActivity({ activity })).toBe(
      'You gave 3,836 answers in 11 hours, on 98 days, at most 12 in a row.',
    );
    expect(
      describeActivity({ activity: { ...activity, answers: 1, minutes: 0, studiedDays: 1, longestRow: 1 } }),
    ).toBe('You gave 1 answer, on 1 day.');
  });

  test('the last days, by those that were studied', () => {
    const day = (answers: number, minutes: number) => ({ date: '2026-11-24', answers, minutes });
    expect(describeRecent([day(10, 2), day(0, 0), day(20, 6)])).toBe(
      'You studied on 2 of the last 3 days, with about 15 answers and 4 minutes on each.',
    );
    expect(describeRecent([day(0, 0)])).toBe('Nothing in the last 30 days.');
  });

  test('an hour stands out only where chance does not explain it', () => {
    const hours = (late: Share) =>
      times(24, hour => ({
        hour,
        answers: hour === 7 ? 200 : 1,
        reviews: hour === 7 ? tallyShare(95, 100) : hour === 22 ? late : tallyShare(0, 2),
      }));
    const most = 'Most of your answers fall between 07:00 and 08:00.';
    expect(plain(describeHours(hours(tallyShare(60, 100))))).toBe(
      `${most} You remember more at 07:00 (95 %) than at 22:00 (60 %).`,
    );
    expect(describeHours(hours(tallyShare(85, 100)))).toBe(
      `${most} No hour stands out in what you remember.`,
    );
    expect(describeHours(hours(tallyShare(5, 29)))).toBe(`${most} No hour stands out in what you remember.`);
  });

  test('the forecast says what it leaves out, and what a plan does with it', () => {
    const day = (date: string, reviews: number, newCards: number, minutes: number) => ({
      date,
      reviews,
      newCards,
      minutes,
      waiting: 0,
    });
    const days = [day('2026-11-24', 10, 1, 6), day('2026-11-25', 4, 0, 2)];
    const text =
      'As things stand, the next 2 days hold 14 reviews and 1 new card, about 4 minutes a day; the most is 6 minutes on Tuesday, 24 November.';
    expect(describeForecast(days, false)).toBe(`${text} What you answer until then adds to the later days.`);
    expect(describeForecast(days, true)).toBe(`${text} Until the interview your plan chooses among them.`);
    expect(describeForecast([day('2026-11-24', 0, 0, 0)], false)).toBe('Nothing is due in the next 1 days.');
  });

  test('cards met, of all', () => {
    const counts = { new: 60, learning: 2, young: 20, mature: 18, suspended: 1 };
    expect(describeStages({ all: counts, topics: [] })).toBe(
      'You have met 40 of 101 cards; 18 of them rest three weeks or longer between reviews.',
    );
    expect(describeStages({ all: { ...counts, learning: 0, young: 0, mature: 0 }, topics: [] })).toBe(
      'None of 61 cards met yet.',
    );
  });
});

describe('memory', () => {
  const none = tallyShare(0, 0);
  const retention = (all: Share, split = { young: none, mature: all }) => ({
    target: 0.9,
    overall: { all, ...split },
    weeks: [],
    topics: [],
  });

  test.each([
    [tallyShare(800, 1000), 'below your target of 90 %: cards waited past their day'],
    [tallyShare(89, 100), 'That agrees with your target of 90 %.'],
    [tallyShare(980, 1000), 'above your target of 90 %: cards reach you sooner'],
  ])('retention is held against the target: %#', (all, text) => {
    expect(plain(describeRetention(retention(all)))).toContain(text);
  });

  test('young and mature are told where there are both', () => {
    const split = { young: tallyShare(40, 50), mature: tallyShare(45, 50) };
    expect(plain(describeRetention(retention(tallyShare(85, 100), split)))).toContain(
      'remembered 85 % of 100 reviews (80 % of young cards, 90 % of mature ones).',
    );
    expect(describeRetention(retention(tallyShare(85, 100)))).not.toContain('young');
  });

  test('topics below the target are named', () => {
    const topics = [
      { topic: 'caching', ...tallyShare(70, 100) },
      { topic: 'scaling', ...tallyShare(9, 10) },
    ];
    expect(describeTopics({ ...retention(none), topics }, titles)).toBe(
      'Caching is clearly below your target: go over it in extra study.',
    );
    expect(describeTopics({ ...retention(none), topics: topics.slice(1) }, titles)).toBe(
      'No topic is clearly below your target.',
    );
  });

  const calibration = { bins: [], logLoss: 0.3, logLossOfMean: 0.32, rmseBins: 0.041, auc: 0.63 };
  test.each([
    [tallyShare(800, 1000), 'It trusts your memory too much'],
    [tallyShare(88, 100), 'no more than chance'],
    [tallyShare(980, 1000), 'It trusts your memory too little'],
  ])('predictions are held against what happened: %#', (happened, text) => {
    expect(describeCalibration({ ...calibration, predicted: 0.9, happened })).toContain(text);
  });

  test('the three figures say what they mean, also where they are bad or missing', () => {
    const rest = { predicted: 0.9, happened: tallyShare(90, 100) };
    const [loss, rmse, auc] = listAccuracy({ ...calibration, ...rest });
    expect([loss?.value, plain(rmse?.value ?? null), auc?.value]).toEqual(['0.300', '4.1 %', '0.63']);
    expect(loss?.says).toBe('Lower is better. Saying your mean each time would give 0.320.');
    const [worse, , missing] = listAccuracy({ ...calibration, ...rest, logLoss: 0.4, auc: null });
    expect(worse?.says).toContain('0.320, which is better.');
    expect(missing).toMatchObject({ value: '–', says: expect.stringContaining('Nothing was forgotten') });
  });
});

describe('mocks', () => {
  const attempt = (total: number, repeat = false) => ({
    attemptId: 'a',
    title: 'T',
    date: '2026-11-24',
    total,
    repeat,
  });
  const mocks = { topics: [], phases: [], confidence: { have: 0, need: 20, value: null } };

  test.each([
    [[attempt(44.4)], 'Your first mock interview came to 44 points of 100.'],
    [
      [attempt(44), attempt(99, true), attempt(70)],
      'From 44 points in your first mock interview to 70 in your latest, of 100.',
    ],
    [[attempt(99, true)], 'Only repeats so far. A prompt that is new to you shows where you stand.'],
  ])('%#', (attempts, text) => {
    expect(describeAttempts({ ...mocks, attempts })).toBe(text);
  });

  test.each([
    [[20, 40], [36, 40], false, 'What you say of your certainty holds.'],
    [[20, 40], [20, 40], false, 'You are surer than you are right.'],
    [[38, 40], [36, 40], false, 'You are right more often than you say.'],
    [[38, 40], [20, 40], false, 'How sure you are hardly tells your right answers'],
    [[38, 40], [20, 40], true, 'Nearly all of your last answers have the same confidence'],
  ] as const)('confidence %#', ([lowHits, low], [highHits, high], sameLevel, text) => {
    const levels = [
      { level: 'low' as const, stated: 0.5, happened: tallyShare(lowHits, low) },
      { level: 'medium' as const, stated: 0.7, happened: tallyShare(0, 0) },
      { level: 'high' as const, stated: 0.9, happened: tallyShare(highHits, high) },
    ];
    expect(describeConfidence({ levels, brier: 0.2, sameLevel })).toContain(text);
  });

  test('the phase that took most beyond its time is named', () => {
    const phases = [
      { phase: 'clarify' as const, minutes: 4.4, suggested: 4 },
      { phase: 'data' as const, minutes: 9, suggested: 5 },
    ];
    expect(describePhases({ minutes: 35, attempts: 1, phases }, phaseNames)).toContain('in Data: 4 min.');
    expect(describePhases({ minutes: 35, attempts: 1, phases: phases.slice(0, 1) }, phaseNames)).toContain(
      'you keep to the suggested times',
    );
  });

  test('the gap between cards and mocks says what to do, or what is missing', () => {
    const row = (topic: string, advice: Advice | null, of = 20) => ({
      topic,
      cards: 8,
      recall: 0.95,
      decisions: tallyShare(of / 2, of),
      needs: { cards: 5, decisions: 10 },
      advice,
    });
    expect(describeUse([row('caching', 'apply'), row('scaling', 'drill')], titles)).toBe(
      'Drill the cards of Scaling data. You know Caching, but do not use it yet: practise in mocks.',
    );
    expect(describeUse([row('caching', 'keep'), row('scaling', null)], titles)).toBe(
      'What you know you also use.',
    );
    expect(describeUse([row('caching', null)], titles)).toContain('Too little');
    expect(describeLack(row('caching', null, 4))).toBe('Not enough yet: 4 of 10 decisions');
    expect(describeLack({ ...row('caching', null, 4), cards: 2 })).toBe(
      'Not enough yet: 2 of 5 cards, 4 of 10 decisions',
    );
    expect(describeLack(row('caching', 'keep'))).toBeNull();
  });
});
