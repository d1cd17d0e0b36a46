import type { Facts } from '../facts.ts';
import { decide } from './decide.ts';
import { type DecisionId, labelOption, type OptionId } from './decisions.ts';
import { capitalize } from './describe.ts';
import { describeChange, explain, writeExplanation } from './explain.ts';
import { listFlips } from './flip.ts';

/**
 * Why an option does not hold: what rules it out, else the smallest change that would make it right. Null where it
 * holds.
 */
export function writeAgainst(
  facts: Facts,
  decision: DecisionId,
  option: OptionId,
  keys: readonly OptionId[] = [],
): string | null {
  const verdict = decide(facts, decision, keys);
  if (!verdict.wrong.includes(option)) return null;
  const ruledOut = explain(verdict, facts, option);
  if (ruledOut) return writeExplanation(ruledOut);
  const label = labelOption(decision, option);
  for (const flip of listFlips(facts, decision, keys)) {
    const { best, defensible } = decide({ ...facts, [flip.fact]: flip.to }, decision, keys);
    const would = best.includes(option) ? 'be right' : defensible.includes(option) ? 'do' : null;
    if (would) return `${capitalize(label)} would ${would} if ${describeChange(flip)}.`;
  }
  return `Nothing here speaks for ${label}.`;
}
