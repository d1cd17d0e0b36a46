import fc from 'fast-check';
import { get_fuzz_range } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { type CardState, newCardState } from '../../../src-shared/domain/card-state.ts';
import type { DueLoad } from '../../../src-shared/domain/due-day.ts';
import { createMemoryModel, defaultWeights } from '../../../src-shared/domain/memory.ts';
import { allRatings, type Rating, ratings } from '../../../src-shared/domain/rating.ts';
import type { PlanInput } from '../../../src-shared/domain/scheduling.ts';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { addDays, findStudyDay, formatStudyDay } from '../../../src-shared/domain/study-day.ts';
import { answerWith, model, noon, plan, settingsWith } from '../../helpers/plans.ts';
import { at, later, toCardId } from '../../helpers/profile.ts';

const { again, hard, good, easy } = ratings;
const MINUTE_MS = 60_000;

const today = findStudyDay(noon, 4);

/** A card in review, last answered 30 days ago, that Good sends some 85 days away. */
const inReview: CardState = {
  ...newCardState,
  phase: 'review',
  memory: { stability: 30, difficulty: 5 },
  reps: 6,
  lastDay: addDays(today, -30),
  dueDay: today,
};

/** Days until each rating brings the card back. */
const countDays = (input: Partial<PlanInput>): number[] =>
  Object.values(plan(input)).map(({ dueDay }) => dueDay - findStudyDay(input.at ?? noon, 4));

const stepsUpTo = (maxLength: number) => fc.array(fc.integer({ min: 1, max: 900 }), { maxLength });

const anyState: fc.Arbitrary<CardState> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(newCardState) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        phase: fc.constantFrom(
          'learning' as const,
          'review' as const,
          'review' as const,
          'relearning' as const,
        ),
        step: fc.nat(2),
        stability: fc.oneof(
          fc.double({ min: 0.001, max: 40, noNaN: true }),
          fc.double({ min: 0.001, max: 36_500, noNaN: true }),
        ),
        difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
        reps: fc.nat(40),
        // Negative where the clock was set back since.
        daysAgo: fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 400 })),
      })
      .map(({ phase, step, stability, difficulty, reps, daysAgo }) => ({
        ...newCardState,
        phase,
        step: phase === 'review' ? 0 : step,
        memory: { stability, difficulty },
        reps,
        lastDay: addDays(today, -daysAgo),
      })),
  },
);
const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
    maximumIntervalDays: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 36_500 })),
    learningStepsMin: stepsUpTo(3),
    relearningStepsMin: stepsUpTo(3),
  })
  .map(settingsWith);
const anyLoad: fc.Arbitrary<DueLoad> = fc
  .record({ full: fc.nat(200), every: fc.integer({ min: 1, max: 9 }) })
  .map(({ full, every }) => ({
    countDue: day => (day % every === 0 ? full : 0),
    hasSibling: day => day % (every + 1) === 0,
  }));
const anyInput = fc.record({ state: anyState, settings: anySettings, load: anyLoad });

describe('steps', () => {
  const learning = (step: number): CardState => ({
    ...newCardState,
    phase: 'learning',
    step,
    memory: { stability: 2, difficulty: 5 },
    reps: 1,
    lastDay: today,
  });
  const relearning = (step: number): CardState => ({ ...learning(step), phase: 'relearning' });

  // Each rating's step and its minutes; null where the card leaves its steps for review.
  type Next = readonly [step: number, minutes: number] | null;
  test.each<[string, CardState, Partial<Settings>, Record<Rating, Next>]>([
    ['new', newCardState, {}, { 1: [0, 1], 2: [0, 6], 3: [1, 10], 4: null }],
    ['on the last learning step', learning(1), {}, { 1: [0, 1], 2: [1, 6], 3: null, 4: null }],
    ['new, one step', newCardState, { learningStepsMin: [5] }, { 1: [0, 5], 2: [0, 8], 3: null, 4: null }],
    [
      'on the second of three steps',
      learning(1),
      { learningStepsMin: [2, 20, 300] },
      { 1: [0, 2], 2: [1, 11], 3: [2, 300], 4: null },
    ],
    ['new, without steps', newCardState, { learningStepsMin: [] }, { 1: null, 2: null, 3: null, 4: null }],
    ['in review', inReview, {}, { 1: [0, 10], 2: null, 3: null, 4: null }],
    [
      'in review, without steps',
      inReview,
      { relearningStepsMin: [] },
      { 1: null, 2: null, 3: null, 4: null },
    ],
    ['relearning', relearning(0), {}, { 1: [0, 10], 2: [0, 15], 3: null, 4: null }],
    [
      'relearning in two steps',
      relearning(0),
      { relearningStepsMin: [5, 700] },
      { 1: [0, 5], 2: [0, 353], 3: [1, 700], 4: null },
    ],
    ['on a step that was since removed', learning(2), {}, { 1: [0, 1], 2: null, 3: null, 4: null }],
  ])('a card %s', (_, state, change, expected) => {
    const plans = plan({ state, settings: settingsWith(change) });
    const lapsed = state.phase === 'review' || state.phase === 'relearning';
    for (const rating of allRatings) {
      const { phase, step, dueDay, dueAtMs } = plans[rating];
      const next = expected[rating];
      if (next) {
        const due = { phase: lapsed ? 'relearning' : 'learning', step: next[0], minutes: next[1] };
        expect({ phase, step, minutes: ((dueAtMs ?? 0) - noon.atMs) / MINUTE_MS }).toEqual(due);
      } else {
        expect({ phase, step, dueAtMs }).toEqual({ phase: 'review', step: 0, dueAtMs: null });
        expect(dueDay).toBeGreaterThan(today);
      }
    }
  });

  test('a step that ends after the turn of the day is due on the day it ends in', () => {
    const dueAt = (iso: string): string => formatStudyDay(plan({ at: at(iso) })[good].dueDay);
    expect(dueAt('2026-11-25T03:49:59.999+01:00')).toBe('2026-11-24');
    expect(dueAt('2026-11-25T03:50:00+01:00')).toBe('2026-11-25');
  });
});

