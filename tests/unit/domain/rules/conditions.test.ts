import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src-shared/domain/facts.ts';
import {
  above,
  all,
  any,
  atLeast,
  atMost,
  below,
  type Comparison,
  type Condition,
  compile,
  findWitness,
  holds,
  is,
  type Leaf,
  listFacts,
  listLeaves,
  listUnknownFacts,
  negate,
  not,
  readBy,
  type Truth,
  yes,
} from '../../../../src-shared/domain/rules/conditions.ts';
import { restrict } from '../../../../src-shared/domain/rules/decide.ts';
import { table } from '../../../../src-shared/domain/rules/table.ts';
import { arbitraryFacts, arbitraryPart, arbitraryWorld } from '../../../helpers/arbitrary-facts.ts';

const leaves = table.flatMap(({ when }) => (when === 'otherwise' ? [] : listLeaves(when)));
const arbitraryLeaf: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(...leaves, readBy('user-id'));
const { condition: arbitraryCondition } = fc.letrec<{ condition: Condition; part: Condition }>(tie => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    arbitraryLeaf,
    fc.array(tie('condition'), { maxLength: 3 }).map(of => all(...of)),
    fc.array(tie('condition'), { maxLength: 3 }).map(of => any(...of)),
    tie('condition').map(not),
  ),
  part: tie('condition'),
}));

const ask = (condition: Condition, facts: Facts): Truth => compile(condition, 'unknown')(facts);
const runs = { numRuns: 1_000 };

describe('three-valued logic', () => {
  const loose = is('schema', 'flexible');
  const copied = yes('replicated');
  // `schema` plays the first, `replicated` the second part.
  const facts = (first: Truth, second: Truth): Facts => ({
    ...(first !== 'unknown' && { schema: first ? 'flexible' : 'stable' }),
    ...(second !== 'unknown' && { replicated: second }),
  });

  test.each<[Truth, Truth, Truth, Truth]>([
    [true, true, true, true],
    [true, false, false, true],
    [true, 'unknown', 'unknown', true],
    [false, true, false, true],
    [false, false, false, false],
    [false, 'unknown', false, 'unknown'],
    ['unknown', true, 'unknown', true],
    ['unknown', false, false, 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s and %s: all is %s, any is %s', (first, second, both, either) => {
    expect(ask(all(loose, copied), facts(first, second))).toBe(both);
    expect(ask(any(loose, copied), facts(first, second))).toBe(either);
  });

  test('not turns true and false around and leaves unknown', () => {
    expect([true, false, 'unknown' as const].map(negate)).toEqual([false, true, 'unknown']);
    expect(ask(not(loose), {})).toBe('unknown');
    expect(ask(not(loose), { schema: 'flexible' })).toBe(false);
  });

  test('nothing at all holds, and none of nothing does', () => {
    expect(ask(all(), {})).toBe(true);
    expect(ask(any(), {})).toBe(false);
  });

  test('De Morgan, double negation, order and nesting make no difference', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryCondition, arbitraryFacts, (a, b, known) => {
        expect(ask(not(all(a, b)), known)).toBe(ask(any(not(a), not(b)), known));
        expect(ask(not(any(a, b)), known)).toBe(ask(all(not(a), not(b)), known));
        expect(ask(not(not(a)), known)).toBe(ask(a, known));
        expect(ask(all(a, b), known)).toBe(ask(all(b, a), known));
        expect(ask(any(a, any(b)), known)).toBe(ask(any(b, a), known));
      }),
      runs,
    );
  });

  test('what is known stays so, whatever else is learnt', () => {
    let learnt = 0;
    const worldAndPart = arbitraryWorld.chain(world => fc.tuple(fc.constant(world), arbitraryPart(world)));
    fc.assert(
      fc.property(arbitraryCondition, worldAndPart, (condition, [world, part]) => {
        const before = ask(condition, part);
        if (before === 'unknown') learnt++;
        else expect(ask(condition, world)).toBe(before);
      }),
      runs,
    );
    expect(learnt).toBeGreaterThan(100);
  });

  test('where all is known nothing is unknown', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryWorld, (condition, world) => {
        expect(ask(condition, world)).not.toBe('unknown');
      }),
      runs,
    );
  });

  test('with a word for the unknown given, there is no unknown', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, (condition, known) => {
        const soFar = compile(condition, false)(known);
        expect(typeof soFar).toBe('boolean');
      }),
      runs,
    );
  });
});

