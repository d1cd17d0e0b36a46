import type { Topic } from '../ids.ts';

/** Ids of the defaults of `decks/defaults.yaml`, to which rules, cards and mocks refer. */
export const defaultIds = [
  'protocol.http',
  'protocol.sse',
  'protocol.websockets',
  'protocol.grpc',
  'api.rest',
  'api.pagination',
  'storage.relational',
  'storage.nosql',
  'read.normalized',
  'read.denormalized',
  'index.btree',
  'index.fulltext',
  'cache.aside',
  'cache.invalidate',
  'cache.stampede',
  'cache.outage',
  'scale.math',
  'scale.shardkey',
  'scale.hash',
  'scale.consistent',
  'consistency.eventual',
  'consistency.strong',
  'pacelc.partition',
  'pacelc.else',
  'latency.cache',
  'latency.network',
  'latency.database',
  'latency.transatlantic',
  'throughput.database',
  'throughput.redis',
  'throughput.broker',
] as const;
export type DefaultId = (typeof defaultIds)[number];

const topicOfGroup: Readonly<Record<string, Topic>> = {
  protocol: 'communication',
  api: 'communication',
  storage: 'storage',
  read: 'storage',
  index: 'storage',
  cache: 'caching',
  scale: 'scaling',
  consistency: 'consistency',
  pacelc: 'consistency',
  latency: 'capacity',
  throughput: 'capacity',
};

/** The topic under which a default is taught. Throws a RangeError for what is no default. */
export function topicOf(id: DefaultId): Topic {
  const topic = topicOfGroup[id.split('.')[0] ?? ''];
  if (!topic) throw new RangeError(`${id} has no topic`);
  return topic;
}

/**
 * The decisions that the rules decide, in the order in which an interview meets them, with their options as they
 * are shown. The options of `shard-key` are the keys of the prompt.
 */
export const decisions = {
  protocol: {
    name: 'protocol',
    options: { http: 'plain HTTP', sse: 'Server-Sent Events', websockets: 'WebSockets', grpc: 'gRPC' },
  },
  'api-style': { name: 'API style', options: { rest: 'REST', grpc: 'gRPC' } },
  pagination: {
    name: 'pagination',
    options: { none: 'no pagination', offset: 'offset pages', cursor: 'a cursor' },
  },
  storage: {
    name: 'storage model',
    options: { relational: 'a relational database', nosql: 'a NoSQL store' },
  },
  'read-shape': {
    name: 'read shape',
    options: { normalized: 'normalised tables', denormalized: 'denormalised copies' },
  },
  index: { name: 'index', options: { btree: 'a B-tree index', fulltext: 'a full-text index' } },
  caching: { name: 'caching', options: { none: 'no cache', 'cache-aside': 'cache-aside' } },
  invalidation: {
    name: 'invalidation',
    options: { 'delete-or-update': 'delete or update on write', 'short-ttl': 'a short TTL' },
  },
  stampede: {
    name: 'stampede protection',
    options: {
      none: 'no protection',
      locking: 'locking',
      'early-recompute': 'early recomputation',
      'staggered-ttl': 'staggered TTLs',
    },
  },
  'cache-outage': {
    name: 'cache outage',
    options: {
      none: 'no special plan',
      'in-process': 'an in-process fallback cache',
      'circuit-breaker': 'a circuit breaker',
      degrade: 'graceful degradation',
    },
  },
  sharding: { name: 'sharding', options: { none: 'one database', shard: 'shards' } },
  'shard-key': { name: 'shard key', options: {} },
  'shard-scheme': {
    name: 'shard scheme',
    options: { 'hash-modulo': 'hash modulo shards', 'consistent-hashing': 'consistent hashing' },
  },
  consistency: {
    name: 'consistency',
    options: { eventual: 'eventual consistency', strong: 'strong consistency' },
  },
  partition: {
    name: 'choice during a partition',
    options: { availability: 'availability', consistency: 'consistency' },
  },
  else: { name: 'choice without a partition', options: { latency: 'latency', consistency: 'consistency' } },
  'latency-budget': {
    name: 'latency budget',
    options: { fits: 'within the target', 'at-risk': 'at risk', misses: 'over the target' },
  },
} as const satisfies Record<string, { name: string; options: Record<string, string> }>;

export type DecisionId = keyof typeof decisions;
/** An option of a decision, by its id; for `shard-key` any key. */
export type OptionId = string;

export const decisionIds = Object.keys(decisions) as [DecisionId, ...DecisionId[]];

/** The options of a decision in their order; none for `shard-key`, whose options stand in the prompt. */
export function listOptions(decision: DecisionId): readonly OptionId[] {
  return Object.keys(decisions[decision].options);
}

/** An option as it is shown, e.g. `Server-Sent Events`; a key in words, e.g. `user id`. */
export function labelOption(decision: DecisionId, option: OptionId): string {
  const labels: Readonly<Record<string, string>> = decisions[decision].options;
  return labels[option] ?? option.replace(/[-_]/g, ' ');
}
