import type { Facts } from '../facts.ts';
import { type Leaf, listLeaves } from './conditions.ts';
import type { DecisionId, OptionId } from './decisions.ts';
import { measure, quantityOf } from './quantities.ts';
import { rowsOf } from './table.ts';
import { limitOf } from './thresholds.ts';

/** Small counts are told apart at a glance, so that two tables are clear of three. */
const SMALL_COUNT = 20;

/** Whether every known number that a decision compares is a quarter away from its limit (`surface.clearance`). */
export function isClear(decision: DecisionId, keys: readonly OptionId[], facts: Facts): boolean {
  return rowsOf(decision, keys)
    .flatMap(({ when }) => (when === 'otherwise' ? [] : listLeaves(when)))
    .every(leaf => isLeafClear(leaf, facts));
}

function isLeafClear(leaf: Leaf, facts: Facts): boolean {
  if (leaf.kind === 'is') return true;
  const value = measure(leaf.quantity, facts);
  const limit = typeof leaf.limit === 'object' ? facts[leaf.limit.fact] : limitOf(leaf.limit);
  if (value === null || limit === undefined || value === 0) return true;
  const { unit } = quantityOf(leaf.quantity);
  if (typeof unit === 'object' && unit.one !== unit.many && limit < SMALL_COUNT) return true;
  const factor = limitOf('surface.clearance');
  return value * factor <= limit || value >= limit * factor;
}
