import { z } from 'zod';
import { factsSchema } from '../facts.ts';
import { decisionIds } from '../rules/decisions.ts';

const line = z.string().trim().min(1).max(400);
const slot = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9_]*$/, 'name a word in lower-case letters, digits and underscores');

const factName = factsSchema.keyof();
const factValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
/** A fact's value as a card states it, not yet held against the fact's own schema. */
export type CaseValue = z.infer<typeof factValue>;

/** One sentence, or several of which one is drawn. */
const saying = z.union([line, z.array(line).min(1).max(6)]);

/** A value of a fact, or several, with the sentence in which a person hears it. */
const caseSchema = z.union([
  z.strictObject({ is: factValue, say: saying }),
  z.strictObject({ any: z.array(factValue).min(1).max(12), say: saying }),
]);
const casesSchema = z.partialRecord(factName, z.array(caseSchema).min(1).max(12));

const productSchema = z.strictObject({
  /** The part of the product that is asked about. */
  name: line,
  opening: line,
  /** What the sentences' `{word}` stand for in this product. */
  words: z.record(slot, line).default({}),
});

/**
 * What a scenario card holds beside the fields of every card: a decision, the options offered, and the facts out
 * of which its surface is drawn anew each time. `decks/README.md` describes it in words.
 */
export const scenarioSpecSchema = z.strictObject({
  /** The card's name in lists; gives nothing away. */
  title: line,
  decision: z.enum(decisionIds),
  ask: line,
  /** Option ids, the pair of neighbours first. */
  options: z.array(z.string()).min(2).max(4),
  products: z.array(productSchema).min(1).max(20),
  /** Facts that every product's opening makes plain. */
  fixed: z.partialRecord(factName, factValue).default({}),
  /** Facts that vary and can decide. */
  facts: casesSchema,
  /** Facts that are told and do not decide; some are drawn. */
  decoys: casesSchema.default({}),
});
export type ScenarioSpec = z.infer<typeof scenarioSpecSchema>;
