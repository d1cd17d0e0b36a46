/** Rows of Anki's collection, as facts of its format. Moments in s or ms as the names say, intervals in days. */
export type AnkiNote = {
  id: number;
  guid: string;
  notetypeId: number;
  modS: number;
  tags: readonly string[];
  fields: readonly string[];
};

export type AnkiCard = {
  id: number;
  noteId: number;
  deckId: number;
  /** Index of the template, or of the cloze. */
  ord: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  type: number;
  /** −3 and −2 buried, −1 suspended, 0 new, 1 in steps, 2 review, 3 in steps of a day or more. */
  queue: number;
  /** New: the place; in steps: s since 1970, or a day of the collection; review: a day of the collection. */
  due: number;
  ivl: number;
  /** SM-2's ease factor × 1000. */
  factor: number;
  reps: number;
  lapses: number;
  /** Steps left, in the last three digits. */
  left: number;
  /** In a filtered deck: the due and the deck to go back to; else 0. */
  odue: number;
  odid: number;
  /** The colour, in the last three bits. */
  flags: number;
  /** JSON. */
  data: string;
};

export type AnkiReview = {
  /** Moment in ms, unique. */
  id: number;
  cardId: number;
  /** 1 to 4; 0 where the scheduler or a person changed the card otherwise. */
  ease: number;
  /** Days, or negative seconds. */
  ivl: number;
  lastIvl: number;
  factor: number;
  takenMs: number;
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 manual, 5 rescheduled. */
  type: number;
};

export type AnkiDeck = { id: number; name: string };

/** A note type: its fields by name, and its templates. */
export type AnkiNotetype = {
  id: number;
  name: string;
  cloze: boolean;
  fields: readonly string[];
  templates: readonly { name: string; front: string; back: string }[];
};
