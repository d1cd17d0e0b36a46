import { above, all, any, atLeast, below, is, not } from '../conditions.ts';

/** A stale read of it costs money or sells what is gone. */
export const staleHurts = is('stale_read_harm', 'money', 'stock');

/** A stale read does business harm, or two writes can clash beyond repair. */
export const strongNeeded = any(staleHurts, is('write_conflict_harm', 'irreversible'));

/** Enough reads of the same data to pay for a cache. */
export const readHeavy = all(
  atLeast('reads_to_writes', 'caching.ratio-pays'),
  atLeast('reads_per_s', 'caching.reads-pay'),
);

/** Data that is read again, with a target that a database query alone does not meet. */
export const mustBeQuick = all(
  atLeast('reads_to_writes', 'caching.ratio-useless'),
  below('latency_target_ms', 'caching.target'),
);

/** Cache-aside is the best choice. */
export const cacheExpected = all(any(readHeavy, mustBeQuick), not(staleHurts));

/**
 * The database takes more than one server can. What comes through the cache counts where one is expected; since
 * that is never more than the whole load, the first clause needs no cache to be certain.
 */
export const overloaded = any(
  above('cached_load', 'database.rate'),
  all(above('uncached_load', 'database.rate'), not(cacheExpected)),
);

/** More data than one server should hold. */
export const oversized = above('stored', 'database.size');
