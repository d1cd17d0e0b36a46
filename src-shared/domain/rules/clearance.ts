import type { Facts } from '../facts.ts';
import { type Leaf, listLeaves } from './conditions.ts';
import { type DecisionId, decisionIds } from './decisions.ts';
import { measure, quantityOf } from './quantities.ts';
import type { Row } from './row.ts';
import { rowsOf } from './table.ts';
import { limitOf } from './thresholds.ts';

type Comparing = Extract<Leaf, { kind: 'compare' }>;

/** Small counts are told apart at a glance, so that two tables are clear of three. */
const SMALL_COUNT = 20;

/** The comparisons that a decision makes. */
const comparisonsOf = new Map(decisionIds.map(id => [id, listComparisons(rowsOf(id))]));

function listComparisons(rows: readonly Row[]): Comparing[] {
  const leaves = rows.flatMap(({ when }) => (when === 'otherwise' ? [] : listLeaves(when)));
  return leaves.filter(leaf => leaf.kind === 'compare');
}

/** Whether every known number that a decision compares is a quarter away from its limit (`surface.clearance`). */
export function isClear(decision: DecisionId, facts: Facts): boolean {
  return (comparisonsOf.get(decision) ?? []).every(leaf => isLeafClear(leaf, facts));
}

function isLeafClear(leaf: Comparing, facts: Facts): boolean {
  const value = measure(leaf.quantity, facts);
  const limit = typeof leaf.limit === 'object' ? facts[leaf.limit.fact] : limitOf(leaf.limit);
  if (value === null || limit === undefined || value === 0) return true;
  const { unit } = quantityOf(leaf.quantity);
  if (typeof unit === 'object' && unit.one !== unit.many && limit < SMALL_COUNT) return true;
  const factor = limitOf('surface.clearance');
  return value * factor <= limit || value >= limit * factor;
}
