import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Facts, factMeta } from '../../../../src-shared/domain/facts.ts';
import {
  type Comparison,
  type Condition,
  listLeaves,
} from '../../../../src-shared/domain/rules/conditions.ts';
import { decide, judge, prepare, type Verdict } from '../../../../src-shared/domain/rules/decide.ts';
import { type DecisionId, decisionIds, listOptions } from '../../../../src-shared/domain/rules/decisions.ts';
import type { Row } from '../../../../src-shared/domain/rules/row.ts';
import { table } from '../../../../src-shared/domain/rules/table.ts';
import { type ThresholdId, thresholds } from '../../../../src-shared/domain/rules/thresholds.ts';
import { arbitraryFacts } from '../../../helpers/arbitrary-facts.ts';
import { allExamples } from './examples/all.ts';
import { type Example, expectedOf, readOutcome } from './examples/example.ts';

// Worked examples prove something only if they fail where the rules are wrong. So the rules are made wrong in
// every way that a slip could, and each time an example must tell.

type Decide = (facts: Facts, decision: DecisionId, example?: Example) => Verdict;

const isToldRight = (example: Example, verdict: Verdict) =>
  isDeepStrictEqual(readOutcome(verdict, example), expectedOf(example));

/** Whether an example is no longer told right. `among`: the decisions that can differ. */
function isNoticed(decideAnew: Decide, among: readonly DecisionId[] = decisionIds): boolean {
  return allExamples
    .filter(({ decision }) => among.includes(decision))
    .some(({ decision, examples }) =>
      examples.some(example => !isToldRight(example, decideAnew(example.facts, decision, example))),
    );
}

/** The rules with another table. The rows of `shard-key` stand in no table, but in the prompt. */
function decideBy(rows: readonly Row[]): Decide {
  const programs = new Map(
    decisionIds.map(
      id =>
        [
          id,
          prepare(
            id,
            rows.filter(row => row.decision === id),
            listOptions(id),
          ),
        ] as const,
    ),
  );
  return (facts, decision, example) => {
    const program = decision === 'shard-key' ? undefined : programs.get(decision);
    return program ? judge(program, facts) : decide(facts, decision, example?.keys);
  };
}

const drawn = fc.sample(arbitraryFacts, { numRuns: 1_500, seed: 20_261_124 });

/** Whether drawn facts are judged alike: how the options stand, and whether that is settled. */
function differsInNothing(decideAnew: Decide, among: readonly DecisionId[]): boolean {
  const stand = ({ best, defensible, settled }: Verdict) => ({ best, defensible, settled });
  return among.every(decision =>
    drawn.every(facts =>
      isDeepStrictEqual(stand(decideAnew(facts, decision)), stand(decide(facts, decision))),
    ),
  );
}

const opposite: Record<Comparison, Comparison> = {
  atMost: 'below',
  below: 'atMost',
  atLeast: 'above',
  above: 'atLeast',
};

/** Slips in one place: a limit counted in or out, a value too many or too few, a part or a "not" left out. */
function slip(node: Condition): Condition[] {
  switch (node.kind) {
    case 'compare':
      return [{ ...node, comparison: opposite[node.comparison] }];
    case 'is': {
      const meta = factMeta[node.fact];
      const possible = meta.kind === 'enum' ? Object.keys(meta.says) : [];
      const toggle = (value: string | boolean) =>
        node.values.includes(value) ? node.values.filter(one => one !== value) : [...node.values, value];
      return [...new Set([...possible, ...node.values])].map(value => ({ ...node, values: toggle(value) }));
    }
    case 'not':
      return [node.of];
    case 'all':
    case 'any':
      return [
        { kind: node.kind === 'all' ? 'any' : 'all', of: node.of },
        ...node.of.map((_, index) => ({ ...node, of: node.of.toSpliced(index, 1) })),
      ];
  }
}

function listNodes(condition: Condition): Condition[] {
  if (condition.kind === 'not') return [condition, ...listNodes(condition.of)];
  if (condition.kind === 'all' || condition.kind === 'any')
    return [condition, ...condition.of.flatMap(listNodes)];
  return [condition];
}

const nameOf = (condition: Condition): string => JSON.stringify(condition);

