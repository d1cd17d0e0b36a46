import { z } from 'zod';
import { drawDiagnostic } from '../../src-shared/domain/mock/diagnostic.ts';
import { drawQuickDecision, judgeQuick, type QuickDecision } from '../../src-shared/domain/mock/quick.ts';
import { roundKinds, standings } from '../../src-shared/domain/mock/round-answer.ts';
import { decisionIds } from '../../src-shared/domain/rules/decisions.ts';
import { defineFreeCommand } from './define.ts';

/** How many decisions of a quick round are shown where it is not said. */
const SHOWN = 10;

/** The decisions of a round from its seed, with what the rules say of each option. */
export const quickCommand = defineFreeCommand({
  name: 'mock quick',
  summary: 'Draws the decisions of a round from a seed, with the verdict on each option.',
  needs: 'nothing',
  positional: [],
  options: { seed: 'a whole number; the same seed gives the same decisions' },
  optional: {
    kind: '`quick` or `diagnostic`, which has ten decisions; quick where it is left out',
    decisions: `how many of a quick round, 1 to 100; ${SHOWN} where it is left out`,
  },
  input: z.object({
    seed: z.coerce
      .number()
      .int()
      .nonnegative()
      .max(2 ** 32 - 1),
    kind: z.enum(roundKinds).default('quick'),
    decisions: z.coerce.number().int().min(1).max(100).default(SHOWN),
  }),
  output: z.object({
    decisions: z.array(
      z.object({
        title: z.string(),
        told: z.array(z.string()).describe('the facts, a sentence each'),
        decision: z.enum(decisionIds),
        ask: z.string(),
        options: z.array(z.object({ id: z.string(), label: z.string(), standing: z.enum(standings) })),
        because: z.string(),
        defaults: z.array(z.string()),
      }),
    ),
  }),
  run: (_, { seed, kind, decisions }) => ({
    decisions:
      kind === 'diagnostic'
        ? drawDiagnostic(seed).map(show)
        : Array.from({ length: decisions }, (_one, n) => show(drawQuickDecision(seed, n))),
  }),
  format: ({ decisions }) =>
    decisions
      .map(({ title, told, ask, options, because }) =>
        [
          title,
          ...told.map(line => `  ${line}`),
          ask,
          ...options.map(({ label, standing }, index) => `  ${index + 1} ${label}: ${standing}`),
          because.replaceAll('*', ''),
        ].join('\n'),
      )
      .join('\n\n'),
});

function show(question: QuickDecision) {
  const { title, told, decision, ask, options } = question;
  const { because, defaults } = judgeQuick(question, '');
  return {
    title,
    told: [...told],
    decision,
    ask,
    options: options.map(option => ({ ...option, standing: judgeQuick(question, option.id).standing })),
    because,
    defaults: [...defaults],
  };
}
