import { z } from 'zod';
import { factsSchema } from '../facts.ts';
import { type DecisionId, decisionIds } from '../rules/decisions.ts';
import { numberSteps } from './numbers.ts';
import { factValueSchema } from './prompt.ts';

const atMs = z.number().int().nonnegative();
const name = z.string().min(1).max(120);
const factName = factsSchema.keyof();
/** Answers that carry a confidence. */
export const confidences = { low: 0.5, medium: 0.7, high: 0.9 } as const;
export type Confidence = keyof typeof confidences;

const pair = { part: name, decision: z.enum(decisionIds) };

const acts = {
  ask: { type: z.literal('ask'), question: name },
  /** What the candidate takes a fact to be; the interviewer confirms or corrects it, so that it is known. */
  assume: {
    type: z.literal('assume'),
    part: name.optional(),
    fact: factName,
    value: factValueSchema.optional(),
  },
  number: {
    type: z.literal('number'),
    part: name.optional(),
    step: z.enum(numberSteps),
    value: z.number().nonnegative(),
    unit: name,
  },
  decide: { type: z.literal('decide'), ...pair, option: name },
  revise: { type: z.literal('revise'), ...pair, option: name },
  cite: {
    type: z.literal('cite'),
    ...pair,
    facts: z.array(factName).max(6).default([]),
    /** "Nothing known speaks against the default." */
    nothing: z.boolean().default(false),
  },
  sure: { type: z.literal('sure'), ...pair, confidence: z.enum(['low', 'medium', 'high']) },
  /** The answer to "why not …?": the id of that option's cost. */
  pushback: { type: z.literal('pushback'), ...pair, option: name, cost: name },
  phase: { type: z.literal('phase'), phase: name },
  twist: { type: z.literal('twist'), twist: name },
};

/** What a candidate does in an interview, without its moment. */
export const actSchema = z.discriminatedUnion('type', [
  z.strictObject(acts.ask),
  z.strictObject(acts.assume),
  z.strictObject(acts.number),
  z.strictObject(acts.decide),
  z.strictObject(acts.revise),
  z.strictObject(acts.cite),
  z.strictObject(acts.sure),
  z.strictObject(acts.pushback),
  z.strictObject(acts.phase),
  z.strictObject(acts.twist),
]);
export type Act = z.infer<typeof actSchema>;

/**
 * One thing that happens in a mock interview, with the milliseconds since its start. `decide` is given again to
 * change one's mind before a twist, `revise` after one.
 */
export const attemptEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...acts.ask, atMs }),
  z.strictObject({ ...acts.assume, atMs }),
  z.strictObject({ ...acts.number, atMs }),
  z.strictObject({ ...acts.decide, atMs }),
  z.strictObject({ ...acts.revise, atMs }),
  z.strictObject({ ...acts.cite, atMs }),
  z.strictObject({ ...acts.sure, atMs }),
  z.strictObject({ ...acts.pushback, atMs }),
  z.strictObject({ ...acts.phase, atMs }),
  z.strictObject({ ...acts.twist, atMs }),
  z.strictObject({ type: z.literal('pause'), atMs }),
  z.strictObject({ type: z.literal('resume'), atMs }),
  z.strictObject({ type: z.literal('submit'), atMs }),
]);
export type AttemptEvent = z.infer<typeof attemptEventSchema>;
export type PushbackEvent = Extract<AttemptEvent, { type: 'pushback' }>;

/** A whole attempt, as a file holds it. */
export const attemptSchema = z.strictObject({
  level: z.enum(['guided', 'open']).optional(),
  /** Draws what the interviewer asks back; 0 where it is left out. */
  seed: z.number().int().min(0).max(0xffffffff).optional(),
  events: z.array(attemptEventSchema).max(5_000),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** The key of a pair on the board. */
export function keyOf(part: string, decision: DecisionId): string {
  return `${part} ${decision}`;
}

/** The key of a number: its step, and its part where it has one. */
export function keyOfNumber({ part, step }: { part?: string | undefined; step: string }): string {
  return part === undefined ? step : `${part} ${step}`;
}
