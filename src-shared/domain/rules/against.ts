import type { Facts } from '../facts.ts';
import { type Condition, findWitness } from './conditions.ts';
import { decide } from './decide.ts';
import { type DecisionId, labelOption, type OptionId } from './decisions.ts';
import { capitalize, describeLeaf, joinClauses } from './describe.ts';
import { describeChange, explain, writeExplanation } from './explain.ts';
import { listFlips } from './flip.ts';
import { rowsOf } from './table.ts';

/**
 * Why an option does not hold: what rules it out, else the smallest change that would make it right, else what speaks
 * for it and what outweighs that. Null where it holds.
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
  return writeOutweighed(facts, decision, option, keys) ?? `Nothing here speaks for ${label}.`;
}

/** For an option whose row holds in its first condition, which in each row is the one that calls for it, and fails in another. */
function writeOutweighed(
  facts: Facts,
  decision: DecisionId,
  option: OptionId,
  keys: readonly OptionId[],
): string | null {
  const tell = (part: Condition, truth: boolean): string[] =>
    findWitness(part, facts, truth).flatMap(leaf => describeLeaf(leaf, facts));
  for (const { option: own, strength, when } of rowsOf(decision, keys)) {
    if (own !== option || strength !== 'best' || when === 'otherwise' || when.kind !== 'all') continue;
    const [call, ...others] = when.of;
    const speaks = call ? tell(call, true) : [];
    const outweighs = others.flatMap(part => tell(part, false));
    if (speaks.length === 0 || outweighs.length === 0) continue;
    return `${capitalize(joinClauses(speaks))}, which speaks for ${labelOption(decision, option)}; but ${joinClauses(outweighs)}.`;
  }
  return null;
}
