import { z } from 'zod';
import { topics } from '../ids.ts';
import { decisionIds } from '../rules/decisions.ts';

/** A quick round is as long as its time; the diagnostic has ten decisions besides. */
export const roundKinds = ['quick', 'diagnostic'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** The time of a round, in ms. */
export const ROUND_MS = 5 * 60_000;

/** How an option stands among the others. */
export const standings = ['best', 'defensible', 'wrong'] as const;

/**
 * An answer to a decision by itself with all that a round is read from, so that no later rule changes what it came
 * to. Defaults are named by their ids.
 */
export const roundAnswerSchema = z.object({
  decision: z.enum(decisionIds),
  option: z.string().max(120),
  standing: z.enum(standings),
  /** The options that were best. */
  best: z.array(z.string().max(120)),
  topic: z.enum(topics),
  /** The defaults that a miss marks; none where the answer was best. */
  marks: z.array(z.string().max(60)),
});
export type RoundAnswer = z.infer<typeof roundAnswerSchema>;

/** True where an answer holds: it is best, or defensible. */
export function isRight({ standing }: Pick<RoundAnswer, 'standing'>): boolean {
  return standing !== 'wrong';
}
