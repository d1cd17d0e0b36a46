import type { BooleanFact, EnumFact, EnumValue, FactName, Facts, NumberFact } from '../facts.ts';
import { type QuantityId, quantityOf } from './quantities.ts';
import { limitOf, type ThresholdId } from './thresholds.ts';

/** What a comparison is made against: a limit of the table, or another fact. */
export type Limit = ThresholdId | { fact: NumberFact };
export type Comparison = 'atMost' | 'atLeast' | 'below' | 'above';

/** A condition that stands on its own: one fact is one of some values, or one quantity lies on one side of a limit. */
export type Leaf =
  | { kind: 'is'; fact: EnumFact | BooleanFact | 'access_by'; values: readonly (string | boolean)[] }
  | { kind: 'compare'; quantity: QuantityId; comparison: Comparison; limit: Limit };

/** A condition over facts, as data. */
export type Condition =
  | Leaf
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition };

/** Three-valued: a fact that is not known leaves open what depends on it. */
export type Truth = boolean | 'unknown';

/** True where every one holds. */
export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
/** True where at least one holds. */
export const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of });
/** True where the condition does not hold. */
export const not = (of: Condition): Condition => ({ kind: 'not', of });
/** An enumerated fact is one of the values. */
export const is = <N extends EnumFact>(fact: N, ...values: readonly EnumValue<N>[]): Condition => ({
  kind: 'is',
  fact,
  values,
});
/** A yes-or-no fact is yes. */
export const yes = (fact: BooleanFact): Condition => ({ kind: 'is', fact, values: [true] });
/** The main access pattern reads by this key. */
export const readBy = (key: string): Condition => ({ kind: 'is', fact: 'access_by', values: [key] });

const compare =
  (comparison: Comparison) =>
  (quantity: QuantityId, limit: Limit): Condition => ({ kind: 'compare', quantity, comparison, limit });
/** quantity ≤ limit */
export const atMost = compare('atMost');
/** quantity ≥ limit */
export const atLeast = compare('atLeast');
/** quantity < limit */
export const below = compare('below');
/** quantity > limit */
export const above = compare('above');

/** A condition made ready to be asked often. */
export type Test = (facts: Facts) => Truth;

/**
 * Turns a condition into a function. `whenUnknown` is what a leaf says whose facts are not known: `unknown` for
 * what is certain, `false` for what holds as far as is known.
 */
export function compile(condition: Condition, whenUnknown: Truth): Test {
  switch (condition.kind) {
    case 'is': {
      const { fact, values } = condition;
      return facts => {
        const value = facts[fact];
        return value === undefined ? whenUnknown : values.includes(value);
      };
    }
    case 'compare':
      return compileComparison(condition, whenUnknown);
    case 'not': {
      const test = compile(condition.of, whenUnknown);
      return facts => negate(test(facts));
    }
    case 'all':
      return combine(condition.of, whenUnknown, false);
    case 'any':
      return combine(condition.of, whenUnknown, true);
  }
}

/** True and false change places; what is unknown stays so. */
export function negate(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}

/** `any` ends at the first true, `all` at the first false; else what is unknown leaves the whole unknown. */
function combine(of: readonly Condition[], whenUnknown: Truth, ending: boolean): Test {
  const tests = of.map(part => compile(part, whenUnknown));
  return facts => {
    let truth: Truth = !ending;
    for (const test of tests) {
      const one = test(facts);
      if (one === ending) return ending;
      if (one === 'unknown') truth = 'unknown';
    }
    return truth;
  };
}

function compileComparison(leaf: Extract<Leaf, { kind: 'compare' }>, whenUnknown: Truth): Test {
  const { of } = quantityOf(leaf.quantity);
  const { comparison } = leaf;
  const limitAt = compileLimit(leaf.limit);
  return facts => {
    const limit = limitAt(facts);
    if (limit === undefined) return whenUnknown;
    const { low, high } = of(facts);
    const atLow = holds(low, comparison, limit);
    return atLow === holds(high, comparison, limit) ? atLow : whenUnknown;
  };
}

function compileLimit(limit: Limit): (facts: Facts) => number | undefined {
  if (typeof limit === 'object') return facts => facts[limit.fact];
  const value = limitOf(limit);
  return () => value;
}

/** Whether a value stands on the asked side of a limit. */
export function holds(value: number, comparison: Comparison, limit: number): boolean {
  switch (comparison) {
    case 'atMost':
      return value <= limit;
    case 'atLeast':
      return value >= limit;
    case 'below':
      return value < limit;
    case 'above':
      return value > limit;
  }
}

/** Every leaf of a condition, from left to right. */
export function listLeaves(condition: Condition): Leaf[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(listLeaves);
    case 'not':
      return listLeaves(condition.of);
    default:
      return [condition];
  }
}

/** The facts that a leaf looks at. */
export function listFacts(leaf: Leaf): readonly FactName[] {
  if (leaf.kind === 'is') return [leaf.fact];
  const from = quantityOf(leaf.quantity).from;
  return typeof leaf.limit === 'object' ? [...from, leaf.limit.fact] : from;
}

/** Unknown facts that keep a condition open; none where it is known to hold or not to hold. */
export function listUnknownFacts(condition: Condition, facts: Facts): FactName[] {
  if (compile(condition, 'unknown')(facts) !== 'unknown') return [];
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(part => listUnknownFacts(part, facts));
    case 'not':
      return listUnknownFacts(condition.of, facts);
    default:
      return listFacts(condition).filter(name => facts[name] === undefined);
  }
}

/** The leaves that prove a condition true (or false) under the facts; empty where it is not known to be. */
export function findWitness(condition: Condition, facts: Facts, wanted: boolean): Leaf[] {
  const isProven = (part: Condition, truth: boolean) => compile(part, 'unknown')(facts) === truth;
  if (!isProven(condition, wanted)) return [];
  switch (condition.kind) {
    case 'not':
      return findWitness(condition.of, facts, !wanted);
    case 'all':
    case 'any': {
      const needsOne = (condition.kind === 'any') === wanted;
      const proof = needsOne ? condition.of.filter(part => isProven(part, wanted)).slice(0, 1) : condition.of;
      return proof.flatMap(part => findWitness(part, facts, wanted));
    }
    default:
      return [condition];
  }
}
