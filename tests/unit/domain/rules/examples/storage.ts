import type { Example, Examples } from './example.ts';

const harmless = { stale_read_harm: 'none', write_conflict_harm: 'none' } as const;
const small = { reads_per_s: 500, writes_per_s: 100, stored_bytes: 50e9 } as const;
const stableSmall = { ...harmless, ...small, schema: 'stable' } as const;

const strong: readonly Example[] = [
  {
    shows: 'strong consistency for money beats a flexible schema',
    facts: { stale_read_harm: 'money', schema: 'flexible', joined_tables: 1 },
    best: ['relational'],
    by: ['strong'],
    open: [],
    deciding: ['stale_read_harm'],
    defaults: ['storage.relational'],
  },
  {
    shows: 'so does stock',
    facts: { stale_read_harm: 'stock', schema: 'flexible', joined_tables: 0 },
    best: ['relational'],
    by: ['strong'],
    open: [],
  },
  {
    shows: 'so do write conflicts beyond repair',
    facts: { stale_read_harm: 'none', write_conflict_harm: 'irreversible', schema: 'flexible' },
    best: ['relational'],
    by: ['strong'],
    open: [],
    deciding: ['write_conflict_harm'],
  },
  {
    shows: 'annoyance and conflicts that can be put right do not',
    facts: {
      stale_read_harm: 'annoyance',
      write_conflict_harm: 'reversible',
      schema: 'flexible',
      joined_tables: 1,
    },
    best: ['nosql'],
    by: ['flexible'],
    open: [],
  },
  {
    shows: 'strong consistency keeps it relational even beyond one server',
    facts: { stale_read_harm: 'money', joined_tables: 0, writes_per_s: 90_000, schema: 'stable' },
    best: ['relational'],
    by: ['strong'],
    open: [],
  },
];

const joins: readonly Example[] = [
  {
    shows: 'exactly 3 joined tables beat a flexible schema',
    facts: { ...harmless, schema: 'flexible', joined_tables: 3 },
    best: ['relational'],
    by: ['joins'],
    open: [],
    deciding: ['joined_tables'],
  },
  {
    shows: '2 joined tables do not',
    facts: { ...harmless, schema: 'flexible', joined_tables: 2 },
    best: ['nosql'],
    by: ['flexible'],
    open: [],
    deciding: ['stale_read_harm', 'write_conflict_harm', 'joined_tables', 'schema'],
    defaults: ['storage.nosql'],
  },
  {
    shows: '3 joined tables stay relational even beyond one server',
    facts: { ...harmless, schema: 'flexible', joined_tables: 3, writes_per_s: 90_000, stored_bytes: 50e12 },
    best: ['relational'],
    by: ['joins'],
    open: [],
  },
];

const scale: readonly Example[] = [
  {
    shows: 'shards needed for the load and 1 joined table: NoSQL',
    facts: { ...harmless, schema: 'stable', joined_tables: 1, reads_per_s: 0, writes_per_s: 50_100 },
    best: ['nosql'],
    by: ['scale'],
    open: [],
    deciding: ['stale_read_harm', 'write_conflict_harm', 'joined_tables', 'writes_per_s'],
  },
  {
    shows: 'exactly 50,000/s needs no shards: relational',
    facts: {
      ...harmless,
      schema: 'stable',
      joined_tables: 1,
      reads_per_s: 0,
      writes_per_s: 50_000,
      stored_bytes: 1e12,
    },
    best: ['relational'],
    by: ['default'],
    open: [],
  },
  {
    shows: 'shards needed for the size: NoSQL',
    facts: { ...stableSmall, joined_tables: 1, stored_bytes: 10.05e12 },
    best: ['nosql'],
    by: ['scale'],
    open: [],
    deciding: ['stale_read_harm', 'write_conflict_harm', 'joined_tables', 'stored_bytes'],
  },
  {
    shows: 'exactly 10 TB needs no shards: relational',
    facts: { ...stableSmall, joined_tables: 1, stored_bytes: 10e12, latency_target_ms: 100 },
    best: ['relational'],
    by: ['default'],
    open: [],
  },
  {
    shows: 'shards needed, but 2 joined tables: relational',
    facts: { ...harmless, schema: 'stable', joined_tables: 2, writes_per_s: 90_000 },
    best: ['relational'],
    by: ['default'],
    open: [],
  },
  {
    shows: 'a cache that is expected carries the reads, so no shards and no NoSQL',
    facts: {
      ...harmless,
      schema: 'stable',
      joined_tables: 1,
      reads_per_s: 200_000,
      writes_per_s: 2_000,
      stored_bytes: 1e12,
    },
    best: ['relational'],
    by: ['default'],
    open: [],
  },
  {
    shows: 'without one (reads and writes even), the same reads need shards',
    facts: {
      ...harmless,
      schema: 'stable',
      joined_tables: 1,
      reads_per_s: 40_000,
      writes_per_s: 40_000,
      stored_bytes: 1e12,
      latency_target_ms: 100,
    },
    best: ['nosql'],
    by: ['scale'],
    open: [],
  },
  {
    shows: 'shards needed, and nobody said how much is joined: relational until then',
    facts: { ...harmless, schema: 'stable', writes_per_s: 90_000 },
    best: ['relational'],
    by: ['default'],
    open: ['joined_tables'],
    deciding: [],
  },
];

