import { type Facts, factMeta } from '../facts.ts';
import { type Condition, compile, findWitness, type Leaf, listFacts, listLeaves } from './conditions.ts';
import type { OptionVerdict, Verdict } from './decide.ts';
import { type DecisionId, labelOption, type OptionId } from './decisions.ts';
import { capitalize, describeFact, describeLeaf, formatLimit, joinClauses } from './describe.ts';
import type { Flip } from './flip.ts';
import type { QuantityId } from './quantities.ts';
import { rowsOf } from './table.ts';
import { type ThresholdId, thresholds } from './thresholds.ts';

/** Why an option stands as it does: the facts that trigger it as clauses, and the rule's reason as a sentence. */
export type Explanation = { clauses: string[]; because: string };

/**
 * Explains a best or defensible option, or one that is ruled out. The clauses are those of the facts that decide;
 * a default that nothing moves is explained by what could have moved it. Null where nothing speaks for the option.
 */
export function explain(verdict: Verdict, facts: Facts, option: OptionId): Explanation | null {
  const stands: OptionVerdict | undefined = verdict.options.find(one => one.option === option);
  const row = stands?.rows[0];
  if (!row) return null;
  const leaves =
    row.when === 'otherwise'
      ? listRefuted(verdict.decision, facts, listKeys(verdict))
      : proveSoFar(row.when, facts);
  const { deciding } = verdict;
  const telling = leaves.filter(
    leaf => deciding.length === 0 || listFacts(leaf).some(name => deciding.includes(name)),
  );
  return {
    clauses: [...new Set(dropImplied(telling).flatMap(leaf => describeLeaf(leaf, facts)))],
    because: fillLimits(row.because),
  };
}

/** An explanation as running text: the facts as one sentence, then the reason. */
export function writeExplanation({ clauses, because }: Explanation): string {
  return clauses.length === 0 ? because : `${capitalize(joinClauses(clauses))}. ${because}`;
}

/** From here on a count is told in three figures: nobody decides by the last of 91,324,201 users. */
const LONG_COUNT = 10_000;

/** A changed fact as a clause that reads well after "if", e.g. `a change must show within just over 30 s`. */
export function describeChange({ fact, to, past }: Pick<Flip, 'fact' | 'to' | 'past'>): string {
  const meta = factMeta[fact];
  if (typeof to === 'number' && meta.kind === 'number' && meta.whole && to >= LONG_COUNT)
    return describeFact(fact, Number(to.toPrecision(3))).replace(/(?=\d)/, 'about ');
  const clause = describeFact(fact, to);
  return past === null ? clause : clause.replace(/(?=\d)/, `just ${past} `);
}

/** The smallest change as a sentence: what would have to be true, and what would be right then. */
export function writeFlip(flip: Flip, decision: DecisionId): string {
  const labels = flip.best.map(option => `*${labelOption(decision, option)}*`);
  const then = labels.length === 0 ? 'either would do' : `the answer would be ${labels.join(' or ')}`;
  return `If ${describeChange(flip)}, ${then}.`;
}

const listKeys = ({ options }: Verdict): OptionId[] => options.map(({ option }) => option);

/** What proves a row; while some of it is not known, what of it is known to hold. */
function proveSoFar(when: Condition, facts: Facts): Leaf[] {
  const proof = findWitness(when, facts, true);
  if (proof.length > 0) return proof;
  return listLeaves(when).filter(leaf => compile(leaf, 'unknown')(facts) === true);
}

/** The load behind a cache is never more than the whole one, so it need not be told beside it. */
function dropImplied(leaves: readonly Leaf[]): readonly Leaf[] {
  const isOf = (leaf: Leaf, quantity: QuantityId) => leaf.kind === 'compare' && leaf.quantity === quantity;
  if (!leaves.some(leaf => isOf(leaf, 'uncached_load'))) return leaves;
  return leaves.filter(leaf => !isOf(leaf, 'cached_load'));
}

/** What keeps each row from moving the default. */
function listRefuted(decision: DecisionId, facts: Facts, keys: readonly OptionId[]): Leaf[] {
  return rowsOf(decision, keys)
    .filter(({ strength }) => strength === 'best' || strength === 'between')
    .flatMap(({ when }) => (when === 'otherwise' ? [] : findWitness(when, facts, false)));
}

/** Puts limits in the place of their ids in braces. */
export function fillLimits(text: string): string {
  return text.replace(/\{([a-z.-]+)\}/g, (whole, id: string) => (isThreshold(id) ? formatLimit(id) : whole));
}

const isThreshold = (id: string): id is ThresholdId => Object.hasOwn(thresholds, id);
