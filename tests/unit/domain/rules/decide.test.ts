import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactName, Facts } from '../../../../src-shared/domain/facts.ts';
import { factNames } from '../../../../src-shared/domain/facts.ts';
import { above, all, atLeast, is, not, yes } from '../../../../src-shared/domain/rules/conditions.ts';
import {
  decide,
  judge,
  listDecidingSets,
  listRelevantFacts,
  prepare,
  restrict,
} from '../../../../src-shared/domain/rules/decide.ts';
import { decisionIds, defaultIds, listOptions } from '../../../../src-shared/domain/rules/decisions.ts';
import type { Row } from '../../../../src-shared/domain/rules/row.ts';
import { rowsOf, table } from '../../../../src-shared/domain/rules/table.ts';
import { arbitraryFacts, arbitraryPart, arbitraryWorld } from '../../../helpers/arbitrary-facts.ts';

const keys = ['user-id', 'post-id', 'country'];
const decision = fc.constantFrom(...decisionIds);
const runs = { numRuns: 2_000 };

const nameKnown = (facts: Facts): FactName[] => factNames.filter(name => facts[name] !== undefined);

describe('of any facts', () => {
  test('every option has exactly one standing, and the options are those of the decision', () => {
    fc.assert(
      fc.property(arbitraryFacts, decision, (facts, id) => {
        const { options, best, defensible, wrong } = decide(facts, id, keys);
        const all = options.map(one => one.option);
        expect([...best, ...defensible, ...wrong].sort()).toEqual([...all].sort());
        expect(all).toEqual(id === 'shard-key' ? keys : listOptions(id));
      }),
      runs,
    );
  });

  test('a best or defensible option has a row that speaks for it, with the defaults it names', () => {
    fc.assert(
      fc.property(arbitraryFacts, decision, (facts, id) => {
        const verdict = decide(facts, id, keys);
        for (const { option, standing, rows } of verdict.options) {
          if (standing !== 'wrong') expect(rows.length, option).toBeGreaterThan(0);
          expect(rows.every(row => row.option === option)).toBe(true);
        }
        if (verdict.best.length > 0 && id !== 'latency-budget') {
          expect(verdict.defaults.length).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  test('the same facts in another order give the same verdict, and nothing is changed in them', () => {
    fc.assert(
      fc.property(arbitraryFacts, decision, (facts, id) => {
        const before = structuredClone(facts);
        const reversed = restrict(facts, nameKnown(facts).reverse());
        expect(decide(reversed, id, keys)).toEqual(decide(facts, id, keys));
        expect(facts).toEqual(before);
      }),
      runs,
    );
  });

  test('without any facts only defaults are best', () => {
    for (const id of decisionIds) {
      const { options, best, deciding } = decide({}, id, keys);
      const rows = options.filter(one => best.includes(one.option)).flatMap(one => one.rows);
      expect(rows.filter(row => row.when !== 'otherwise')).toEqual([]);
      expect(deciding).toEqual([]);
    }
  });
});

describe('settled', () => {
  const worldAndPart = arbitraryWorld.chain(world => fc.tuple(fc.constant(world), arbitraryPart(world)));

  test('whatever is learnt after it, the same options are best', () => {
    let settledInPart = 0;
    fc.assert(
      fc.property(worldAndPart, decision, ([world, part], id) => {
        const verdict = decide(part, id, keys);
        if (!verdict.settled) return;
        const missing = listRelevantFacts(id).some(name => part[name] === undefined);
        if (missing) settledInPart++;
        expect(decide(world, id, keys).best).toEqual(verdict.best);
        expect(verdict.open).toEqual([]);
      }),
      runs,
    );
    expect(settledInPart).toBeGreaterThan(100);
  });

  test('where all is known it is settled', () => {
    fc.assert(
      fc.property(arbitraryWorld, decision, (world, id) => {
        expect(decide(world, id, keys).settled).toBe(true);
      }),
      runs,
    );
  });

  test('a fact that can change the best options is open while it is unknown', () => {
    let turned = 0;
    const twoValues = fc
      .tuple(arbitraryWorld, arbitraryWorld, decision)
      .chain(([world, other, id]) =>
        fc.tuple(
          fc.constant(world),
          fc.constant(other),
          fc.constant(id),
          fc.constantFrom(...listRelevantFacts(id)),
          arbitraryPart(world),
        ),
      );
    fc.assert(
      fc.property(twoValues, ([world, other, id, fact, part]) => {
        if (world[fact] === undefined || other[fact] === undefined) return;
        const changed = { ...world, [fact]: other[fact] };
        if (decide(world, id, keys).best.join() === decide(changed, id, keys).best.join()) return;
        turned++;
        const known = restrict(
          part,
          nameKnown(part).filter(name => name !== fact),
        );
        expect(decide(known, id, keys).open).toContain(fact);
      }),
      { numRuns: 4_000 },
    );
    expect(turned).toBeGreaterThan(100);
  });

  test('what is open is unknown, and something the decision looks at', () => {
    fc.assert(
      fc.property(arbitraryFacts, decision, (facts, id) => {
        const { open, settled } = decide(facts, id, keys);
        expect(open.filter(name => facts[name] !== undefined)).toEqual([]);
        expect(open.filter(name => !listRelevantFacts(id).includes(name))).toEqual([]);
        expect(open.length === 0).toBe(settled);
      }),
      runs,
    );
  });
});

describe('deciding facts', () => {
  test('alone they give the same answer, as settled; with any one left out they do not', () => {
    fc.assert(
      fc.property(arbitraryFacts, decision, (facts, id) => {
        const all = [...keys, ...(facts.access_by ? [facts.access_by] : [])];
        const verdict = decide(facts, id, all);
        const judgeOnly = (names: readonly FactName[]) => {
          const { best, settled } = decide(restrict(facts, names), id, all);
          return { best, settled };
        };
        const { best, settled } = verdict;
        expect(judgeOnly(verdict.deciding)).toEqual({ best, settled });
        for (const name of verdict.deciding) {
          const rest = verdict.deciding.filter(other => other !== name);
          expect(judgeOnly(rest), name).not.toEqual({ best, settled });
        }
      }),
      runs,
    );
  });

  test('they are one of all minimal sets, none of which holds another', () => {
    fc.assert(
      fc.property(arbitraryFacts, decision, (facts, id) => {
        const sets = listDecidingSets(facts, id, keys);
        const inOrder = (names: readonly FactName[]) => [...names].sort().join();
        expect(sets.map(inOrder)).toContain(inOrder(decide(facts, id, keys).deciding));
        for (const set of sets) {
          const inner = sets.filter(other => other !== set && other.every(name => set.includes(name)));
          expect(inner).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a fact that only undoes what another would do is spared with it', () => {
    // Alone, so many reads would call for shards; with so few writes they are read through a cache.
    const facts: Facts = { reads_per_s: 100_000, writes_per_s: 1 };
    expect(decide(facts, 'sharding')).toMatchObject({ best: ['none'], settled: false, deciding: [] });
    expect(decide({ reads_per_s: 100_000 }, 'sharding').best).toEqual(['shard']);
  });

  test('two reasons that each suffice are two sets', () => {
    const facts: Facts = { callers: 'internal', latency_target_ms: 5, calls_per_s: 20_000 };
    expect(listDecidingSets(facts, 'protocol')).toEqual([
      ['callers', 'latency_target_ms'],
      ['callers', 'calls_per_s'],
    ]);
    expect(
      listDecidingSets({ stale_read_harm: 'stock', write_conflict_harm: 'irreversible' }, 'consistency'),
    ).toEqual([['stale_read_harm'], ['write_conflict_harm']]);
  });

  test('a default that nothing known moves has the empty set only', () => {
    expect(listDecidingSets({ stale_read_harm: 'none' }, 'consistency')).toEqual([[]]);
    expect(listDecidingSets({}, 'storage')).toEqual([[]]);
  });

  test('a default that nothing can move any more has the facts that could have moved it', () => {
    const facts: Facts = { stale_read_harm: 'annoyance', write_conflict_harm: 'none', users: 10 };
    expect(listDecidingSets(facts, 'consistency')).toEqual([['stale_read_harm', 'write_conflict_harm']]);
  });
});

describe('rows of one\u2019s own', () => {
  const row = (option: string, strength: Row['strength'], when: Row['when']): Row => ({
    id: `index.${option}-${strength}`,
    decision: 'index',
    option,
    strength,
    when,
    because: 'Told.',
    names: [],
  });
  const judgeRows = (rows: readonly Row[], facts: Facts) =>
    judge(prepare('index', rows, ['one', 'two', 'three']), facts);
  const flexible = is('schema', 'flexible');
  const many = atLeast('joined_tables', 'storage.joins-need-sql');
  const standing = row('one', 'best', 'otherwise');

  test('the default stands until a best row moves it', () => {
    const rows = [row('two', 'best', flexible), standing];
    expect(judgeRows(rows, {}).best).toEqual(['one']);
    expect(judgeRows(rows, { schema: 'stable' }).best).toEqual(['one']);
    expect(judgeRows(rows, { schema: 'flexible' }).best).toEqual(['two']);
    expect(judgeRows(rows, { schema: 'flexible' }).wrong).toEqual(['one', 'three']);
  });

  test('a defensible row stands beside the default and does not move it', () => {
    const verdict = judgeRows([row('two', 'defensible', flexible), standing], { schema: 'flexible' });
    expect(verdict).toMatchObject({ best: ['one'], defensible: ['two'], wrong: ['three'], settled: true });
  });

  test('between rows move the default and make nothing best', () => {
    const rows = [row('one', 'between', flexible), row('two', 'between', flexible), standing];
    expect(judgeRows(rows, { schema: 'flexible' })).toMatchObject({
      best: [],
      defensible: ['one', 'two'],
      settled: true,
    });
    expect(judgeRows(rows, {})).toMatchObject({ best: ['one'], settled: false, open: ['schema'] });
  });

  test('what is ruled out is wrong whatever speaks for it', () => {
    const rows = [row('two', 'best', many), row('two', 'ruled-out', flexible), standing];
    expect(judgeRows(rows, { joined_tables: 4, schema: 'stable' }).best).toEqual(['two']);
    const both = judgeRows(rows, { joined_tables: 4, schema: 'flexible' });
    expect(both).toMatchObject({ best: [], wrong: ['one', 'two', 'three'] });
    expect(judgeRows(rows, { joined_tables: 4 })).toMatchObject({ best: ['two'], settled: false });
  });

  test('a best row of the default itself gives the reason and can be unknown without leaving it open', () => {
    const rows = [row('one', 'best', many), row('two', 'best', all(flexible, not(many))), standing];
    expect(judgeRows(rows, { schema: 'stable' })).toMatchObject({ best: ['one'], settled: true });
    const told = judgeRows(rows, { schema: 'flexible', joined_tables: 3 });
    expect(told.options[0]?.rows.map(one => one.id)).toEqual(['index.one-best']);
  });

  test('where no row is the default, nothing known makes nothing best', () => {
    const rows = [row('one', 'best', flexible), row('two', 'best', not(flexible))];
    expect(judgeRows(rows, { schema: 'flexible' }).best).toEqual(['one']);
    expect(judgeRows(rows, { schema: 'stable' }).best).toEqual(['two']);
  });

  test('only unknown facts that a row still hangs on are open', () => {
    const rows = [
      row('two', 'best', all(yes('replicated'), flexible)),
      row('three', 'defensible', above('joined_tables', 'storage.joins-need-sql')),
      standing,
    ];
    expect(judgeRows(rows, {}).open).toEqual(['replicated', 'schema']);
    expect(judgeRows(rows, { replicated: true }).open).toEqual(['schema']);
    expect(judgeRows(rows, { replicated: false }).open).toEqual([]);
  });
});

describe('the table', () => {
  test('its rows have names of their own', () => {
    const ids = table.map(row => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(table.every(row => row.id.startsWith(`${row.decision}.`))).toBe(true);
  });

  test('every row speaks of an option of its decision and names defaults that there are', () => {
    for (const row of table) {
      expect(listOptions(row.decision), row.id).toContain(row.option);
      expect(row.names.filter(name => !defaultIds.includes(name))).toEqual([]);
      if (row.decision !== 'latency-budget') expect(row.names.length, row.id).toBeGreaterThan(0);
    }
  });

  test('each decision has one default, but for those that are computed', () => {
    const computed = ['shard-key', 'latency-budget'];
    for (const id of decisionIds) {
      const standing = rowsOf(id, keys).filter(row => row.when === 'otherwise');
      expect(standing.length, id).toBe(computed.includes(id) ? 0 : 1);
    }
  });

  test('every option can be best', () => {
    const reachable = new Set(
      table.filter(row => row.strength === 'best').map(row => `${row.decision}:${row.option}`),
    );
    const all = decisionIds.flatMap(id => listOptions(id).map(option => `${id}:${option}`));
    expect([...reachable].sort()).toEqual(all.sort());
  });

  test('between two limits there are always two options or more', () => {
    fc.assert(
      fc.property(arbitraryWorld, decision, (world, id) => {
        const { best, defensible } = decide(world, id, keys);
        if (best.length === 0) expect(defensible.length).toBeGreaterThanOrEqual(2);
      }),
      runs,
    );
  });
});
