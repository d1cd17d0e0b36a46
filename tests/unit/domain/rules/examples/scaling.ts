import type { Examples } from './example.ts';

const display = { stale_read_harm: 'none', latency_target_ms: 100 } as const;

export const sharding: Examples = {
  decision: 'sharding',
  examples: [
    { shows: 'nothing known: one database', facts: {}, best: ['none'], deciding: [] },
    {
      shows: '10,000 writes/s and 100 GB never shard',
      facts: { ...display, reads_per_s: 0, writes_per_s: 10_000, stored_bytes: 100e9 },
      best: ['none'],
      open: [],
      defaults: ['scale.math', 'throughput.database'],
    },
    {
      shows: 'exactly 50,000 writes/s: one database',
      facts: { ...display, reads_per_s: 0, writes_per_s: 50_000, stored_bytes: 1e12 },
      best: ['none'],
      open: [],
    },
    {
      shows: 'above 50,000 writes/s: shards, whatever else is unknown',
      facts: { writes_per_s: 50_100 },
      best: ['shard'],
      open: [],
      deciding: ['writes_per_s'],
      defaults: ['scale.math', 'throughput.database'],
    },
    {
      shows: 'exactly 10 TB: one database',
      facts: { ...display, reads_per_s: 0, writes_per_s: 100, stored_bytes: 10e12 },
      best: ['none'],
      open: [],
    },
    {
      shows: 'above 10 TB: shards for the size alone',
      facts: { ...display, reads_per_s: 0, writes_per_s: 100, stored_bytes: 10.05e12 },
      best: ['shard'],
      open: [],
      deciding: ['stored_bytes'],
      defaults: ['scale.math'],
    },
    {
      shows: 'the size as actions pile it up: 1 million users, 10 actions a day, 1 KB, 3 years are 10.95 TB',
      facts: {
        users: 1_000_000,
        actions_per_user_day: 10,
        item_bytes: 1_000,
        horizon_years: 3,
      },
      best: ['shard'],
      open: [],
      deciding: ['users', 'actions_per_user_day', 'item_bytes', 'horizon_years'],
    },
    {
      shows: 'a year less is 7.3 TB: one database',
      facts: {
        ...display,
        reads_per_s: 0,
        writes_per_s: 350,
        users: 1_000_000,
        actions_per_user_day: 10,
        item_bytes: 1_000,
        horizon_years: 2,
      },
      best: ['none'],
      open: [],
    },
    {
      shows: 'behind a cache 480,000 reads/s are 48,000: with 2,000 writes/s exactly 50,000',
      facts: { ...display, reads_per_s: 480_000, writes_per_s: 2_000, stored_bytes: 1e12 },
      best: ['none'],
      open: [],
    },
    {
      shows: 'behind a cache 481,000 reads/s are 48,100: too many',
      facts: { ...display, reads_per_s: 481_000, writes_per_s: 2_000, stored_bytes: 1e12 },
      best: ['shard'],
      open: [],
      deciding: ['reads_per_s', 'writes_per_s'],
    },
    {
      shows: 'a path that decides money has no cache before it: 60,000 reads/s all arrive',
      facts: { stale_read_harm: 'money', reads_per_s: 60_000, writes_per_s: 100, stored_bytes: 1e12 },
      best: ['shard'],
      open: [],
      deciding: ['stale_read_harm', 'reads_per_s'],
    },
    {
      shows: 'the same reads of a display: one database',
      facts: { stale_read_harm: 'none', reads_per_s: 60_000, writes_per_s: 100, stored_bytes: 1e12 },
      best: ['none'],
      open: [],
    },
    {
      shows: 'a cache that is only defensible is not counted on: 7:1 and 48,000 reads/s',
      facts: { ...display, reads_per_s: 48_000, writes_per_s: 6_800, stored_bytes: 1e12 },
      best: ['shard'],
      open: [],
    },
    {
      shows: 'a tight target makes it expected: the same load is one database',
      facts: {
        stale_read_harm: 'none',
        latency_target_ms: 10,
        reads_per_s: 48_000,
        writes_per_s: 6_800,
        stored_bytes: 1e12,
      },
      best: ['none'],
      open: [],
    },
    {
      shows: 'few writes and little data, and nobody said how many reads: one database until then',
      facts: { ...display, writes_per_s: 100, stored_bytes: 1e12 },
      best: ['none'],
      open: ['reads_per_s'],
      deciding: [],
    },
  ],
};

export const shardKey: Examples = {
  decision: 'shard-key',
  examples: [
    {
      shows: 'the key that the main access pattern reads by',
      facts: { access_by: 'user-id' },
      keys: ['user-id', 'post-id', 'country'],
      best: ['user-id'],
      open: [],
      deciding: ['access_by'],
      defaults: ['scale.shardkey'],
    },
    {
      shows: 'another access pattern, another key',
      facts: { access_by: 'post-id' },
      keys: ['user-id', 'post-id', 'country'],
      best: ['post-id'],
      open: [],
      deciding: ['access_by'],
    },
    {
      shows: 'nobody said what is read by: no key is best yet',
      facts: {},
      keys: ['user-id', 'post-id'],
      best: [],
      open: ['access_by'],
      deciding: [],
    },
    {
      shows: 'a key that the prompt does not list is best all the same',
      facts: { access_by: 'order-id' },
      keys: ['user-id', 'post-id'],
      best: ['order-id'],
      open: [],
    },
  ],
};

export const shardScheme: Examples = {
  decision: 'shard-scheme',
  examples: [
    {
      shows: 'nothing known: hash modulo shards',
      facts: {},
      best: ['hash-modulo'],
      open: ['fleet_changes'],
      deciding: [],
      defaults: ['scale.hash'],
    },
    {
      shows: 'a fleet that rarely changes: hash modulo shards',
      facts: { fleet_changes: 'rarely' },
      best: ['hash-modulo'],
      open: [],
      deciding: ['fleet_changes'],
    },
    {
      shows: 'a fleet that changes once a year: hash modulo shards',
      facts: { fleet_changes: 'yearly' },
      best: ['hash-modulo'],
      open: [],
    },
    {
      shows: 'a fleet that changes every week: consistent hashing',
      facts: { fleet_changes: 'weekly' },
      best: ['consistent-hashing'],
      open: [],
      deciding: ['fleet_changes'],
      defaults: ['scale.consistent'],
    },
    {
      shows: 'a fleet that scales by itself: consistent hashing',
      facts: { fleet_changes: 'automatic' },
      best: ['consistent-hashing'],
      open: [],
    },
  ],
};
