import { type Hop, hops } from '../facts.ts';
import { limitOf, type ThresholdId } from './thresholds.ts';

const SECONDS_A_DAY = 86_400;
const DAYS_A_YEAR = 365;

/** Actions per second over a whole day: users × actions a day ÷ 86,400. */
export function averageRate(users: number, actionsPerUserDay: number): number {
  return (users * actionsPerUserDay) / SECONDS_A_DAY;
}

/** Actions per second at the peak; where the peak factor is not known, the usual one (3). */
export function peakRate(averagePerS: number, peakToAverage = limitOf('capacity.peak-factor')): number {
  return averagePerS * peakToAverage;
}

/** Bytes that pile up when each action stores an item and nothing is deleted. */
export function storedBytes(input: {
  users: number;
  actionsPerUserDay: number;
  itemBytes: number;
  horizonYears: number;
}): number {
  return input.users * input.actionsPerUserDay * DAYS_A_YEAR * input.horizonYears * input.itemBytes;
}

const rates = {
  database: 'database.rate',
  redis: 'redis.rate',
  broker: 'broker.rate',
} as const satisfies Record<string, ThresholdId>;

/** Servers that a peak needs: peak ÷ what one server takes, rounded up, at least one. */
export function countInstances(kind: keyof typeof rates, peakPerS: number): number {
  return Math.max(1, Math.ceil(peakPerS / limitOf(rates[kind])));
}

/** Requests per second that reach the database: all writes, and the reads that the cache does not answer. */
export function databaseLoad(readsPerS: number, writesPerS: number, cached: boolean): number {
  return writesPerS + readsPerS - (cached ? readsPerS * limitOf('caching.hit-rate') : 0);
}

/** Shards that a load and a size need: the larger of ⌈load ÷ 50,000⌉ and ⌈TB ÷ 10⌉, at least one. */
export function countShards(loadPerS: number, bytes: number): number {
  return Math.max(countInstances('database', loadPerS), Math.ceil(bytes / limitOf('database.size')));
}

type Range = { low: number; high: number };

/** What one hop takes, in ms. A cache miss is a look in the cache and then the query. */
export function hopRange(hop: Hop): Range {
  switch (hop) {
    case 'cache':
      return { low: limitOf('hop.cache-low'), high: limitOf('hop.cache-high') };
    case 'network':
      return { low: limitOf('hop.network-low'), high: limitOf('hop.network-high') };
    case 'database':
      return { low: limitOf('hop.database-low'), high: limitOf('hop.database-high') };
    case 'transatlantic':
      return { low: limitOf('hop.transatlantic-low'), high: limitOf('hop.transatlantic-high') };
    case 'cache-miss':
      return addRanges(hopRange('cache'), hopRange('database'));
  }
}

const ranges = new Map(hops.map(hop => [hop, hopRange(hop)]));

/**
 * What a path takes, in ms: the sum of its hops. A database hop straight after a cache miss is that miss's own
 * query, so it is counted once.
 */
export function sumPath(path: readonly Hop[]): Range {
  return path
    .filter((hop, index) => !(hop === 'database' && path[index - 1] === 'cache-miss'))
    .reduce<Range>((sum, hop) => addRanges(sum, ranges.get(hop) ?? hopRange(hop)), { low: 0, high: 0 });
}

function addRanges(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** How near an estimate came: within 2× in full, within 10× in part, either way. No factor leads to or from 0. */
export function gradeEstimate(given: number, expected: number): 'full' | 'part' | 'wrong' {
  if (given === expected) return 'full';
  if (!(given > 0 && expected > 0)) return 'wrong';
  const factor = Math.max(given / expected, expected / given);
  if (factor <= limitOf('estimate.full')) return 'full';
  return factor <= limitOf('estimate.part') ? 'part' : 'wrong';
}
