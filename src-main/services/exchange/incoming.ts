import type { Memory } from '../../../src-shared/domain/card-state.ts';
import type { Card } from '../../../src-shared/domain/deck/card-schema.ts';
import type { Rating } from '../../../src-shared/domain/rating.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { LeftOut } from './left-out.ts';

/** A deck that comes in, with cards that are sound. */
export type IncomingDeck = { id: string; title: string; topic: string; cards: Card[] };

/** One step of a card's history elsewhere. */
export type IncomingReview =
  | {
      kind: 'answer';
      atMs: number;
      rating: Rating;
      takenMs: number;
      stage: 'learning' | 'review' | 'relearning';
      /** Until the card came back: days, or a shorter time in ms while in steps. */
      next: { days: number } | { afterMs: number };
    }
  | { kind: 'practice'; atMs: number; rating: Rating; takenMs: number }
  | { kind: 'forget'; atMs: number };

/** Where a card stands elsewhere. */
export type IncomingProgress = {
  cardId: string;
  /** In order of time. */
  reviews: IncomingReview[];
  /** Memory and due as they were decided there, at the last answer; null for a card that is new or in steps. */
  standing: { atMs: number; memory: Memory; dueDay: StudyDay; reps: number; lapses: number } | null;
  /** Steps left, for a card in steps; else null. */
  stepsLeft: number | null;
  suspended: boolean;
  flag: number;
};

/** Everything that an import would bring in, read and proven, with nothing written yet. */
export type Incoming = {
  decks: IncomingDeck[];
  progress: IncomingProgress[];
  /** Pictures under the names that the cards give them, where they lie for now. */
  media: { name: string; file: string }[];
  leftOut: LeftOut[];
};
