import { describe, expect, test } from 'vitest';
import { factMeta, factNames, factsSchema } from '../../../src-shared/domain/facts.ts';

const enums: Record<string, string[]> = {
  callers: ['public', 'browser', 'internal'],
  direction: ['request', 'server-push', 'both-ways'],
  stale_read_harm: ['none', 'annoyance', 'money', 'stock'],
  write_conflict_harm: ['none', 'reversible', 'irreversible'],
  relations: ['clear', 'loose'],
  schema: ['stable', 'flexible'],
  query: ['exact', 'range', 'text'],
  fleet_changes: ['rarely', 'yearly', 'weekly', 'automatic'],
};
const numbers = [
  ['freshness_s', 'calls_per_s', 'reads_per_s', 'writes_per_s', 'users', 'actions_per_user_day'],
  ['peak_to_average', 'item_bytes', 'horizon_years', 'stored_bytes', 'staleness_tolerated_s'],
  ['latency_target_ms', 'joined_tables', 'updates_per_s', 'copies_per_update', 'search_lag_tolerated_s'],
  ['list_size', 'hottest_key_reads_per_s', 'messages_per_s'],
].flat();
const booleans = ['replicated', 'items_arrive_live', 'keys_expire_together'];
const isAllowed = (name: string, value: unknown) => factsSchema.safeParse({ [name]: value }).success;

test('the facts are those of the contract, each with its wording', () => {
  const contract = [...Object.keys(enums), ...numbers, ...booleans, 'path', 'access_by'].sort();
  expect([...factNames].sort()).toEqual(contract);
  expect(Object.keys(factMeta).sort()).toEqual(contract);
});

test.each(Object.entries(enums))('%s is one of %j, each with its clause', (name, values) => {
  expect(values.filter(value => !isAllowed(name, value))).toEqual([]);
  expect(isAllowed(name, 'sometimes')).toBe(false);
  const meta = Object.entries(factMeta).find(([one]) => one === name)?.[1];
  expect(meta?.kind === 'enum' && Object.keys(meta.says)).toEqual(values);
});

test.each(numbers)('%s is a number from 0 up', name => {
  expect(isAllowed(name, 0)).toBe(true);
  expect(isAllowed(name, 3)).toBe(true);
  for (const value of [-1, Number.POSITIVE_INFINITY, Number.NaN, '3', true, null]) {
    expect(isAllowed(name, value), String(value)).toBe(false);
  }
});

test.each([
  ['users', false],
  ['joined_tables', false],
  ['list_size', false],
  ['reads_per_s', true],
  ['horizon_years', true],
] as const)('half a step of %s: %s', (name, allowed) => {
  expect(isAllowed(name, 2.5)).toBe(allowed);
  expect(factMeta[name].whole).toBe(!allowed);
});

test.each(booleans)('%s is yes or no', name => {
  expect([true, false].every(value => isAllowed(name, value))).toBe(true);
  expect(isAllowed(name, 'yes')).toBe(false);
});

describe('path and key', () => {
  test('a path has from 1 to 20 hops that there are', () => {
    expect(isAllowed('path', ['cache', 'cache-miss', 'network', 'database', 'transatlantic'])).toBe(true);
    expect(isAllowed('path', [])).toBe(false);
    expect(isAllowed('path', ['carrier-pigeon'])).toBe(false);
    expect(isAllowed('path', Array(20).fill('network'))).toBe(true);
    expect(isAllowed('path', Array(21).fill('network'))).toBe(false);
  });

  test('a key is named in lower-case words', () => {
    expect(['user-id', 'user_id', 'tenant', 'k2'].every(key => isAllowed('access_by', key))).toBe(true);
    expect(['', 'User-Id', 'user id', '-id', 'id-'].some(key => isAllowed('access_by', key))).toBe(false);
  });
});

test('no facts are fine, unknown names are not', () => {
  expect(factsSchema.safeParse({}).success).toBe(true);
  expect(isAllowed('freshness', 5)).toBe(false);
});
