import { z } from 'zod';
import { roundKinds, standings } from '../domain/mock/round-answer.ts';
import { decisionIds } from '../domain/rules/decisions.ts';

/**
 * The part of the contract that is about rounds of single decisions: quick rounds of five minutes, and the
 * diagnostic with its ten decisions.
 */

const strings = z.array(z.string());
const cardLine = z.object({ cardId: z.string(), title: z.string() });

const questionSchema = z.object({
  index: z.number().int(),
  /** Product and part, e.g. `Ticket shop: booking seats`. */
  title: z.string(),
  /** The facts, a sentence each. */
  told: strings,
  decision: z.enum(decisionIds),
  ask: z.string(),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
});

/** What a round came to. */
const roundResultSchema = z.object({
  answered: z.number().int(),
  right: z.number().int(),
  /** Decisions of the diagnostic that were not reached. */
  unreached: z.number().int(),
  /** All six; `of` is 0 where nothing was asked about one. */
  topics: z.array(
    z.object({ topic: z.string(), title: z.string(), right: z.number().int(), of: z.number().int() }),
  ),
  /** One true, specific sentence about what went wrong; null where nothing did. */
  sentence: z.string().nullable(),
  /** What did not hold, in the order in which it was asked. */
  misses: z.array(
    z.object({
      index: z.number().int(),
      ask: z.string(),
      chosen: z.string(),
      best: strings,
      /** Product and part, and why what is best holds (Markdown); null where another version drew the questions. */
      title: z.string().nullable(),
      because: z.string().nullable(),
    }),
  ),
  /** The cards that would mend it, at most ten; and whether they were put first already. */
  cards: z.array(cardLine),
  mended: z.boolean(),
});
export type RoundResult = z.infer<typeof roundResultSchema>;

/** Where a round stands: a question, or its end. */
export const roundViewSchema = z.object({
  roundId: z.string(),
  kind: z.enum(roundKinds),
  /** How many decisions the round has; null where only its time ends it. */
  of: z.number().int().nullable(),
  right: z.number().int(),
  leftMs: z.number(),
  /** False while a verdict is read, which takes no time, and once it is over. */
  running: z.boolean(),
  question: questionSchema.nullable(),
  result: roundResultSchema.nullable(),
});
export type RoundView = z.infer<typeof roundViewSchema>;

/** What an answer was worth. Texts are Markdown. */
export const roundVerdictSchema = z.object({
  standing: z.enum(standings),
  best: strings,
  because: z.string(),
  /** Why what was chosen does not hold; null where it does. */
  against: z.string().nullable(),
  flip: z.string().nullable(),
  defaults: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type RoundVerdict = z.infer<typeof roundVerdictSchema>;

const round = { roundId: z.string().max(60) };

/** The channels of rounds. */
export const roundChannels = {
  /** Begins a round; one of the same kind that still runs is gone on with. */
  'rounds:start': { input: z.object({ kind: z.enum(roundKinds) }), output: roundViewSchema },
  /** The decision that is asked now is on screen: from here on its time counts. */
  'rounds:ask': { input: z.object(round), output: roundViewSchema },
  'rounds:view': { input: z.object(round), output: roundViewSchema },
  /** Records an answer. The next question is in `round`, and its time stands still until it is asked. */
  'rounds:answer': {
    input: z.object({
      ...round,
      index: z.number().int().min(0).max(1000),
      option: z.string().max(120),
      takenMs: z.number().int().min(0).max(86_400_000),
    }),
    output: z.object({ verdict: roundVerdictSchema, round: roundViewSchema }),
  },
  /** Ends a round before its time. */
  'rounds:end': { input: z.object(round), output: roundViewSchema },
  /** Puts the cards that would mend it first in the next review, undoably. */
  'rounds:mend': { input: z.object(round), output: roundViewSchema },
} as const;
