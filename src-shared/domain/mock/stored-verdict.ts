import { z } from 'zod';
import { factsSchema } from '../facts.ts';
import { decisionIds, defaultIds } from '../rules/decisions.ts';
import type { Confidence } from './attempt.ts';
import type { Standing } from './judge.ts';
import { numberSteps } from './numbers.ts';
import type { Section } from './points.ts';
import { reasonStandings } from './reasons.ts';
import type { MockVerdict } from './score.ts';

/** The verdict as it stands in the log beside an attempt, whatever rules have come since. */

const strings = z.array(z.string());
const decision = z.enum(decisionIds);
const marks = z.array(z.enum(defaultIds));
const cost = z.object({ id: z.string(), says: z.string() });
const sections = ['clarify', 'numbers', 'decisions', 'twists'] as const satisfies readonly Section[];
const levels = ['low', 'medium', 'high'] as const satisfies readonly Confidence[];
const standings = [
  'best',
  'defensible',
  'unasked',
  'wrong',
  'missing',
] as const satisfies readonly Standing[];

const pushback = z.object({
  part: z.string(),
  decision,
  option: z.string(),
  ask: z.string(),
  costs: z.array(cost),
  given: z.string().nullable(),
  right: z.boolean(),
  cost,
});

const expectation = z.object({
  part: z.string(),
  decision,
  applies: z.boolean(),
  best: strings,
  defensible: strings,
  wrong: strings,
  rules: strings,
  facts: factsSchema,
  defaults: marks,
  settled: z.boolean(),
  because: z.string(),
});

const number = z.intersection(
  z.object({ part: z.string().nullable(), step: z.enum(numberSteps), given: z.number().nullable(), marks }),
  z.union([
    z.object({
      expected: z.number(),
      grade: z.enum(['full', 'part', 'wrong']),
      fault: z.enum(['unit', 'size']).nullable(),
    }),
    z.object({ expected: z.number().nullable(), grade: z.literal('missing'), fault: z.null() }),
  ]),
);

const points = { points: z.number(), of: z.number() };

/** Reads a verdict back. */
export const storedVerdictSchema: z.ZodType<MockVerdict> = z.object({
  prompt: z.string(),
  rulesVersion: z.number().int(),
  total: z.number(),
  sections: z.array(z.object({ section: z.enum(sections), ...points })),
  clarify: z.object({ decisive: strings, asked: strings, wasted: strings }),
  numbers: z.array(number),
  decisions: z.array(
    z.object({
      stage: z.number().int(),
      part: z.string(),
      decision,
      chosen: z.string().nullable(),
      standing: z.enum(standings),
      reason: z.enum(reasonStandings),
      reasoned: z.boolean(),
      credit: z.number(),
      unasked: strings,
      expected: expectation,
      marks,
      confidence: z.enum(levels).nullable(),
      pushback: pushback.nullable(),
      lost: z.number().int().nullable(),
    }),
  ),
  needless: z.array(z.object({ part: z.string(), decision })),
  pushbacks: z.array(pushback),
  items: z.array(
    z.object({ section: z.enum(sections), stage: z.number().int(), label: z.string(), ...points }),
  ),
  brier: z.number().nullable(),
});
