import fc from 'fast-check';
import { createEmptyCard, fsrs, get_fuzz_range } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { newCardState, phases } from '../../../src-shared/domain/card-state.ts';
import { allRatings, ratings } from '../../../src-shared/domain/rating.ts';
import { findStudyDay, type Instant } from '../../../src-shared/domain/study-day.ts';
import { answerWith, plan, settingsWith } from '../../helpers/plans.ts';

const { hard, good, easy } = ratings;
const MINUTE_MS = 60_000;
const rating = fc.constantFrom(...allRatings);
const stepsUpTo = (maxLength: number) => fc.array(fc.integer({ min: 1, max: 900 }), { maxLength });

/**
 * ts-fsrs's own scheduler, given our steps and weights, over any history in which UTC days and study days agree:
 * offset 0, answers between 04:00 and midnight. Its due in days is the plain interval, ours lies in the window
 * about it. Two bounds keep both on one path: with more than two relearning steps ts-fsrs lowers the default
 * weights 17 and 18, and steps beyond a day (1.5 × 960 minutes) are reviews to it.
 */
test("memory, phases, steps, repetitions and lapses are those of ts-fsrs's next()", () => {
  const answer = fc.record({
    rating,
    elapsedDays: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60), fc.nat(2000)),
    minute: fc.integer({ min: 4 * 60, max: 24 * 60 - 1 }),
  });
  fc.assert(
    fc.property(
      stepsUpTo(3),
      stepsUpTo(2),
      fc.array(answer, { minLength: 1, maxLength: 40 }),
      (learningStepsMin, relearningStepsMin, answers) => {
        const settings = settingsWith({ learningStepsMin, relearningStepsMin, maximumIntervalDays: 36_500 });
        const scheduler = fsrs({
          learning_steps: learningStepsMin.map(minutes => `${minutes}m` as const),
          relearning_steps: relearningStepsMin.map(minutes => `${minutes}m` as const),
        });
        let dayMs = Date.UTC(2026, 0, 1);
        let card = createEmptyCard(dayMs);
        let state = newCardState;
        for (const { rating, elapsedDays, minute } of answers) {
          dayMs += elapsedDays * 86_400_000;
          const when: Instant = { atMs: dayMs + minute * MINUTE_MS, offsetMin: 0 };
          const day = findStudyDay(when, 4);
          const gap = state.lastDay === null ? 0 : day - state.lastDay;
          const plans = plan({ state, at: when, settings });
          const planned = plans[rating];
          card = scheduler.next(card, when.atMs, rating).card;
          state = answerWith(state, planned, when);

          expect(Math.abs(planned.memory.stability - card.stability)).toBeLessThan(1e-9);
          expect(Math.abs(planned.memory.difficulty - card.difficulty)).toBeLessThan(1e-9);
          expect(state).toMatchObject({
            phase: phases[card.state],
            step: card.learning_steps,
            reps: card.reps,
            lapses: card.lapses,
            memory: planned.memory,
          });
          if (state.phase !== 'review') {
            expect(planned.dueAtMs).toBe(card.due.getTime());
            continue;
          }
          expect(planned.dueAtMs).toBeNull();
          const days = planned.dueDay - day;
          const interval = Math.min(card.scheduled_days, 36_500);
          const window = get_fuzz_range(interval, gap, 36_500);
          const worse = rating > hard ? plans[rating === easy ? good : hard].dueDay - day : 0;
          // Where the next worse rating fell late in its own window, this one begins after it.
          const pushed = get_fuzz_range(Math.min(worse + 1, 36_500), gap, 36_500);
          expect(days).toBeGreaterThanOrEqual(interval < 2.5 ? interval : window.min_ivl);
          expect(days).toBeLessThanOrEqual(
            Math.max(interval, window.max_ivl, rating > hard ? pushed.max_ivl : 0),
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});
