import { get_fuzz_range } from 'ts-fsrs';
import type { CardId } from './ids.ts';
import { createRandom, hash32 } from './random.ts';
import { addDays, type StudyDay } from './study-day.ts';

/** What is already due on a day: how many cards in all, and whether one of them is a sibling. */
export type DueLoad = { countDue(day: StudyDay): number; hasSibling(day: StudyDay): boolean };

/** A collection in which nothing is due: what a replay uses, since the recorded due was already balanced. */
export const noLoad: DueLoad = { countDue: () => 0, hasSibling: () => false };

/** Intervals under this many days are too short to move (the threshold of FSRS's own fuzz). */
const shortestFuzzed = 2.5;

/** How much a sibling on the same day lowers a day's chance. */
const siblingWeight = 0.001;

/** Seed of a card's fuzz: the same until the card is answered, so that a shown interval is the one applied. */
export function seedFuzz(cardId: CardId, reps: number): number {
  return hash32(`fuzz ${cardId} ${reps}`);
}

/** A request to place a card `intervalDays` from `today`. */
export type DueRequest = {
  today: StudyDay;
  intervalDays: number;
  elapsedDays: number;
  maximumDays: number;
  /** First interval allowed, so that a better rating never comes back sooner. */
  atLeastDays: number;
  seed: number;
  load: DueLoad;
};

/**
 * The one function that picks a day inside the fuzz window. Days are drawn by the seed, in proportion to
 * 1 ÷ (1 + cards due)², and a day with a sibling a thousand times less often.
 * The window is FSRS's (ts-fsrs `get_fuzz_range`).
 */
export function pickDueDay(request: DueRequest): StudyDay {
  const { today, intervalDays, maximumDays, load } = request;
  const interval = Math.min(Math.max(intervalDays, request.atLeastDays), maximumDays);
  if (interval < shortestFuzzed) return addDays(today, interval);
  const range = get_fuzz_range(interval, request.elapsedDays, maximumDays);
  const first = Math.min(Math.max(range.min_ivl, request.atLeastDays), range.max_ivl);
  const weights: number[] = [];
  let total = 0;
  for (let days = first; days <= range.max_ivl; days++) {
    const day = addDays(today, days);
    const weight = (load.hasSibling(day) ? siblingWeight : 1) / (1 + load.countDue(day)) ** 2;
    weights.push(weight);
    total += weight;
  }
  let left = createRandom(request.seed).next() * total;
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return addDays(today, first + index);
  }
  return addDays(today, range.max_ivl);
}