describe('what a button shows', () => {
  test('is what is applied: the same later on the day, after a restart, and for the log', () => {
    // From 12:00 it is still the same study day until 04:00.
    const minutes = fc.integer({ min: 0, max: 16 * 60 - 1 });
    fc.assert(
      fc.property(anyInput, minutes, (input, minutes) => {
        const shown = plan(input);
        const pressed = plan({
          ...input,
          state: structuredClone(input.state),
          model: createMemoryModel([...defaultWeights]),
          at: later(noon, { minutes }),
        });
        for (const rating of allRatings) {
          const { dueAtMs, dueDay, ...rest } = shown[rating];
          expect(pressed[rating]).toMatchObject(rest);
          if (dueAtMs === null) expect(pressed[rating]).toMatchObject({ dueAtMs: null, dueDay });
          else expect(pressed[rating].dueAtMs).toBe(dueAtMs + minutes * MINUTE_MS);
          const after = answerWith(input.state, shown[rating], noon);
          expect(after).toMatchObject({
            phase: rest.phase,
            step: rest.step,
            memory: rest.memory,
            dueDay,
            dueAtMs,
          });
        }
      }),
    );
  });

  test('does not hang on marks, notes or lapses', () => {
    const marked = { ...inReview, flag: 3, tags: ['leech'], note: 'see page 4', lapses: 9, chain: 77 };
    expect(plan({ state: marked })).toEqual(plan({ state: inReview }));
  });

  test('is drawn anew for another card and after another repetition', () => {
    const window = get_fuzz_range(
      model.interval(plan({ state: inReview })[good].memory.stability, 0.9, 365),
      30,
      365,
    );
    const everyDay = Array.from(
      { length: window.max_ivl - window.min_ivl + 1 },
      (_, n) => window.min_ivl + n,
    );
    const draws = Array.from({ length: 400 }, (_, n) => n);
    const byCard = draws.map(n => countDays({ state: inReview, cardId: toCardId(`card.${n}`) })[2]);
    const byReps = draws.map(reps => countDays({ state: { ...inReview, reps } })[2]);
    for (const days of [byCard, byReps]) expect([...new Set(days)]).toEqual(expect.arrayContaining(everyDay));
  });
});

