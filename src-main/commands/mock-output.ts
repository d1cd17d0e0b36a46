import { z } from 'zod';
import { factsSchema } from '../../src-shared/domain/facts.ts';
import type { MockVerdict } from '../../src-shared/domain/mock/score.ts';
import { decisionIds } from '../../src-shared/domain/rules/decisions.ts';

const strings = z.array(z.string());
const points = { points: z.number(), of: z.number() };

/** What `mock score` prints. */
export const verdictOutput = z.object({
  prompt: z.string(),
  rulesVersion: z.number(),
  total: z.number().describe('decision score, 0 to 100'),
  sections: z.array(z.object({ section: z.string(), ...points })),
  clarify: z.object({
    decisive: strings.describe('hidden facts that decide a scored pair'),
    asked: strings.describe('those asked before the decision that needs them'),
    wasted: strings.describe('questions that brought out none'),
  }),
  numbers: z.array(
    z.object({
      part: z.string().nullable(),
      step: z.string(),
      given: z.number().nullable(),
      expected: z.number().nullable().describe('from the facts and the candidate’s own earlier figures'),
      grade: z.enum(['full', 'part', 'wrong', 'missing']),
      fault: z.enum(['unit', 'size']).nullable(),
      marks: strings.describe('defaults that a miss marks'),
    }),
  ),
  decisions: z.array(
    z.object({
      stage: z.number().describe('0, then each twist'),
      part: z.string(),
      decision: z.enum(decisionIds),
      chosen: z.string().nullable(),
      standing: z.enum(['best', 'defensible', 'unasked', 'wrong', 'missing']),
      reason: z
        .enum(['none', 'sufficient', 'insufficient', 'aside'])
        .describe('aside: beside the point, which halves the credit'),
      reasoned: z.boolean().describe('a sufficient reason was given'),
      credit: z.number().describe('0 to 1'),
      unasked: strings.describe('facts that were never asked for and would have changed the answer'),
      best: strings,
      defensible: strings,
      rule: strings,
      facts: factsSchema,
      because: z.string(),
      defaults: strings,
      marks: strings.describe('defaults that a miss marks'),
      confidence: z.string().nullable(),
      lost: z.number().nullable().describe('the stage in which a needless revision lost credit'),
    }),
  ),
  needless: z.array(z.object({ part: z.string(), decision: z.enum(decisionIds) })),
  pushbacks: z
    .array(
      z.object({
        part: z.string(),
        decision: z.enum(decisionIds),
        option: z.string(),
        given: z.string().nullable(),
        cost: z.string(),
        right: z.boolean(),
      }),
    )
    .describe('what was asked back, the id of the cost that was given, and the right one'),
  items: z
    .array(z.object({ section: z.string(), stage: z.number(), label: z.string(), ...points }))
    .describe('everything that is scored, in hundredths of a point; their sum is the total'),
  brier: z.number().nullable(),
});

/** A verdict as it is printed. */
export function reportVerdict(verdict: MockVerdict): z.input<typeof verdictOutput> {
  return {
    ...verdict,
    numbers: verdict.numbers.map(one => ({ ...one, marks: [...one.marks] })),
    pushbacks: verdict.pushbacks.map(({ ask: _ask, costs: _costs, cost, ...one }) => ({
      ...one,
      cost: cost.id,
    })),
    decisions: verdict.decisions.map(({ expected, unasked, marks, pushback: _pushback, ...one }) => ({
      ...one,
      unasked: [...unasked],
      marks: [...marks],
      best: [...expected.best],
      defensible: [...expected.defensible],
      rule: [...expected.rules],
      facts: expected.facts,
      because: expected.because,
      defaults: [...expected.defaults],
    })),
  };
}