export const storage: Examples = {
  decision: 'storage',
  examples: [
    {
      shows: 'nothing known: relational stands',
      facts: {},
      best: ['relational'],
      by: ['default'],
      deciding: [],
      defaults: ['storage.relational'],
    },
    {
      shows: 'a stable schema and a small load: relational, and nothing could move it',
      facts: { ...stableSmall, joined_tables: 2, latency_target_ms: 100 },
      best: ['relational'],
      by: ['default'],
      open: [],
      deciding: ['joined_tables', 'schema'],
    },
    {
      shows: 'a flexible schema alone: NoSQL until harm or joins are known',
      facts: { schema: 'flexible' },
      best: ['nosql'],
      by: ['flexible'],
      settled: false,
      deciding: ['schema'],
    },
    ...strong,
    ...joins,
    ...scale,
  ],
};

const light = { updates_per_s: 10, copies_per_update: 10 } as const;

export const readShape: Examples = {
  decision: 'read-shape',
  examples: [
    {
      shows: 'nothing known: normalised stands',
      facts: {},
      best: ['normalized'],
      by: ['default'],
      open: ['reads_per_s', 'writes_per_s', 'joined_tables', 'updates_per_s', 'copies_per_update'],
      deciding: [],
      defaults: ['read.normalized'],
    },
    {
      shows: 'exactly 100:1, exactly 4 tables, exactly 5,000 row writes/s: denormalised',
      facts: {
        reads_per_s: 10_000,
        writes_per_s: 100,
        joined_tables: 4,
        updates_per_s: 50,
        copies_per_update: 100,
      },
      best: ['denormalized'],
      by: ['copies'],
      open: [],
      deciding: ['reads_per_s', 'writes_per_s', 'joined_tables', 'updates_per_s', 'copies_per_update'],
      defaults: ['read.denormalized'],
    },
    {
      shows: 'just under 100:1: both',
      facts: { ...light, reads_per_s: 9_990, writes_per_s: 100, joined_tables: 4 },
      best: [],
      by: ['between-denormalized', 'between-normalized'],
      defensible: ['normalized', 'denormalized'],
      open: [],
      defaults: ['read.normalized', 'read.denormalized'],
    },
    {
      shows: '3 tables: both, however many reads',
      facts: { ...light, reads_per_s: 50_000, writes_per_s: 100, joined_tables: 3 },
      best: [],
      by: ['between-denormalized', 'between-normalized'],
      defensible: ['normalized', 'denormalized'],
      open: [],
    },
    {
      shows: '2 tables: normalised, however many reads',
      facts: { ...light, reads_per_s: 50_000, writes_per_s: 100, joined_tables: 2 },
      best: ['normalized'],
      by: ['few-joins'],
      open: [],
      deciding: ['joined_tables'],
    },
    {
      shows: 'exactly 10:1 with many tables: both',
      facts: { ...light, reads_per_s: 1_000, writes_per_s: 100, joined_tables: 5 },
      best: [],
      by: ['between-denormalized', 'between-normalized'],
      defensible: ['normalized', 'denormalized'],
      open: [],
    },
    {
      shows: 'just under 10:1: normalised, however many tables',
      facts: { ...light, reads_per_s: 999, writes_per_s: 100, joined_tables: 8 },
      best: ['normalized'],
      by: ['few-reads'],
      open: [],
      deciding: ['reads_per_s', 'writes_per_s'],
    },
    {
      shows: 'above 5,000 row writes/s: normalised, however many reads and tables',
      facts: {
        reads_per_s: 50_000,
        writes_per_s: 100,
        joined_tables: 6,
        updates_per_s: 50.1,
        copies_per_update: 100,
      },
      best: ['normalized'],
      by: ['repairs'],
      open: [],
      deciding: ['updates_per_s', 'copies_per_update'],
    },
    {
      shows: 'above 5,000 row writes/s: normalised between the other limits too',
      facts: {
        reads_per_s: 5_000,
        writes_per_s: 100,
        joined_tables: 3,
        updates_per_s: 500,
        copies_per_update: 100,
      },
      best: ['normalized'],
      by: ['repairs'],
      open: [],
    },
    {
      shows: 'reads and tables call for copies, and nobody said what repairs cost: normalised until then',
      facts: { reads_per_s: 50_000, writes_per_s: 100, joined_tables: 6 },
      best: ['normalized'],
      by: ['default'],
      open: ['updates_per_s', 'copies_per_update'],
      deciding: [],
    },
    {
      shows: 'nothing is ever written: the reads outnumber it by any ratio',
      facts: { ...light, reads_per_s: 10, writes_per_s: 0, joined_tables: 4 },
      best: ['denormalized'],
      by: ['copies'],
      open: [],
    },
  ],
};

export const index: Examples = {
  decision: 'index',
  examples: [
    {
      shows: 'nothing known: a B-tree',
      facts: {},
      best: ['btree'],
      by: ['default'],
      open: ['query'],
      defaults: ['index.btree'],
    },
    {
      shows: 'exact look-ups: a B-tree',
      facts: { query: 'exact' },
      best: ['btree'],
      by: ['default'],
      open: [],
      deciding: ['query'],
    },
    {
      shows: 'ranges: a B-tree',
      facts: { query: 'range' },
      best: ['btree'],
      by: ['default'],
      open: [],
      deciding: ['query'],
    },
    {
      shows: 'text inside documents: full text',
      facts: { query: 'text', search_lag_tolerated_s: 5 },
      best: ['fulltext'],
      by: ['text'],
      open: [],
      deciding: ['query'],
      defaults: ['index.fulltext'],
    },
  ],
};
