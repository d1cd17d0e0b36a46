import type { Facts, Hop } from '../../facts.ts';
import type { Random } from '../../random.ts';
import { averageRate, peakRate } from '../../rules/arithmetic.ts';
import { programOf, stand } from '../../rules/decide.ts';
import type { DecisionId } from '../../rules/decisions.ts';
import type { Role, Words } from './product.ts';

/** The decisions that a kind of part may be scored on. */
export const decisionsOf: Readonly<Record<Role, readonly DecisionId[]>> = {
  pages: [
    'caching',
    'invalidation',
    'stampede',
    'cache-outage',
    'read-shape',
    'storage',
    'sharding',
    'consistency',
    'latency-budget',
  ],
  claim: ['consistency', 'partition', 'else', 'storage', 'caching', 'sharding', 'latency-budget'],
  live: ['protocol', 'api-style', 'consistency', 'caching', 'pagination'],
  find: ['index', 'pagination', 'read-shape', 'caching', 'latency-budget'],
  link: ['protocol', 'api-style', 'latency-budget'],
  log: ['sharding', 'shard-key', 'shard-scheme', 'storage', 'caching', 'consistency', 'index'],
};

/** A number as an interviewer says it: two figures, the rest noughts. */
export function roundOff(value: number): number {
  return Number(value.toPrecision(2));
}

/** Draws what is true of a part of a kind, numbers in agreement with each other. */
export function drawFacts(role: Role, words: Words, random: Random): Facts {
  return draws[role](random, words);
}

const kilo = 1e3;
const tera = 1e12;

