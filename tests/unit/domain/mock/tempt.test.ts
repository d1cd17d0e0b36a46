import { expect, test } from 'vitest';
import type { Facts } from '../../../../src-shared/domain/facts.ts';
import { isTempting } from '../../../../src-shared/domain/mock/tempt.ts';
import type { DecisionId } from '../../../../src-shared/domain/rules/decisions.ts';

const load: Facts = { reads_per_s: 6_000, writes_per_s: 20, stored_bytes: 1e12 };
const hot: Facts = { hottest_key_reads_per_s: 9_000, keys_expire_together: false };

const cases: [string, DecisionId, Facts, Facts, boolean][] = [
  ['more of the load that would need shards', 'sharding', load, { reads_per_s: 120_000 }, true],
  ['less of it', 'sharding', load, { reads_per_s: 3_000 }, false],
  [
    'a lag that nears “at once”',
    'invalidation',
    { staleness_tolerated_s: 600 },
    { staleness_tolerated_s: 120 },
    true,
  ],
  ['a lag that grows', 'invalidation', { staleness_tolerated_s: 120 }, { staleness_tolerated_s: 600 }, false],
  ['keys that expire together, beside one hot key', 'stampede', hot, { keys_expire_together: true }, true],
  ['a hot key that gets hotter', 'stampede', hot, { hottest_key_reads_per_s: 20_000 }, false],
  [
    'harm that is one step from money',
    'consistency',
    { stale_read_harm: 'none' },
    { stale_read_harm: 'annoyance' },
    true,
  ],
  ['harm that shrinks', 'consistency', { stale_read_harm: 'annoyance' }, { stale_read_harm: 'none' }, false],
  [
    'a fact that the decision does not look at',
    'consistency',
    { stale_read_harm: 'none' },
    { reads_per_s: 9 },
    false,
  ],
  [
    'an answer that is turned',
    'consistency',
    { stale_read_harm: 'none' },
    { stale_read_harm: 'money' },
    false,
  ],
  ['nothing', 'sharding', load, {}, false],
];

test.each(cases)('%s', (_, decision, before, change, tempts) => {
  expect(isTempting(before, { ...before, ...change }, decision)).toBe(tempts);
});
