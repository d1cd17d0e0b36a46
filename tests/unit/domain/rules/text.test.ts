import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactName, Facts } from '../../../../src-shared/domain/facts.ts';
import { decide } from '../../../../src-shared/domain/rules/decide.ts';
import { type DecisionId, decisionIds } from '../../../../src-shared/domain/rules/decisions.ts';
import { arbitraryWorld } from '../../../helpers/arbitrary-facts.ts';

// The cheat sheet's sentences once more as plain code, decided from the top down, for facts that are all known.
// Written from the text and not from the table, so that a row that is missing from the table shows.

type Known = { [N in Exclude<FactName, 'stored_bytes'>]: NonNullable<Facts[N]> } & Pick<
  Facts,
  'stored_bytes'
>;
type Answer = { best: string[]; defensible: string[] };

const best = (...options: string[]): Answer => ({ best: options, defensible: [] });
const either = (...options: string[]): Answer => ({ best: [], defensible: options });

const isFast = (f: Known) =>
  f.callers === 'internal' && (f.latency_target_ms <= 10 || f.calls_per_s >= 10_000);
const harms = (f: Known) => f.stale_read_harm === 'money' || f.stale_read_harm === 'stock';
const clashes = (f: Known) => f.write_conflict_harm === 'irreversible';
const ratio = (f: Known) =>
  f.writes_per_s > 0 ? f.reads_per_s / f.writes_per_s : f.reads_per_s > 0 ? Number.POSITIVE_INFINITY : 0;
const isCached = (f: Known) => decideCaching(f).best.includes('cache-aside');
const needsShards = (f: Known) => {
  const bytes = f.stored_bytes ?? f.users * f.actions_per_user_day * 365 * f.horizon_years * f.item_bytes;
  const load = f.writes_per_s + f.reads_per_s - (isCached(f) ? f.reads_per_s * 0.9 : 0);
  return load > 50_000 || bytes > 10e12;
};

function decideProtocol(f: Known): Answer {
  const stream = f.direction === 'server-push' ? 'sse' : 'websockets';
  if (isFast(f)) {
    const second = f.direction !== 'request' && f.freshness_s <= 5 ? [stream] : [];
    return { best: ['grpc'], defensible: second };
  }
  if (f.direction === 'request' || f.freshness_s > 30) return best('http');
  const inside = f.direction === 'both-ways' && f.callers === 'internal';
  if (f.freshness_s > 5) return either('http', stream, ...(inside ? ['grpc'] : []));
  return inside ? { best: ['grpc'], defensible: ['websockets'] } : best(stream);
}

function decideStyle(f: Known): Answer {
  const protocol = decideProtocol(f);
  if (protocol.best.includes('grpc')) return best('grpc');
  return protocol.defensible.includes('grpc') ? either('rest', 'grpc') : best('rest');
}

function decideReadShape(f: Known): Answer {
  const repairs = f.updates_per_s * f.copies_per_update;
  if (ratio(f) >= 100 && f.joined_tables >= 4 && repairs <= 5_000) return best('denormalized');
  if (ratio(f) < 10 || f.joined_tables <= 2 || repairs > 5_000) return best('normalized');
  return either('normalized', 'denormalized');
}

function decideCaching(f: Known): Answer {
  if (harms(f)) return best('none');
  const isRepeated = ratio(f) >= 5;
  if ((ratio(f) >= 10 && f.reads_per_s >= 1_000) || (isRepeated && f.latency_target_ms < 20)) {
    return best('cache-aside');
  }
  if (ratio(f) < 5 || f.reads_per_s < 100) return best('none');
  return either('none', 'cache-aside');
}

function decideInvalidation(f: Known): Answer {
  if (f.staleness_tolerated_s < 1 || harms(f)) return best('delete-or-update');
  if (f.staleness_tolerated_s >= 60 || f.stale_read_harm === 'none') {
    return { best: ['short-ttl'], defensible: ['delete-or-update'] };
  }
  return either('delete-or-update', 'short-ttl');
}

function decideStampede(f: Known): Answer {
  if (f.hottest_key_reads_per_s >= 1_000) {
    const defensible = f.keys_expire_together ? ['staggered-ttl'] : [];
    return { best: ['locking', 'early-recompute'], defensible };
  }
  return f.keys_expire_together ? { best: ['staggered-ttl'], defensible: ['early-recompute'] } : best('none');
}

function decideBudget(f: Known): Answer {
  const low = { cache: 1, 'cache-miss': 21, network: 1, database: 20, transatlantic: 80 };
  const high = { cache: 1, 'cache-miss': 51, network: 10, database: 50, transatlantic: 80 };
  const hops = f.path.filter((hop, at) => hop !== 'database' || f.path[at - 1] !== 'cache-miss');
  const sum = (range: typeof low) => hops.reduce((total, hop) => total + range[hop], 0);
  if (sum(high) <= f.latency_target_ms) return best('fits');
  return best(sum(low) > f.latency_target_ms ? 'misses' : 'at-risk');
}

const plans = ['in-process', 'circuit-breaker', 'degrade'];
const answers: Record<DecisionId, (f: Known) => Answer> = {
  protocol: decideProtocol,
  'api-style': decideStyle,
  pagination: f => {
    if (f.list_size <= 100) return best('none');
    if (f.items_arrive_live) return best('cursor');
    return { best: ['offset'], defensible: f.list_size >= 100_000 ? ['cursor'] : [] };
  },
  storage: f => {
    if (harms(f) || clashes(f) || f.joined_tables >= 3) return best('relational');
    return f.schema === 'flexible' || (needsShards(f) && f.joined_tables <= 1)
      ? best('nosql')
      : best('relational');
  },
  'read-shape': decideReadShape,
  index: f => best(f.query === 'text' ? 'fulltext' : 'btree'),
  caching: decideCaching,
  invalidation: decideInvalidation,
  stampede: decideStampede,
  'cache-outage': f =>
    f.reads_per_s + f.writes_per_s > 50_000 ? best(...plans) : { best: ['none'], defensible: plans },
  sharding: f => best(needsShards(f) ? 'shard' : 'none'),
  'shard-key': f => best(f.access_by),
  'shard-scheme': f =>
    best(['weekly', 'automatic'].includes(f.fleet_changes) ? 'consistent-hashing' : 'hash-modulo'),
  consistency: f => best(harms(f) || clashes(f) ? 'strong' : 'eventual'),
  partition: f => best(clashes(f) ? 'consistency' : 'availability'),
  else: f => best(harms(f) ? 'consistency' : 'latency'),
  'latency-budget': decideBudget,
};

/** A world knows every fact, but states its size or what that follows from; then nobody asks for the other. */
function isKnown(facts: Facts): facts is Known {
  return facts.access_by !== undefined && facts.path !== undefined;
}

test.each(decisionIds)('%s is decided as its sentences say', id => {
  fc.assert(
    fc.property(arbitraryWorld, world => {
      if (!isKnown(world)) throw new Error('a world knows every fact');
      const verdict = decide(world, id, ['user-id', 'post-id', 'country']);
      const expected = answers[id](world);
      expect([...verdict.best].sort()).toEqual(expected.best.sort());
      expect([...verdict.defensible].sort()).toEqual(expected.defensible.sort());
    }),
    { numRuns: 3_000 },
  );
});
