import { above, all, any, atLeast, atMost, below, is, not } from '../conditions.ts';

/** A change must show at once. */
export const live = atMost('freshness_s', 'protocol.live');

/** A change must show soon, yet not at once: an open connection and polling are both in time. */
export const soon = all(above('freshness_s', 'protocol.live'), atMost('freshness_s', 'protocol.polling'));

/** Both sides send. */
export const talks = is('direction', 'both-ways');

/** Only internal services call. */
export const internal = is('callers', 'internal');

/** Internal, and the speed of each call matters. */
export const fastInside = all(
  internal,
  any(atMost('latency_target_ms', 'protocol.grpc-target'), atLeast('calls_per_s', 'protocol.grpc-calls')),
);

/** Services stream to each other. */
export const streamInside = all(internal, talks, live);

/** Between the limits a stream inside the house is gRPC's as much as a socket's. */
export const mayStreamInside = all(internal, talks, soon, not(fastInside));

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
