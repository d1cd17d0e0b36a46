import { above, all, any, atLeast, below, is, not, yes } from '../conditions.ts';
import { tabulate } from '../row.ts';
import { mustBeQuick, readHeavy, staleHurts } from './shared.ts';

const aside = ['cache.aside'] as const;
const caching = tabulate('caching', { none: aside, 'cache-aside': aside }, [
  {
    id: 'decides-money',
    option: 'none',
    strength: 'best',
    when: staleHurts,
    because: 'The path that decides money or stock reads the database itself; only a display may be cached.',
  },
  {
    id: 'read-heavy',
    option: 'cache-aside',
    strength: 'best',
    when: all(readHeavy, not(staleHurts)),
    because: 'Most reads find their answer in Redis, and a miss fills it with a TTL.',
  },
  {
    id: 'quick',
    option: 'cache-aside',
    strength: 'best',
    when: all(mustBeQuick, not(staleHurts)),
    because:
      'A database query takes {hop.database-low} to {hop.database-high}, so only a cache hit meets the target.',
  },
  {
    id: 'few-reads',
    option: 'none',
    strength: 'best',
    when: all(
      any(below('reads_to_writes', 'caching.ratio-useless'), below('reads_per_s', 'caching.reads-useless')),
      not(mustBeQuick),
    ),
    because: 'Too few reads come back to the same data to pay for keeping a second copy right.',
  },
  ...(['none', 'cache-aside'] as const).map(option => ({
    id: `between-${option}`,
    option,
    strength: 'between' as const,
    when: all(
      atLeast('reads_to_writes', 'caching.ratio-useless'),
      atLeast('reads_per_s', 'caching.reads-useless'),
      any(below('reads_to_writes', 'caching.ratio-pays'), below('reads_per_s', 'caching.reads-pay')),
      not(mustBeQuick),
      not(staleHurts),
    ),
    because: 'The reads would use a cache but do not call for one.',
  })),
  {
    id: 'default',
    option: 'none',
    strength: 'best',
    when: 'otherwise',
    because: 'Nothing here calls for a second copy that must be kept right.',
  },
]);

const atOnce = below('staleness_tolerated_s', 'invalidation.at-once');
const muchLater = atLeast('staleness_tolerated_s', 'invalidation.later');
const ttlEnough = all(any(muchLater, is('stale_read_harm', 'none')), not(atOnce), not(staleHurts));

const invalidate = ['cache.invalidate'] as const;
const invalidation = tabulate('invalidation', { 'delete-or-update': invalidate, 'short-ttl': invalidate }, [
  {
    id: 'at-once',
    option: 'delete-or-update',
    strength: 'best',
    when: atOnce,
    because: 'Only a change to the cached copy with the write is in time.',
  },
  {
    id: 'harm',
    option: 'delete-or-update',
    strength: 'best',
    when: staleHurts,
    because: 'Waiting for a TTL would leave the wrong value to be acted on.',
  },
  {
    id: 'late-enough',
    option: 'short-ttl',
    strength: 'best',
    when: ttlEnough,
    because: 'The copy expires by itself in time, so no write has to know about the cache.',
  },
  {
    id: 'more-than-needed',
    option: 'delete-or-update',
    strength: 'defensible',
    when: ttlEnough,
    because: 'It is right too, at the price of a step in every write.',
  },
  ...(['delete-or-update', 'short-ttl'] as const).map(option => ({
    id: `between-${option}`,
    option,
    strength: 'between' as const,
    when: all(
      atLeast('staleness_tolerated_s', 'invalidation.at-once'),
      below('staleness_tolerated_s', 'invalidation.later'),
      not(is('stale_read_harm', 'none', 'money', 'stock')),
    ),
    because: 'A TTL of seconds and a step in the write are both in time.',
  })),
  {
    id: 'default',
    option: 'delete-or-update',
    strength: 'best',
    when: 'otherwise',
    because: 'Without a known tolerance, a write corrects the copies it makes stale.',
  },
]);

const oneHotKey = atLeast('hottest_key_reads_per_s', 'stampede.hot-key');
const together = yes('keys_expire_together');

const herd = ['cache.stampede'] as const;
const stampede = tabulate(
  'stampede',
  { none: herd, locking: herd, 'early-recompute': herd, 'staggered-ttl': herd },
  [
    {
      id: 'hot-lock',
      option: 'locking',
      strength: 'best',
      when: oneHotKey,
      because: 'One request rebuilds the value while the others wait or take the old one.',
    },
    {
      id: 'hot-early',
      option: 'early-recompute',
      strength: 'best',
      when: oneHotKey,
      because: 'The value is rebuilt before it expires, so the key is never missing.',
    },
    {
      id: 'hot-stagger',
      option: 'staggered-ttl',
      strength: 'ruled-out',
      when: all(oneHotKey, not(together)),
      because: 'A single key has nothing to be staggered against.',
    },
    {
      id: 'hot-and-many',
      option: 'staggered-ttl',
      strength: 'defensible',
      when: all(oneHotKey, together),
      because: 'It spreads the many keys, though it does nothing for the hot one.',
    },
    {
      id: 'many-stagger',
      option: 'staggered-ttl',
      strength: 'best',
      when: all(together, not(oneHotKey)),
      because: 'Different lifetimes spread the misses over time.',
    },
    {
      id: 'many-early',
      option: 'early-recompute',
      strength: 'defensible',
      when: all(together, not(oneHotKey)),
      because: 'It prevents the misses too, with more machinery than different lifetimes.',
    },
    {
      id: 'default',
      option: 'none',
      strength: 'best',
      when: 'otherwise',
      because: 'A miss brings few requests at a time, which the database can answer.',
    },
  ],
);

const tooMuchAlone = above('uncached_load', 'database.rate');
const outagePlans = {
  'in-process': 'Each server still answers the hottest reads from its own memory.',
  'circuit-breaker': 'It refuses what the database cannot take, so that the rest is served.',
  degrade: 'It answers with less, so that the database is asked less.',
} as const;

const outage = ['cache.outage'] as const;
const cacheOutage = tabulate(
  'cache-outage',
  { none: outage, 'in-process': outage, 'circuit-breaker': outage, degrade: outage },
  [
    ...Object.entries(outagePlans).flatMap(([option, because]) => [
      { id: option, option, strength: 'best' as const, when: tooMuchAlone, because },
      {
        id: `${option}-spare`,
        option,
        strength: 'defensible' as const,
        when: not(tooMuchAlone),
        because: 'Planning for an outage is never wrong, though the database would bear it.',
      },
    ]),
    {
      id: 'default',
      option: 'none',
      strength: 'best',
      when: 'otherwise',
      because: 'The database bears the whole load by itself until Redis is back.',
    },
  ],
);

/** Caching, invalidation, stampede and outage of the cache. */
export const cachingRows = [...caching, ...invalidation, ...stampede, ...cacheOutage];
