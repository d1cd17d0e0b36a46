import { describe, expect, test } from 'vitest';
import { type FactName, type Facts, type FactValue, factMeta } from '../../../../src-shared/domain/facts.ts';
import { above, atMost, is, listLeaves } from '../../../../src-shared/domain/rules/conditions.ts';
import {
  capitalize,
  describeFact,
  describeLeaf,
  describeQuantity,
  formatFact,
  formatLimit,
  formatNumber,
  joinClauses,
} from '../../../../src-shared/domain/rules/describe.ts';
import { table } from '../../../../src-shared/domain/rules/table.ts';

test.each([
  [0, '0'],
  [1, '1'],
  [0.5, '0.5'],
  [0.125, '0.13'],
  [0.004, '0.004'],
  [1.005, '1'],
  [2.345, '2.35'],
  [9.999, '10'],
  [12.34, '12.3'],
  [99.96, '100'],
  [123.4, '123'],
  [999, '999'],
  [1_000, '1,000'],
  [12_345.6, '12,346'],
  [1_000_000, '1,000,000'],
  [1_234_567_890, '1,234,567,890'],
  [Number.POSITIVE_INFINITY, 'infinitely many'],
])('%d reads %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

describe('a fact alone', () => {
  test.each<[FactName, FactValue, string]>([
    ['freshness_s', 0, '0 s'],
    ['freshness_s', 0.2, '200 ms'],
    ['freshness_s', 1, '1 s'],
    ['freshness_s', 90, '90 s'],
    ['freshness_s', 119, '119 s'],
    ['freshness_s', 120, '2 min'],
    ['freshness_s', 3_600, '1 h'],
    ['staleness_tolerated_s', 86_400, '1 day'],
    ['staleness_tolerated_s', 172_800, '2 days'],
    ['latency_target_ms', 20, '20 ms'],
    ['item_bytes', 1, '1 byte'],
    ['item_bytes', 0, '0 bytes'],
    ['item_bytes', 999, '999 bytes'],
    ['item_bytes', 1_000, '1 KB'],
    ['item_bytes', 2_500_000, '2.5 MB'],
    ['stored_bytes', 100e9, '100 GB'],
    ['stored_bytes', 12e12, '12 TB'],
    ['stored_bytes', 3.2e15, '3.2 PB'],
    ['reads_per_s', 40_000, '40,000 reads/s'],
    ['joined_tables', 1, '1 table'],
    ['joined_tables', 0, '0 tables'],
    ['joined_tables', 4, '4 tables'],
    ['horizon_years', 1, '1 year'],
    ['horizon_years', 1.5, '1.5 years'],
    ['copies_per_update', 1, '1 copy'],
    ['copies_per_update', 200, '200 copies'],
    ['users', 1, '1 user'],
    ['list_size', 1, '1 item'],
    ['peak_to_average', 3, '3'],
    ['replicated', true, 'yes'],
    ['replicated', false, 'no'],
    ['direction', 'server-push', 'server push'],
    ['access_by', 'user-id', 'user id'],
    ['path', ['cache'], 'a cache hit'],
    ['path', ['network', 'database', 'network'], '2 calls inside the data centre and a database query'],
  ])('%s %s: %s', (name, value, text) => {
    expect(formatFact(name, value)).toBe(text);
  });
});

describe('a fact as a clause', () => {
  test.each<[FactName, FactValue, string]>([
    ['direction', 'server-push', 'only the server pushes'],
    ['freshness_s', 5, 'a change must show within 5 s'],
    ['reads_per_s', 40_000, 'it takes 40,000 reads/s'],
    ['joined_tables', 1, 'the main read joins 1 table'],
    ['actions_per_user_day', 1, 'each user makes 1 action a day'],
    ['peak_to_average', 3, 'the peak is 3 times the average'],
    ['copies_per_update', 1, 'each update repairs 1 copy'],
    ['items_arrive_live', true, 'items arrive while people page'],
    ['items_arrive_live', false, 'no items arrive while people page'],
    ['access_by', 'user-id', 'most reads come by user id'],
  ])('%s %s: %s', (name, value, text) => {
    expect(describeFact(name, value)).toBe(text);
  });

  test('every fact has its value in it, where it has one', () => {
    for (const [name, meta] of Object.entries(factMeta)) {
      if (meta.kind === 'number' || meta.kind === 'key' || meta.kind === 'path') {
        expect(meta.says.split('{v}').length, name).toBe(2);
      }
    }
  });
});

describe('a quantity as a clause', () => {
  const facts: Facts = { reads_per_s: 40_000, writes_per_s: 1_000, path: ['network', 'database'] };

  test.each([
    ['reads_to_writes', 'reads to writes are 40:1'],
    ['uncached_load', 'the database alone would take 41,000 requests/s'],
    ['cached_load', 'with a cache the database would take 5,000 requests/s'],
    ['fastest_path_ms', 'the hops take at least 21 ms'],
    ['slowest_path_ms', 'the hops take up to 60 ms'],
    ['reads_per_s', 'it takes 40,000 reads/s'],
    ['fan_out', null],
    ['stored', null],
  ] as const)('%s: %s', (id, text) => {
    expect(describeQuantity(id, facts)).toBe(text);
  });

  test('where nothing is written there are only reads', () => {
    expect(describeQuantity('reads_to_writes', { reads_per_s: 9, writes_per_s: 0 })).toBe(
      'there are only reads',
    );
  });

  test.each([
    [10, 10, 'reads to writes are 1:1'],
    [20, 2_500, 'reads to writes are 1:125'],
    [0, 5, 'reads to writes are 0:1'],
  ])('of %d reads and %d writes: %s', (reads_per_s, writes_per_s, text) => {
    expect(describeQuantity('reads_to_writes', { reads_per_s, writes_per_s })).toBe(text);
  });
});

describe('what a leaf sees', () => {
  const [live, fits, push] = [
    above('freshness_s', 'protocol.live'),
    atMost('slowest_path_ms', { fact: 'latency_target_ms' }),
    is('direction', 'server-push', 'both-ways'),
  ].flatMap(listLeaves);
  if (!live || !fits || !push) throw new Error('each is a leaf');

  test('is the value held against a limit', () => {
    expect(describeLeaf(live, { freshness_s: 8 })).toEqual(['a change must show within 8 s']);
  });

  test('is both values where the limit is a fact', () => {
    expect(describeLeaf(fits, { path: ['cache'], latency_target_ms: 5 })).toEqual([
      'the hops take up to 1 ms',
      'it must answer within 5 ms',
    ]);
  });

  test('is the word that a fact has, not the words asked for', () => {
    expect(describeLeaf(push, { direction: 'request' })).toEqual(['clients ask and the server answers']);
  });

  test('is nothing of what is unknown', () => {
    expect([live, fits, push].flatMap(leaf => describeLeaf(leaf, {}))).toEqual([]);
  });
});

test.each([
  ['database.rate', '50,000 transactions/s'],
  ['database.size', '10 TB'],
  ['hop.database-low', '20 ms'],
  ['protocol.live', '5 s'],
] as const)('the limit %s reads %s', (id, text) => {
  expect(formatLimit(id)).toBe(text);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'a'], 'a and b'],
  [['it takes 9 reads/s', 'it takes 2 writes/s'], 'it takes 9 reads/s and 2 writes/s'],
  [
    ['it takes 9 reads/s', 'it stores 2 GB', 'it takes 2 writes/s'],
    'it takes 9 reads/s, it stores 2 GB and it takes 2 writes/s',
  ],
  [
    ['the copies take 9 updates/s', 'the copies take part'],
    'the copies take 9 updates/s and the copies take part',
  ],
])('%o joined: %s', (clauses, text) => {
  expect(joinClauses(clauses)).toBe(text);
});

test.each([
  ['it takes 5 reads/s', 'It takes 5 reads/s'],
  ['gRPC is fast', 'gRPC is fast'],
  ['', ''],
])('%s begins a sentence as %s', (text, sentence) => {
  expect(capitalize(text)).toBe(sentence);
});

test('a row that quotes limits quotes ones that there are', () => {
  const quoted = table.flatMap(row => [...row.because.matchAll(/\{([^}]*)\}/g)].map(match => match[1]));
  expect(new Set(quoted)).toEqual(
    new Set(['database.rate', 'database.size', 'hop.database-low', 'hop.database-high']),
  );
});
