import type { Memory } from '../card-state.ts';
import type { MemoryModel } from '../memory.ts';
import { type Rating, ratings } from '../rating.ts';

/** One answer of a card's history as the fit needs it; `day` is its study day. */
export type Rated = { day: number; rating: Rating };
/** A card's answers from its first on, in order. */
export type Sequence = readonly Rated[];

/** An answer as the log has it. `isFirst` where the card had no memory then. */
export type LoggedRating = Rated & { cardId: string; isFirst: boolean };
/** An event after which a card's memory no longer follows from its answers. */
export type LoggedBreak = { cardId: string; isBreak: true };

/**
 * The sequences of a log in order. One begins where a card is answered without memory, and ends where it is
 * forgotten or given another memory. Answers on a memory that came from elsewhere are left out.
 */
export function collectSequences(log: Iterable<LoggedRating | LoggedBreak>): Sequence[] {
  const open = new Map<string, Rated[]>();
  const sequences: Rated[][] = [];
  for (const step of log) {
    if ('isBreak' in step) {
      open.delete(step.cardId);
      continue;
    }
    const { cardId, day, rating } = step;
    if (step.isFirst) {
      const begun = [{ day, rating }];
      open.set(cardId, begun);
      sequences.push(begun);
    } else open.get(cardId)?.push({ day, rating });
  }
  return sequences;
}

/** A review whose outcome a model can be held to: a day or more after the answer before it. */
export type Tested = { day: number; recall: number; remembered: boolean };

/** Predicts every such review of a sequence from what came before it. */
export function predictReviews(sequence: Sequence, model: MemoryModel): Tested[] {
  const tested: Tested[] = [];
  let memory: Memory | null = null;
  let last = 0;
  for (const { day, rating } of sequence) {
    const elapsedDays: number = memory ? Math.max(0, day - last) : 0;
    if (memory && elapsedDays > 0) {
      tested.push({ day, recall: model.recall(memory, elapsedDays), remembered: rating !== ratings.again });
    }
    memory = model.next(memory, elapsedDays, rating);
    last = day;
  }
  return tested;
}

/** The days of the reviews that count for a fit, of all sequences, in order. */
export function listReviewDays(sequences: readonly Sequence[]): number[] {
  return sequences
    .flatMap(sequence =>
      sequence.slice(1).flatMap(({ day }, index) => (day > (sequence[index]?.day ?? day) ? [day] : [])),
    )
    .sort((a, b) => a - b);
}
