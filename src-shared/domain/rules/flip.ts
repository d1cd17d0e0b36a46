import { type FactName, type Facts, type FactValue, factMeta } from '../facts.ts';
import { type Leaf, listFacts, listLeaves } from './conditions.ts';
import { programOf, stand } from './decide.ts';
import type { DecisionId, OptionId } from './decisions.ts';
import { measure, quantityOf } from './quantities.ts';
import { rowsOf } from './table.ts';
import { limitOf } from './thresholds.ts';

/** A change of one known fact that turns which options are best. */
export type Flip = {
  fact: FactName;
  from: FactValue;
  to: FactValue;
  /** Where `to` lies just past a limit: which way. */
  past: 'over' | 'under' | null;
  /** One step of an enumerated fact is 1; so is a number moved by the factor `flip.step`, and 2 by its square. */
  cost: number;
  /** The best options afterwards; none where two are equally defensible. */
  best: readonly OptionId[];
};

type Step = { to: FactValue; past: Flip['past']; cost: number };

/**
 * Every single change that turns the best options, the smallest first, ties in the order of the decision's rows:
 * one step of an enumerated fact, or a number moved to or just past a limit. Empty where no single fact does.
 */
export function listFlips(facts: Facts, decision: DecisionId, keys: readonly OptionId[] = []): Flip[] {
  const program = programOf(decision, keys);
  const { best } = stand(program, facts);
  const leaves = rowsOf(decision, keys).flatMap(({ when }) => (when === 'otherwise' ? [] : listLeaves(when)));
  const flips = [...new Set(leaves.flatMap(listFacts))].flatMap(fact => {
    const from = facts[fact];
    if (from === undefined) return [];
    const steps = listSteps(fact, from, facts, leaves, keys).sort((a, b) => a.cost - b.cost);
    for (const step of steps) {
      const after = stand(program, { ...facts, [fact]: step.to }).best;
      if (after.join() !== best.join()) return [{ fact, from, ...step, best: after }];
    }
    return [];
  });
  return flips.sort((a, b) => a.cost - b.cost);
}

/** The smallest change of one fact that turns the best options; null where no single fact does. */
export function findFlip(facts: Facts, decision: DecisionId, keys: readonly OptionId[] = []): Flip | null {
  return listFlips(facts, decision, keys)[0] ?? null;
}

function listSteps(
  fact: FactName,
  from: FactValue,
  facts: Facts,
  leaves: readonly Leaf[],
  keys: readonly OptionId[],
): Step[] {
  const meta = factMeta[fact];
  const one = (to: FactValue): Step => ({ to, past: null, cost: 1 });
  if (typeof from === 'boolean') return [one(!from)];
  if (typeof from === 'number') return listMoves(fact, from, facts, leaves);
  if (meta.kind === 'key') return keys.filter(key => key !== from).map(one);
  if (meta.kind !== 'enum') return [];
  const values = Object.keys(meta.says);
  const at = values.indexOf(String(from));
  return values.filter((_, index) => (meta.ordered ? Math.abs(index - at) === 1 : index !== at)).map(one);
}

/** A number goes to each limit that it is held against, and just past it. */
function listMoves(fact: FactName, from: number, facts: Facts, leaves: readonly Leaf[]): Step[] {
  return leaves.flatMap(leaf => {
    const limit = solveLimit(fact, facts, leaf);
    if (limit === null || !Number.isFinite(limit) || limit < 0) return [];
    const up = limit >= from;
    return listPast(fact, limit, up)
      .filter(to => to !== from)
      .map(to => ({
        to,
        past: to === limit || isCounted(fact) ? null : up ? ('over' as const) : ('under' as const),
        cost: weighMove(from, to),
      }));
  });
}

/** The value of a fact at which a leaf stands exactly on its limit; null where it is not held against one. */
function solveLimit(fact: FactName, facts: Facts, leaf: Leaf): number | null {
  if (leaf.kind !== 'compare' || !listFacts(leaf).includes(fact)) return null;
  if (typeof leaf.limit !== 'object')
    return quantityOf(leaf.quantity).solve(fact, limitOf(leaf.limit), facts);
  if (leaf.limit.fact === fact) return measure(leaf.quantity, facts);
  const limit = facts[leaf.limit.fact];
  return limit === undefined ? null : quantityOf(leaf.quantity).solve(fact, limit, facts);
}

const HAIR = 1e-6;

/** A limit and the next value past it; whole numbers for facts that are counted. */
function listPast(fact: FactName, limit: number, up: boolean): number[] {
  if (isCounted(fact)) {
    return up ? [Math.ceil(limit), Math.floor(limit) + 1] : [Math.floor(limit), Math.ceil(limit) - 1];
  }
  return [limit, up ? limit * (1 + HAIR) : limit * (1 - HAIR)];
}

function isCounted(fact: FactName): boolean {
  const meta = factMeta[fact];
  return meta.kind === 'number' && meta.whole;
}

/** How far a fact moves: a number in factors of `flip.step`, an ordered word in its steps, all else as one step. */
export function weighChange(fact: FactName, from: FactValue, to: FactValue): number {
  if (typeof from === 'number' && typeof to === 'number') return weighMove(from, to);
  const meta = factMeta[fact];
  if (meta.kind !== 'enum' || !meta.ordered) return 1;
  const values = Object.keys(meta.says);
  return Math.abs(values.indexOf(String(to)) - values.indexOf(String(from)));
}

/** The log-ratio of a move in steps, to four decimals so that equal moves tie; from nothing it counts as from one. */
function weighMove(from: number, to: number): number {
  const ratio = from > 0 && to > 0 ? to / from : Math.max(from, to) + 1;
  return Math.round((Math.abs(Math.log(ratio)) / Math.log(limitOf('flip.step'))) * 1e4) / 1e4;
}
