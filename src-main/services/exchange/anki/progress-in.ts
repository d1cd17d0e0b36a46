import { z } from 'zod';
import type { Memory } from '../../../../src-shared/domain/card-state.ts';
import type { Weights } from '../../../../src-shared/domain/memory.ts';
import { allRatings } from '../../../../src-shared/domain/rating.ts';
import { convertSm2 } from '../../../../src-shared/domain/sm2.ts';
import {
  addDays,
  findStudyDay,
  type Instant,
  type StudyDay,
} from '../../../../src-shared/domain/study-day.ts';
import type { AnkiCard, AnkiReview } from '../../../db/anki/rows.ts';
import type { IncomingProgress, IncomingReview } from '../incoming.ts';
import type { Report } from '../left-out.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** What is needed to read moments and days: now, day 0 of the collection, its zone, and the weights in force here. */
export type ReadContext = { at: Instant; firstDay: StudyDay; offsetMin: number; weights: Weights };

/** Before it there was no Anki; an answer from then, or from the future, has a wrong date. */
const earliestMs = Date.UTC(2006, 0, 1);
/** Longest interval that is believed, in days: a hundred years. */
const longestDays = 36_500;
/** SM-2's starting ease, for a card that has none. */
const startingEase = 2.5;
/** Longest time for an answer that the log takes, in ms. */
const longestAnswerMs = DAY_MS;

const types = { new: 0, learning: 1, review: 2, relearning: 3 };
const stages = ['learning', 'review', 'relearning'] as const;
const logTypes = { filtered: 3, manual: 4 };

const memoryData = z.object({
  s: z
    .number()
    .positive()
    .max(longestDays * 10),
  d: z.number().min(1).max(10),
});
const lastReviewData = z.object({ lrt: z.number().int().positive() });

/** A row of Anki's log as a step here; null where it is none, which the report then tells. */
export function readReview(review: AnkiReview, { at }: ReadContext, report: Report): IncomingReview | null {
  const { id: atMs, ease, type, factor, ivl } = review;
  if (atMs < earliestMs || atMs > at.atMs + DAY_MS) {
    report.add('Answers with a date that cannot be were left out.');
    return null;
  }
  const rating = allRatings.find(known => known === ease);
  const takenMs = Math.min(Math.max(0, review.takenMs), longestAnswerMs);
  if (rating === undefined) {
    // A reset is a manual step without an ease factor.
    if (type === logTypes.manual && factor === 0) return { kind: 'forget', atMs };
    report.add(
      'Steps of the log that are no answers (due dates set by hand or moved by Anki) were left out; the due dates themselves came along.',
    );
    return null;
  }
  // Study in a filtered deck that does not reschedule.
  if (type === logTypes.filtered && factor === 0) return { kind: 'practice', atMs, rating, takenMs };
  const days = Math.min(ivl, longestDays);
  const next = days > 0 ? { days } : { afterMs: Math.min(-ivl, longestDays * 86_400) * 1000 };
  return { kind: 'answer', atMs, rating, takenMs, stage: stages[type] ?? 'review', next };
}

/** Where a card stands, or null for a new one without a history. */
export function readProgress(
  cardId: string,
  card: AnkiCard,
  reviews: IncomingReview[],
  context: ReadContext,
  report: Report,
): IncomingProgress | null {
  const suspended = card.queue === -1;
  const flag = card.flags & 7;
  if (flag > 4) report.add('Flags 5 to 7 (pink, turquoise, purple) have no colour here.', cardId);
  const inSteps = card.type === types.learning || card.type === types.relearning;
  // Without its answers, a card in its first steps begins anew.
  const stands = card.type === types.review || (card.type === types.relearning && reviews.length === 0);
  const progress: IncomingProgress = {
    cardId,
    reviews,
    standing: stands ? readStanding(card, reviews, context, report) : null,
    stepsLeft: inSteps && reviews.length > 0 ? Math.max(1, card.left % 1000) : null,
    suspended,
    flag: flag > 4 ? 0 : flag,
  };
  const isUntouched = !stands && reviews.length === 0 && !suspended && progress.flag === 0;
  return isUntouched ? null : progress;
}

function readStanding(
  card: AnkiCard,
  reviews: readonly IncomingReview[],
  context: ReadContext,
  report: Report,
): NonNullable<IncomingProgress['standing']> {
  const { at, offsetMin } = context;
  const dueDay = readDueDay(card, context, report);
  const intervalDays = Math.min(Math.max(1, card.ivl), longestDays);
  const data = parseJson(card.data);
  const lastReview = lastReviewData.safeParse(data);
  const lastAnswer = reviews.findLast(({ kind }) => kind === 'answer')?.atMs;
  const noonMs = (dueDay - intervalDays) * DAY_MS + 12 * HOUR_MS - offsetMin * MINUTE_MS;
  const decidedMs = lastAnswer ?? (lastReview.success ? lastReview.data.lrt * 1000 : noonMs);
  return {
    atMs: Math.min(decidedMs, at.atMs),
    memory: readMemory(card, data, intervalDays, context, report),
    dueDay,
    reps: card.reps,
    lapses: card.lapses,
  };
}

function readMemory(
  card: AnkiCard,
  data: unknown,
  intervalDays: number,
  { weights }: ReadContext,
  report: Report,
): Memory {
  const memory = memoryData.safeParse(data);
  if (memory.success) return { stability: memory.data.s, difficulty: memory.data.d };
  report.add('Cards without an FSRS memory: it was worked out from the interval and the ease of SM-2.');
  const easeFactor = card.factor > 0 ? card.factor / 1000 : startingEase;
  return convertSm2({ easeFactor, intervalDays }, weights);
}

/** In a filtered deck the due that the card goes back to counts. Steps are due at a moment, all else on a day. */
function readDueDay(card: AnkiCard, context: ReadContext, report: Report): StudyDay {
  const { at, firstDay, offsetMin } = context;
  const today = findStudyDay(at, 0);
  const due = card.odid !== 0 && card.odue !== 0 ? card.odue : card.due;
  const isMoment = card.type === types.relearning && due > 1_000_000_000;
  const day = isMoment ? Math.floor((due + offsetMin * 60) / 86_400) : firstDay + due;
  if (Math.abs(day - today) <= longestDays) return addDays(today, day - today);
  report.add('Due dates that cannot be were set to today.');
  return today;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