const draws: Readonly<Record<Role, (random: Random, words: Words) => Facts>> = {
  pages: random => {
    const reads = random.pick([40, 70, 3_000, 6_000, 8_000, 20_000, 30_000, 90_000, 150_000, 300_000]);
    const writes = roundOff(reads / random.pick([2, 3, 20, 40, 200, 400, 1_000]));
    const harm = random.pick(['none', 'annoyance', 'annoyance'] as const);
    const facts: Facts = {
      reads_per_s: reads,
      writes_per_s: writes,
      stale_read_harm: harm,
      staleness_tolerated_s:
        harm === 'none' ? random.pick([120, 600, 3_600]) : random.pick([0.2, 0.5, 120, 300, 600]),
      hottest_key_reads_per_s: roundOff(reads * random.pick([0.01, 0.05, 0.2, 0.5])),
      keys_expire_together: random.int(3) === 0,
      joined_tables: random.pick([1, 2, 4, 5, 6]),
      schema: random.pick(['stable', 'stable', 'flexible'] as const),
      updates_per_s: roundOff(writes * random.pick([0.1, 0.5])),
      copies_per_update: random.pick([5, 20, 100, 2_000]),
      stored_bytes: random.pick([0.02, 0.3, 2, 30, 60]) * tera,
    };
    return drawPath({ ...facts, latency_target_ms: random.pick([8, 15, 40, 45, 100, 200]) }, random, []);
  },
  claim: random => {
    const reads = random.pick([500, 2_000, 4_000, 9_000, 20_000]);
    const limited = random.int(3) > 0;
    const facts: Facts = {
      reads_per_s: reads,
      writes_per_s: roundOff(reads / random.pick([2, 3, 20, 50])),
      stale_read_harm: limited ? random.pick(['stock', 'money'] as const) : 'annoyance',
      write_conflict_harm: limited
        ? random.pick(['reversible', 'irreversible', 'irreversible'] as const)
        : random.pick(['none', 'reversible'] as const),
      replicated: random.int(4) > 0,
      joined_tables: random.pick([1, 2, 4, 5]),
      schema: random.pick(['stable', 'flexible'] as const),
      stored_bytes: random.pick([0.05, 0.4, 3]) * tera,
      latency_target_ms: random.pick([40, 80, 100, 150, 300]),
    };
    return drawPath(facts, random, random.int(4) === 0 ? ['transatlantic'] : []);
  },
  live: random => {
    const reads = random.pick([60, 4_000, 9_000, 40_000]);
    return {
      callers: random.pick(['browser', 'browser', 'public'] as const),
      direction: random.pick(['request', 'server-push', 'both-ways'] as const),
      freshness_s: random.pick([1, 2, 4, 60, 120, 600]),
      reads_per_s: reads,
      writes_per_s: roundOff(reads / random.pick([2, 3, 20, 40])),
      stale_read_harm: random.pick(['none', 'annoyance', 'money'] as const),
      list_size: random.pick([20, 60, 400, 5_000]),
      items_arrive_live: random.int(2) === 0,
    };
  },
  find: random => {
    const reads = random.pick([70, 3_000, 7_000, 30_000]);
    const writes = roundOff(reads / random.pick([2, 20, 200, 500]));
    const facts: Facts = {
      query: random.pick(['exact', 'range', 'text'] as const),
      list_size: random.pick([15, 50, 300, 8_000, 40_000, 400_000]),
      items_arrive_live: random.int(2) === 0,
      reads_per_s: reads,
      writes_per_s: writes,
      joined_tables: random.pick([1, 2, 4, 6]),
      updates_per_s: roundOff(writes * random.pick([0.2, 0.5])),
      copies_per_update: random.pick([3, 10, 50]),
      latency_target_ms: random.pick([15, 40, 100, 200]),
    };
    return drawPath(facts, random, random.int(3) === 0 ? ['transatlantic'] : []);
  },
  link: random => {
    const open = random.int(4) === 0;
    const direction = random.pick(['request', 'request', 'both-ways'] as const);
    const facts: Facts = {
      callers: open ? 'public' : 'internal',
      direction,
      ...(direction === 'both-ways' ? { freshness_s: random.pick([1, 3, 90]) } : {}),
      calls_per_s: random.pick([300, 2_000, 6_000, 20_000, 60_000]),
      latency_target_ms: random.pick([4, 8, 30, 40, 100, 250]),
    };
    return drawPath(facts, random, random.int(5) === 0 ? ['transatlantic'] : []);
  },
  log: (random, words) => {
    const facts: Facts = {
      users: random.pick([2, 5, 10, 30, 60, 100, 300]) * 1e6,
      actions_per_user_day: random.pick([2, 10, 24, 50, 100, 300]),
      peak_to_average: random.pick([2, 3, 5, 8]),
      item_bytes: random.pick([50, 100, 300, 800, 2 * kilo]),
      horizon_years: random.pick([1, 2, 5]),
      joined_tables: random.pick([1, 1, 2, 4]),
      schema: random.pick(['stable', 'stable', 'flexible'] as const),
      stale_read_harm: random.pick(['none', 'annoyance'] as const),
      write_conflict_harm: 'none',
      query: random.pick(['exact', 'range'] as const),
      access_by: random.pick(words.keys ?? ['user-id']),
      fleet_changes: random.pick(['rarely', 'yearly', 'weekly', 'automatic'] as const),
    };
    const writes = ratePeak(facts);
    return {
      ...facts,
      writes_per_s: writes,
      reads_per_s: roundOff(writes * random.pick([0.01, 0.1, 0.5, 2])),
      messages_per_s: writes,
    };
  },
};

/** The peak that users and their actions make, as an interviewer says it. */
export function ratePeak({ users = 0, actions_per_user_day = 0, peak_to_average }: Facts): number {
  return roundOff(peakRate(averageRate(users, actions_per_user_day), peak_to_average));
}

/** A path that goes through the cache where the rules put one, and to the database where they do not. */
function drawPath(facts: Facts, random: Random, first: readonly Hop[]): Facts {
  const calls = random.pick<Hop[]>([['network'], ['network', 'network']]);
  const known = facts.reads_per_s !== undefined;
  const cached = known ? isCached(facts) : random.int(2) === 0;
  const ends: readonly Hop[][] = cached
    ? [['cache'], ['cache'], ['cache-miss']]
    : [['database'], ['database', 'database']];
  return { ...facts, path: [...first, ...calls, ...random.pick(ends)] };
}

/** Whether the rules put a cache before the data. */
export function isCached(facts: Facts): boolean {
  return stand(programOf('caching'), facts).best.includes('cache-aside');
}