describe('due in days', () => {
  test('is at least tomorrow and at most the maximum', () => {
    fc.assert(
      fc.property(anyInput, input => {
        for (const { dueDay, dueAtMs } of Object.values(plan(input))) {
          if (dueAtMs !== null) continue;
          expect(dueDay - today).toBeGreaterThanOrEqual(1);
          expect(dueDay - today).toBeLessThanOrEqual(input.settings.maximumIntervalDays);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('grows with the rating, and in review each rating has a day of its own up to the maximum', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const plans = plan(input);
        for (const [worse, better] of [
          [plans[again], plans[hard]],
          [plans[hard], plans[good]],
          [plans[good], plans[easy]],
        ] as const) {
          if (worse.dueAtMs !== null || better.dueAtMs !== null) continue;
          expect(better.dueDay).toBeGreaterThanOrEqual(worse.dueDay);
          if (input.state.phase !== 'review' || worse.rating === again) continue;
          const last = addDays(today, input.settings.maximumIntervalDays);
          expect(better.dueDay > worse.dueDay || worse.dueDay === last).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('where Hard and Good would last equally long, the window of Good is that of a day more', () => {
    // Twice on a day: Hard and Good both leave 10 days, a window from 8 to 12; that of 11 days goes to 13.
    const state = { ...inReview, memory: { stability: 10, difficulty: 5 }, lastDay: today };
    const light = [8, 13];
    const load: DueLoad = {
      countDue: day => (light.includes(day - today) ? 0 : 1000),
      hasSibling: () => false,
    };
    expect(countDays({ state, load }).slice(1, 3)).toEqual(light);
  });

  test('comes sooner the more is to be retained', () => {
    const retention = fc.double({ min: 0.7, max: 0.97, noNaN: true });
    fc.assert(
      fc.property(anyState, retention, retention, (state, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const days = (desiredRetention: number) =>
          countDays({ state, settings: settingsWith({ desiredRetention, maximumIntervalDays: 36_500 }) });
        const later = days(less);
        for (const [index, sooner] of days(more).entries())
          expect(sooner).toBeLessThanOrEqual(later[index] ?? 0);
      }),
    );
  });

  test.each([
    [0.97, 7],
    [0.9, 30],
    [0.8, 99],
    [0.7, 279],
  ])('at a desired retention of %d, 30 days of stability become some %i days', (desiredRetention, days) => {
    // A new card, whose first Easy is given this stability.
    const stable = createMemoryModel(defaultWeights.with(3, 30));
    const settings = settingsWith({ desiredRetention });
    const due = Array.from({ length: 400 }, (_, n) =>
      Number(countDays({ model: stable, settings, cardId: toCardId(`card.${n}`) })[3]),
    );
    const { min_ivl, max_ivl } = get_fuzz_range(days, 0, 365);
    expect([Math.min(...due), Math.max(...due)]).toEqual([min_ivl, max_ivl]);
  });

  test('counts from the study day: an answer at 03:00 belongs to the evening', () => {
    const due = (iso: string, dayStartHour: number): string =>
      formatStudyDay(
        plan({ at: at(iso), settings: settingsWith({ dayStartHour, maximumIntervalDays: 1 }) })[easy].dueDay,
      );
    expect(due('2026-11-25T03:00:00+01:00', 4)).toBe('2026-11-25');
    expect(due('2026-11-25T05:00:00+01:00', 4)).toBe('2026-11-26');
    expect(due('2026-11-25T03:00:00+01:00', 0)).toBe('2026-11-26');
  });

  test('after a clock set back the gap is none, and due counts from the day the clock shows', () => {
    const ahead = { ...inReview, lastDay: addDays(today, 9) };
    const sameDay = { ...inReview, lastDay: today };
    expect(plan({ state: ahead })).toEqual(plan({ state: sameDay }));
    expect(plan({ state: ahead })[good].recall).toBe(1);
  });

  test('recall is what the model says of the gap, and unknown for a new card', () => {
    expect(plan({})[good].recall).toBeNull();
    expect(plan({ state: inReview })[good].recall).toBe(0.9);
  });
});

describe('the collection', () => {
  const { min_ivl, max_ivl } = get_fuzz_range(
    model.interval(plan({ state: inReview })[good].memory.stability, 0.9, 365),
    30,
    365,
  );
  const cards = Array.from({ length: 100 }, (_, n) => toCardId(`card.${n}`));
  const goodDays = (load: DueLoad): (number | undefined)[] =>
    cards.map(cardId => countDays({ state: inReview, cardId, load })[2]);

  test('the lightest day of the window is the one that is picked', () => {
    for (let lightest = min_ivl; lightest <= max_ivl; lightest++) {
      const days = goodDays({
        countDue: day => (day - today === lightest ? 0 : 1000),
        hasSibling: () => false,
      });
      expect(new Set(days)).toEqual(new Set([lightest]));
    }
  });

  test('a day with a sibling is avoided inside the window', () => {
    const free = max_ivl - 1;
    const days = goodDays({ countDue: () => 0, hasSibling: day => day - today !== free });
    expect(days.filter(day => day === free).length).toBeGreaterThan(90);
  });

  test('no load drives a card out of its window', () => {
    const days = goodDays({
      countDue: day => (day - today >= min_ivl && day - today <= max_ivl ? 5000 : 0),
      hasSibling: day => day - today >= min_ivl && day - today <= max_ivl,
    });
    expect(Math.min(...days.map(Number))).toBeGreaterThanOrEqual(min_ivl);
    expect(Math.max(...days.map(Number))).toBeLessThanOrEqual(max_ivl);
  });
});
