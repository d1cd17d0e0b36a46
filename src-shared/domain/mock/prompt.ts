import { z } from 'zod';
import { factsSchema } from '../facts.ts';
import { decisionIds } from '../rules/decisions.ts';
import { numberSteps } from './numbers.ts';

const line = z.string().trim().min(1).max(400);
const markdown = z.string().trim().min(1).max(4000);
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens');

const factName = factsSchema.keyof();
/** A fact's value as files and attempts write it. */
export const factValueSchema = z.union([
  z.string().max(120),
  z.number(),
  z.boolean(),
  z.array(z.string().max(120)).max(20),
]);

/** One fact of a part, or of the whole system where no part is named, with the sentence in which a person hears it. */
const statementSchema = z.strictObject({
  part: slug.optional(),
  fact: factName,
  is: factValueSchema,
  say: line.optional(),
});

/** A question that a candidate may ask, with the facts that its answer brings out. */
const questionSchema = z.strictObject({
  id: slug,
  ask: line,
  /** `fact` for the whole system, `part.fact` for one part; none for a question that brings out nothing. */
  reveals: z.array(z.string()).max(12).default([]),
});

/** Something that happens in the middle of the interview: facts that hold from then on. */
const twistSchema = z.strictObject({
  id: slug,
  title: line,
  say: markdown,
  changes: z.array(statementSchema).min(1).max(12),
});

const pairSchema = z.strictObject({
  part: slug,
  decision: z.enum(decisionIds),
  /** The options of `shard-key`. */
  keys: z.array(slug).min(2).max(6).optional(),
});

const numberSchema = z.strictObject({ part: slug.optional(), step: z.enum(numberSteps) });

/** How much the board tells: all decisions that apply, or none until they are raised. */
export const levels = ['guided', 'open'] as const;
export type Level = (typeof levels)[number];

/**
 * A mock interview as data. Only `id`, `parts`, `facts` and `score` are needed; `decks/README.md` describes it in
 * words. A fact that a question of the menu reveals is hidden until it is asked; the others stand in the opening.
 */
export const promptSchema = z.strictObject({
  id: slug,
  title: line.optional(),
  /** What the interviewer says at the start. */
  opening: markdown.optional(),
  minutes: z.literal([12, 35]).default(35),
  level: z.enum(levels).default('guided'),
  parts: z
    .array(z.strictObject({ id: slug, name: line.optional() }))
    .min(1)
    .max(8),
  facts: z.array(statementSchema).min(1).max(80),
  menu: z.array(questionSchema).max(14).default([]),
  numbers: z.array(numberSchema).max(12).default([]),
  twists: z.array(twistSchema).max(4).default([]),
  /** The (part, decision) pairs that are scored. */
  score: z.array(pairSchema).min(1).max(40),
});
export type Prompt = z.infer<typeof promptSchema>;
export type Statement = Prompt['facts'][number];
export type Pair = Prompt['score'][number];
export type Question = Prompt['menu'][number];
export type Twist = Prompt['twists'][number];

/** How a statement is referred to: `fact`, or `part.fact`. */
export function nameStatement({ part, fact }: Pick<Statement, 'part' | 'fact'>): string {
  return part === undefined ? fact : `${part}.${fact}`;
}
