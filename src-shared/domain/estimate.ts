import type { Settings } from './settings.ts';

/** Seconds a card is taken to need until there are enough answers to know. */
const assumedSeconds = 20;
/** An answer longer than this is taken as a pause, not as thinking. */
export const longestThoughtMs = 120_000;
/** Answers from which on the person's own pace is used. */
const enoughAnswers = 20;

/**
 * Minutes that the work left today will take. Every new card is answered once and then once a learning step; of
 * the reviews, the share that is expected to be forgotten comes back once a relearning step.
 */
export function estimateWork(
  counts: { new: number; learning: number; due: number },
  settings: Settings,
  pace: { answers: number; meanMs: number | null },
): { minutes: number; secondsPerCard: number; fromHistory: boolean } {
  const fromHistory = pace.answers >= enoughAnswers && pace.meanMs !== null;
  const secondsPerCard = fromHistory ? (pace.meanMs ?? 0) / 1000 : assumedSeconds;
  const answers =
    counts.new * (1 + settings.learningStepsMin.length) +
    counts.learning +
    counts.due * (1 + (1 - settings.desiredRetention) * settings.relearningStepsMin.length);
  return { minutes: (answers * secondsPerCard) / 60, secondsPerCard, fromHistory };
}

/**
 * Study days until no review waits beyond the day's limit; today is one of them while it still has reviews.
 * `dueLater` are the reviews that are known to come due on each day after today; beyond its end there is no
 * telling, and the answer is null.
 */
export function countBacklogDays(input: {
  waiting: number;
  dueToday: number;
  reviewsPerDay: number;
  dueLater: readonly number[];
}): number | null {
  let { waiting } = input;
  let days = input.dueToday > 0 ? 1 : 0;
  for (const due of input.dueLater) {
    if (waiting <= 0) return days;
    waiting += due - input.reviewsPerDay;
    days++;
  }
  return waiting <= 0 ? days : null;
}