describe('comparisons', () => {
  test.each<[Comparison, boolean, boolean, boolean]>([
    ['atMost', true, true, false],
    ['below', true, false, false],
    ['atLeast', false, true, true],
    ['above', false, false, true],
  ])('%s: under the limit %s, at it %s, over it %s', (comparison, under, at, over) => {
    expect([99, 100, 101].map(value => holds(value, comparison, 100))).toEqual([under, at, over]);
  });

  test('each is the negation of another', () => {
    const opposites = [
      [atMost, above],
      [atLeast, below],
    ] as const;
    fc.assert(
      fc.property(arbitraryFacts, fc.constantFrom(...opposites), (known, [one, other]) => {
        const limit = 'caching.ratio-pays';
        expect(ask(not(one('reads_to_writes', limit)), known)).toBe(
          ask(other('reads_to_writes', limit), known),
        );
      }),
      runs,
    );
  });

  test('bounds can settle what is not fully known', () => {
    const tooMuch = above('uncached_load', 'database.rate');
    expect(ask(tooMuch, { writes_per_s: 60_000 })).toBe(true);
    expect(ask(tooMuch, { writes_per_s: 50_000 })).toBe('unknown');
    expect(ask(not(tooMuch), { reads_per_s: 60_000 })).toBe(false);
    expect(ask(above('cached_load', 'database.rate'), { writes_per_s: 60_000 })).toBe(true);
    expect(ask(above('cached_load', 'database.rate'), { reads_per_s: 600_000 })).toBe(true);
    expect(ask(above('cached_load', 'database.rate'), { reads_per_s: 400_000 })).toBe('unknown');
  });

  test('a limit that is a fact leaves the comparison open while that fact is unknown', () => {
    const fits = atMost('slowest_path_ms', { fact: 'latency_target_ms' });
    expect(ask(fits, { path: ['cache'] })).toBe('unknown');
    expect(ask(fits, { latency_target_ms: 10 })).toBe('unknown');
    expect(ask(fits, { path: ['cache'], latency_target_ms: 1 })).toBe(true);
    expect(ask(fits, { path: ['database'], latency_target_ms: 49 })).toBe(false);
  });
});

describe('which facts', () => {
  test('leaves come from left to right, with the facts that they look at', () => {
    const condition = all(
      is('schema', 'flexible'),
      not(any(yes('replicated'), atMost('slowest_path_ms', { fact: 'latency_target_ms' }))),
    );
    expect(listLeaves(condition).flatMap(listFacts)).toEqual([
      'schema',
      'replicated',
      'path',
      'latency_target_ms',
    ]);
  });

  test('a condition turns on no fact but its own', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, (condition, known) => {
        const own = [...new Set(listLeaves(condition).flatMap(listFacts))];
        expect(ask(condition, restrict(known, own))).toBe(ask(condition, known));
      }),
      runs,
    );
  });

  test('unknown facts keep it open, and only those that a known part does not make needless', () => {
    const condition = all(is('schema', 'flexible'), any(yes('replicated'), yes('items_arrive_live')));
    expect(listUnknownFacts(condition, {})).toEqual(['schema', 'replicated', 'items_arrive_live']);
    expect(listUnknownFacts(condition, { schema: 'stable' })).toEqual([]);
    expect(listUnknownFacts(condition, { replicated: true })).toEqual(['schema']);
    expect(listUnknownFacts(condition, { schema: 'flexible', replicated: false })).toEqual([
      'items_arrive_live',
    ]);
  });

  test('a condition is open if and only if an unknown fact keeps it so', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, (condition, known) => {
        const open = listUnknownFacts(condition, known);
        expect(open.length > 0).toBe(ask(condition, known) === 'unknown');
        expect(open.filter(name => known[name] !== undefined)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('witness', () => {
  const flexible = is('schema', 'flexible');
  const copied = yes('replicated');

  test('of an any it is the first part that holds, of an all every part', () => {
    const facts: Facts = { schema: 'flexible', replicated: true };
    expect(findWitness(any(flexible, copied), facts, true)).toEqual([flexible]);
    expect(findWitness(all(flexible, copied), facts, true)).toEqual([flexible, copied]);
  });

  test('of a refuted all it is the first part that fails, of a refuted any every part', () => {
    const facts: Facts = { schema: 'stable', replicated: false };
    expect(findWitness(all(flexible, copied), facts, false)).toEqual([flexible]);
    expect(findWitness(any(flexible, copied), facts, false)).toEqual([flexible, copied]);
    expect(findWitness(not(copied), facts, true)).toEqual([copied]);
  });

  test('there is none of what is unknown or of what is not so', () => {
    expect(findWitness(flexible, {}, true)).toEqual([]);
    expect(findWitness(any(flexible, copied), { schema: 'stable' }, false)).toEqual([]);
    expect(findWitness(flexible, { schema: 'stable' }, true)).toEqual([]);
  });

  test('its facts alone prove the condition', () => {
    let proven = 0;
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, (condition, known) => {
        const truth = ask(condition, known);
        if (truth === 'unknown') return;
        proven++;
        const witness: Leaf[] = findWitness(condition, known, truth);
        expect(ask(condition, restrict(known, witness.flatMap(listFacts)))).toBe(truth);
      }),
      runs,
    );
    expect(proven).toBeGreaterThan(100);
  });
});
