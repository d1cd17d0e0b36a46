import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src-shared/domain/facts.ts';
import { decide } from '../../../../src-shared/domain/rules/decide.ts';
import { type DecisionId, labelOption } from '../../../../src-shared/domain/rules/decisions.ts';
import { explain, writeExplanation, writeFlip } from '../../../../src-shared/domain/rules/explain.ts';
import { findFlip, listFlips } from '../../../../src-shared/domain/rules/flip.ts';

const livePage: Facts = { callers: 'browser', direction: 'server-push', freshness_s: 3 };
const ferry: Facts = {
  reads_per_s: 90_000,
  writes_per_s: 50,
  stored_bytes: 4e11,
  stale_read_harm: 'stock',
  latency_target_ms: 100,
};

describe('the smallest change', () => {
  test.each<[DecisionId, Facts, Partial<ReturnType<typeof findFlip>>]>([
    // 3 s to just over 5 s is half a step; another direction is a whole one.
    ['protocol', livePage, { fact: 'freshness_s', past: 'over', best: [] }],
    // Below 3 s it is the other way round.
    [
      'protocol',
      { ...livePage, freshness_s: 0.1 },
      { fact: 'direction', to: 'request', cost: 1, best: ['http'] },
    ],
    ['sharding', ferry, { fact: 'reads_per_s', to: 49_950, past: null, best: ['none'] }],
    // From 50,000 down: at the limit one database is still enough, so a hair more turns it.
    ['sharding', { ...ferry, reads_per_s: 30_000 }, { fact: 'reads_per_s', past: 'over', best: ['shard'] }],
    ['pagination', { list_size: 80, items_arrive_live: false }, { fact: 'list_size', to: 101, past: null }],
    ['shard-scheme', { fleet_changes: 'yearly' }, { to: 'weekly', best: ['consistent-hashing'] }],
    ['latency-budget', { path: ['database'], latency_target_ms: 30 }, { fact: 'latency_target_ms' }],
  ])('%s of %j', (decision, facts, expected) => {
    expect(findFlip(facts, decision)).toMatchObject(expected ?? {});
  });

  test('an ordered fact takes one step, not two', () => {
    expect(findFlip({ stale_read_harm: 'none', write_conflict_harm: 'none' }, 'consistency')).toBeNull();
    expect(
      listFlips({ stale_read_harm: 'annoyance', write_conflict_harm: 'reversible' }, 'consistency'),
    ).toEqual([
      { fact: 'stale_read_harm', from: 'annoyance', to: 'money', past: null, cost: 1, best: ['strong'] },
      {
        fact: 'write_conflict_harm',
        from: 'reversible',
        to: 'irreversible',
        past: null,
        cost: 1,
        best: ['strong'],
      },
    ]);
  });

  test('another key of the prompt is one step', () => {
    expect(findFlip({ access_by: 'user-id' }, 'shard-key', ['user-id', 'order-id'])).toMatchObject({
      to: 'order-id',
      best: ['order-id'],
    });
  });

  test('where nothing known turns it there is none', () => {
    expect(findFlip({}, 'caching')).toBeNull();
  });
});

test('every flip turns the answer, and they come in the order of their cost', () => {
  const facts = fc.record({
    reads_per_s: fc.nat({ max: 500_000 }),
    writes_per_s: fc.nat({ max: 100_000 }),
    stored_bytes: fc.nat({ max: 2e9 }).map(kilo => kilo * 1e5),
    stale_read_harm: fc.constantFrom('none', 'annoyance', 'money', 'stock'),
    write_conflict_harm: fc.constantFrom('none', 'reversible', 'irreversible'),
    joined_tables: fc.nat({ max: 8 }),
    schema: fc.constantFrom('stable', 'flexible'),
    latency_target_ms: fc.integer({ min: 1, max: 500 }),
  });
  const asked = fc.constantFrom<DecisionId>('storage', 'sharding', 'caching', 'consistency', 'else');
  fc.assert(
    fc.property(facts, asked, (known, decision) => {
      const before = decide(known, decision).best;
      const flips = listFlips(known, decision);
      for (const { fact, to, best } of flips) {
        expect(decide({ ...known, [fact]: to }, decision).best).toEqual(best);
        expect(best).not.toEqual(before);
      }
      expect(flips.map(({ cost }) => cost)).toEqual(flips.map(({ cost }) => cost).toSorted((a, b) => a - b));
    }),
  );
});

describe('in words', () => {
  const tell = (facts: Facts, decision: DecisionId): string => {
    const verdict = decide(facts, decision);
    const explanation = explain(verdict, facts, verdict.best[0] ?? '');
    return explanation ? writeExplanation(explanation) : '';
  };

  test('the facts that decide stand before the reason, with the limit from the table', () => {
    expect(tell(ferry, 'sharding')).toBe(
      'The database alone would take 90,050 requests/s and a stale read sells what is gone. One well-tuned database takes up to 50,000 transactions/s.',
    );
    expect(tell({ ...ferry, writes_per_s: 80_000 }, 'sharding')).toMatch(
      /^With a cache the database would take 89,000/,
    );
  });

  test('a default is explained by what could have moved it', () => {
    expect(tell({ fleet_changes: 'yearly' }, 'shard-scheme')).toMatch(/^Nodes change about once a year\. /);
  });

  test('an option for which nothing speaks has no explanation', () => {
    expect(explain(decide(livePage, 'protocol'), livePage, 'http')).toBeNull();
  });

  test('a flip is a sentence', () => {
    const flip = findFlip({ fleet_changes: 'yearly' }, 'shard-scheme');
    expect(flip && writeFlip(flip, 'shard-scheme')).toBe(
      `If nodes change every week, the answer would be *${labelOption('shard-scheme', 'consistent-hashing')}*.`,
    );
    const live = findFlip(livePage, 'protocol');
    expect(live && writeFlip(live, 'protocol')).toBe(
      'If a change must show within just over 5 s, either would do.',
    );
  });

  test('a flip tells a long count in three figures, any other number as it is', () => {
    const years: Facts = {
      users: 1_000_000,
      actions_per_user_day: 1,
      item_bytes: 300,
      horizon_years: 1,
      reads_per_s: 400,
      writes_per_s: 400,
    };
    const [users] = listFlips(years, 'sharding').filter(({ fact }) => fact === 'users');
    expect(users && writeFlip(users, 'sharding')).toBe(
      'If it has about 91,300,000 users, the answer would be *shards*.',
    );
    const long = findFlip({ list_size: 60, items_arrive_live: true }, 'pagination');
    expect(long && writeFlip(long, 'pagination')).toBe(
      'If the list holds 101 items, the answer would be *a cursor*.',
    );
    const reads = findFlip({ ...ferry, reads_per_s: 60_000 }, 'sharding');
    expect(reads && writeFlip(reads, 'sharding')).toBe(
      'If it takes 49,950 reads/s, the answer would be *one database*.',
    );
  });
});
