import type { StudyDay } from './study-day.ts';

/** Where a card stands: never answered, in its first steps, in long-term review, or in steps after a lapse. */
export const phases = ['new', 'learning', 'review', 'relearning'] as const;
export type Phase = (typeof phases)[number];

/** How well FSRS thinks a card is held. Stability in days until recall falls to 90 %; difficulty from 1 to 10. */
export type Memory = { stability: number; difficulty: number };

/** All that is known about one card from the log: the fold of its effective events. */
export type CardState = {
  phase: Phase;
  /** Index of the learning or relearning step in force; 0 outside of steps. */
  step: number;
  memory: Memory | null;
  reps: number;
  lapses: number;
  /** Study day of the last answer (or of the memory that was set). */
  lastDay: StudyDay | null;
  /** Study day on which the card comes due; null while new. */
  dueDay: StudyDay | null;
  /** The exact moment (UTC ms), only while in steps. */
  dueAtMs: number | null;
  /**
   * Fingerprint of the events that memory grew from, in order. An answer records the one it was given on; if a
   * merge or an undo changes what lies underneath, the two differ and the recorded due no longer binds.
   */
  chain: number;
  suspended: boolean;
  /** Brought back by a missed decision of a mock, until it is answered. */
  marked: boolean;
  /** First study day on which a buried card is asked again. */
  buriedUntil: StudyDay | null;
  /** 0 is none; 1 to 4 are the person's own colours. */
  flag: number;
  tags: readonly string[];
  note: string;
};

/** A card that nothing has happened to. */
export const newCardState: CardState = {
  phase: 'new',
  step: 0,
  memory: null,
  reps: 0,
  lapses: 0,
  lastDay: null,
  dueDay: null,
  dueAtMs: null,
  chain: 0,
  suspended: false,
  marked: false,
  buriedUntil: null,
  flag: 0,
  tags: [],
  note: '',
};
