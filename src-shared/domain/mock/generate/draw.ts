import type { Facts, Hop } from '../../facts.ts';
import type { Random } from '../../random.ts';
import { averageRate, peakRate } from '../../rules/arithmetic.ts';
import { programOf, stand } from '../../rules/decide.ts';
import type { DecisionId } from '../../rules/decisions.ts';
import type { PartWords, Role } from './product.ts';

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

/** Draws what is true of a part of a kind, numbers in agreement with each other and plausible for the product. */
export function drawFacts<R extends Role>(role: R, words: PartWords[R], random: Random): Facts {
  return draws[role](random, words);
}

const mega = 1e6;
const tera = 1e12;

/** A rate that is a share of another, at least once a second. */
const rateOf = (rate: number, share: number): number => Math.max(1, Math.round(roundOff(rate * share)));

/** Reads and writes of a part. */
function drawTraffic(words: { reads: readonly number[]; perWrite: readonly number[] }, random: Random) {
  const reads = random.pick(words.reads);
  return { reads_per_s: reads, writes_per_s: rateOf(reads, 1 / random.pick(words.perWrite)) };
}

const draws: { readonly [R in Role]: (random: Random, words: PartWords[R]) => Facts } = {
  pages: (random, words) => {
    const traffic = drawTraffic(words, random);
    const harm = random.pick(['none', 'annoyance', 'annoyance'] as const);
    const facts: Facts = {
      ...traffic,
      stale_read_harm: harm,
      staleness_tolerated_s:
        harm === 'none' ? random.pick([120, 600, 3_600]) : random.pick([0.2, 0.5, 120, 300, 600]),
      hottest_key_reads_per_s: rateOf(traffic.reads_per_s, random.pick([0.01, 0.05, 0.2, 0.5])),
      keys_expire_together: random.int(3) === 0,
      joined_tables: random.pick([1, 2, 4, 5, 6]),
      schema: random.pick(['stable', 'stable', 'flexible'] as const),
      updates_per_s: rateOf(traffic.writes_per_s, random.pick([0.1, 0.5])),
      copies_per_update: random.pick([5, 20, 100, 2_000]),
      stored_bytes: random.pick(words.terabytes) * tera,
    };
    return drawPath({ ...facts, latency_target_ms: random.pick([8, 15, 40, 45, 100, 200]) }, random, []);
  },
  claim: (random, words) => {
    const limited = random.int(3) > 0;
    const facts: Facts = {
      ...drawTraffic(words, random),
      stale_read_harm: limited ? random.pick(['stock', 'money'] as const) : 'annoyance',
      write_conflict_harm: limited
        ? random.pick(['reversible', 'irreversible', 'irreversible'] as const)
        : random.pick(['none', 'reversible'] as const),
      replicated: random.int(4) > 0,
      joined_tables: random.pick([1, 2, 4, 5]),
      schema: random.pick(['stable', 'flexible'] as const),
      stored_bytes: random.pick([0.05, 0.4]) * tera,
      latency_target_ms: random.pick([40, 80, 100, 150, 300]),
    };
    return drawPath(facts, random, random.int(4) === 0 ? ['transatlantic'] : []);
  },
  live: (random, words) => ({
    callers: random.pick(['browser', 'browser', 'public'] as const),
    direction: random.pick(['request', 'server-push', 'both-ways'] as const),
    freshness_s: random.pick([1, 2, 4, 60, 120, 600]),
    ...drawTraffic(words, random),
    stale_read_harm: random.pick(words.harms),
    list_size: random.pick(words.lists),
    items_arrive_live: random.int(2) === 0,
  }),
  find: (random, words) => {
    const traffic = drawTraffic(words, random);
    const facts: Facts = {
      query: random.pick(['exact', 'range', 'text'] as const),
      list_size: random.pick(words.lists),
      items_arrive_live: random.int(2) === 0,
      ...traffic,
      joined_tables: random.pick([1, 2, 4, 6]),
      updates_per_s: rateOf(traffic.writes_per_s, random.pick([0.2, 0.5])),
      copies_per_update: random.pick([3, 10, 50]),
      latency_target_ms: random.pick([15, 40, 100, 200]),
    };
    return drawPath(facts, random, random.int(3) === 0 ? ['transatlantic'] : []);
  },
  link: (random, words) => {
    const open = random.int(4) === 0;
    const direction = random.pick(['request', 'request', 'both-ways'] as const);
    const far = random.int(5) === 0;
    // Nobody asks for an answer over an ocean, or of a stranger's program, in a few milliseconds.
    const target = random.pick(far || open ? [40, 100, 250] : [4, 8, 8, 30, 40, 100]);
    const facts: Facts = {
      callers: open ? 'public' : 'internal',
      direction,
      ...(direction === 'both-ways' ? { freshness_s: random.pick(target < 30 ? [1, 3] : [1, 3, 90]) } : {}),
      calls_per_s: random.pick(words.calls),
      latency_target_ms: target,
    };
    return drawPath(facts, random, far ? ['transatlantic'] : []);
  },
  log: (random, words) => {
    const facts: Facts = {
      users: random.pick(words.millions) * mega,
      actions_per_user_day: random.pick(words.daily),
      peak_to_average: random.pick([2, 3, 5, 8]),
      item_bytes: random.pick(words.bytes),
      horizon_years: random.pick([1, 2, 5]),
      joined_tables: random.pick([1, 1, 2, 4]),
      schema: random.pick(['stable', 'stable', 'flexible'] as const),
      stale_read_harm: random.pick(['none', 'annoyance'] as const),
      write_conflict_harm: 'none',
      query: random.pick(['exact', 'range'] as const),
      access_by: random.pick(words.keys),
      fleet_changes: random.pick(['rarely', 'yearly', 'weekly', 'automatic'] as const),
    };
    const writes = ratePeak(facts);
    return {
      ...facts,
      writes_per_s: writes,
      reads_per_s: rateOf(writes, random.pick([0.01, 0.1, 0.5])),
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