/** Puts a condition in the place of another wherever that stands: rules share conditions by name. */
function replace(within: Condition, name: string, by: Condition): Condition {
  if (nameOf(within) === name) return by;
  if (within.kind === 'not') return { ...within, of: replace(within.of, name, by) };
  if (within.kind === 'all' || within.kind === 'any') {
    return { ...within, of: within.of.map(part => replace(part, name, by)) };
  }
  return within;
}

const nodes = new Map(
  table
    .flatMap(({ when }) => (when === 'otherwise' ? [] : listNodes(when)))
    .map(node => [nameOf(node), node]),
);

test('every decision has worked examples, and the rules tell all of them', () => {
  expect(allExamples.map(({ decision }) => decision).sort()).toEqual([...decisionIds].sort());
  expect(isNoticed(decideBy(table)), 'an example in examples/ disagrees; table/*.test.ts says which').toBe(
    false,
  );
});

test.each(table)('without the row $id an example tells', row => {
  const without = decideBy(table.filter(({ id }) => id !== row.id));
  expect(isNoticed(without, [row.decision]), `examples/ has none that ${row.id} decides`).toBe(true);
});

test.each(table.filter(({ when }) => when !== 'otherwise'))(
  'with the row $id turned round an example tells',
  row => {
    const { when } = row;
    if (when === 'otherwise') return;
    const turned: Row = { ...row, when: { kind: 'not', of: when } };
    expect(isNoticed(decideBy(table.map(one => (one === row ? turned : one))), [row.decision])).toBe(true);
  },
);

test.each(table)('with the row $id on the other side an example tells', row => {
  const other = row.strength === 'ruled-out' ? 'best' : 'ruled-out';
  const turned: Row = { ...row, strength: other };
  expect(isNoticed(decideBy(table.map(one => (one === row ? turned : one))), [row.decision])).toBe(true);
});

test.each([...nodes])('a slip in %s: an example tells, or it changes nothing', (name, node) => {
  const unnoticed = slip(node).filter(other => {
    const rows = table.map(row =>
      row.when === 'otherwise' ? row : { ...row, when: replace(row.when, name, other) },
    );
    const changed = rows.filter((row, index) => JSON.stringify(row) !== JSON.stringify(table[index]));
    const among = [...new Set(changed.map(({ decision }) => decision))];
    const decideAnew = decideBy(rows);
    return !isNoticed(decideAnew, among) && !differsInNothing(decideAnew, among);
  });
  expect(unnoticed.map(nameOf)).toEqual([]);
});

/** The rules anew, with one limit elsewhere: other modules may read a limit once, when they are loaded. */
async function loadRulesWith(id: ThresholdId, value: number): Promise<Decide> {
  vi.resetModules();
  const fresh = await import('../../../../src-shared/domain/rules/thresholds.ts');
  Object.assign(fresh.thresholds[id], { value });
  const { decide: decideAnew } = await import('../../../../src-shared/domain/rules/decide.ts');
  return (facts, decision, example) => decideAnew(facts, decision, example?.keys);
}

const inRows = table
  .flatMap(({ when }) => (when === 'otherwise' ? [] : listLeaves(when)))
  .flatMap(leaf => (leaf.kind === 'compare' && typeof leaf.limit === 'string' ? [leaf.limit] : []));
const isThreshold = (id: string): id is ThresholdId => Object.hasOwn(thresholds, id);
const decisive = Object.keys(thresholds)
  .filter(isThreshold)
  .filter(id => inRows.includes(id) || id.startsWith('hop.') || id === 'caching.hit-rate');

describe('a limit that lies a hundredth lower or higher (or one whole unit), half or twice as high: an example tells', () => {
  test.each(decisive)('%s', async id => {
    const { value, unit } = thresholds[id];
    const step = unit === 'tables' || unit === 'items' ? 1 : value / 100;
    expect(isNoticed(await loadRulesWith(id, value - step)), 'lower').toBe(true);
    expect(isNoticed(await loadRulesWith(id, value + step)), 'higher').toBe(true);
    expect(isNoticed(await loadRulesWith(id, value * 2)), 'twice').toBe(true);
    expect(isNoticed(await loadRulesWith(id, value / 2)), 'half').toBe(true);
  });
});
