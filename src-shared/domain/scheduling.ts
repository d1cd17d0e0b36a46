import type { CardState, Memory, Phase } from './card-state.ts';
import { type DueLoad, pickDueDay, seedFuzz } from './due-day.ts';
import type { CardId } from './ids.ts';
import { forEachRating, type MemoryModel, orderIntervals } from './memory.ts';
import { type Rating, ratings } from './rating.ts';
import type { Settings } from './settings.ts';
import { findStudyDay, type Instant, type StudyDay } from './study-day.ts';

const MINUTE_MS = 60_000;

/** What one rating would do to a card: shown on the button, and applied unchanged when it is pressed. */
export type AnswerPlan = {
  rating: Rating;
  memory: Memory;
  /** Predicted chance of recall at the moment of the answer; null for a card without memory. */
  recall: number | null;
  phase: Phase;
  step: number;
  dueDay: StudyDay;
  /** UTC ms, only while in steps. */
  dueAtMs: number | null;
};

export type PlanInput = {
  cardId: CardId;
  state: CardState;
  at: Instant;
  settings: Settings;
  model: MemoryModel;
  load: DueLoad;
};

type Step = { minutes: number; index: number };

/** Study days since the card was last answered: 0 for a new card and where the clock or the zone went back. */
export function countElapsedDays(state: CardState, today: StudyDay): number {
  return state.lastDay === null ? 0 : Math.max(0, today - state.lastDay);
}

/**
 * The four answers a card could get now. Pure: the same card, day and collection give the same plans, whatever
 * the minute, so the interval on a button is the interval applied.
 */
export function planAnswers(input: PlanInput): Record<Rating, AnswerPlan> {
  const { cardId, state, at, settings, model, load } = input;
  const today = findStudyDay(at, settings.dayStartHour);
  const elapsedDays = countElapsedDays(state, today);
  const recall = state.memory ? model.recall(state.memory, elapsedDays) : null;
  const memories = forEachRating(rating => model.next(state.memory, elapsedDays, rating));
  const plain = forEachRating(rating =>
    model.interval(memories[rating].stability, settings.desiredRetention, settings.maximumIntervalDays),
  );
  const inReview = state.phase === 'review';
  const intervals = inReview ? orderIntervals(plain, settings.maximumIntervalDays) : plain;

  let atLeastDays = 1;
  const plan = (rating: Rating): AnswerPlan => {
    const memory = memories[rating];
    const step = findStep(state, rating, settings);
    if (step) {
      const dueAtMs = at.atMs + step.minutes * MINUTE_MS;
      const dueDay = findStudyDay({ atMs: dueAtMs, offsetMin: at.offsetMin }, settings.dayStartHour);
      const phase = inReview || state.phase === 'relearning' ? 'relearning' : 'learning';
      return { rating, memory, recall, phase, step: step.index, dueDay, dueAtMs };
    }
    const dueDay = pickDueDay({
      today,
      intervalDays: intervals[rating],
      elapsedDays,
      maximumDays: settings.maximumIntervalDays,
      atLeastDays: rating === ratings.again ? 1 : atLeastDays,
      seed: seedFuzz(cardId, state.reps),
      load,
    });
    // A better rating never comes back sooner; in review it comes back later.
    if (rating !== ratings.again) atLeastDays = dueDay - today + (inReview ? 1 : 0);
    return { rating, memory, recall, phase: 'review', step: 0, dueDay, dueAtMs: null };
  };
  return forEachRating(plan);
}

/**
 * The step that a rating leads to, or null where the card leaves its steps (or has none): Again starts over,
 * Hard repeats the step after the mean of the first two (or one and a half times a single one), Good goes on,
 * Easy leaves. The same policy as ts-fsrs's basic scheduler.
 */
function findStep(state: CardState, rating: Rating, settings: Settings): Step | null {
  const relearning = state.phase === 'review' || state.phase === 'relearning';
  const steps = relearning ? settings.relearningStepsMin : settings.learningStepsMin;
  const [first, second] = steps;
  if (first === undefined) return null;
  if (rating === ratings.again) return { minutes: first, index: 0 };
  if (state.phase === 'review' || rating === ratings.easy || state.step >= steps.length) return null;
  if (rating === ratings.hard) {
    return {
      minutes: Math.round(second === undefined ? first * 1.5 : (first + second) / 2),
      index: state.step,
    };
  }
  const minutes = steps[state.step + 1];
  return minutes === undefined ? null : { minutes, index: state.step + 1 };
}
