import type { FactName, Facts, NumberFact, Unit } from '../facts.ts';
import { factMeta } from '../facts.ts';
import { databaseLoad, storedBytes, sumPath } from './arithmetic.ts';
import { limitOf } from './thresholds.ts';

/**
 * What a quantity can be under the known facts: at least `low`, at most `high`. The two are equal once every
 * fact behind it is known.
 */
export type Interval = { readonly low: number; readonly high: number };

type Quantity = {
  from: readonly FactName[];
  of(facts: Facts): Interval;
  /** The value of one of its facts at which the quantity equals `value`, the others staying; NaN where none. */
  solve(fact: FactName, value: number, facts: Facts): number;
  unit: Unit;
  /** A clause with `{v}` for the value. */
  says: string;
};

const unknown: Interval = { low: 0, high: Number.POSITIVE_INFINITY };
const exactly = (value: number): Interval => ({ low: value, high: value });
const times = (many: string): Unit => ({ one: many, many });

/** Bounds of a fact: nothing between 0 and infinity is ruled out while it is unknown. */
function bound(value: number | undefined): Interval {
  return value === undefined ? unknown : exactly(value);
}

/** Reads for each write; where nothing is written, infinitely many. */
function divide(reads: number, writes: number): number {
  if (writes > 0) return reads / writes;
  return reads > 0 ? Number.POSITIVE_INFINITY : 0;
}

/** No ratio leads to or from nothing. */
const positive = (value: number) => (value > 0 ? value : Number.NaN);

/** The known part is the least that arrives; only when both are known is it also the most. */
function boundLoad({ reads_per_s: reads, writes_per_s: writes }: Facts, cached: boolean): Interval {
  const low = databaseLoad(reads ?? 0, writes ?? 0, cached);
  return { low, high: reads === undefined || writes === undefined ? Number.POSITIVE_INFINITY : low };
}

const missRate = 1 - limitOf('caching.hit-rate');

const derived = {
  reads_to_writes: {
    from: ['reads_per_s', 'writes_per_s'],
    of: ({ reads_per_s: reads, writes_per_s: writes }) =>
      reads === undefined || writes === undefined ? unknown : exactly(divide(reads, writes)),
    solve: (fact, value, { reads_per_s: reads = Number.NaN, writes_per_s: writes = Number.NaN }) =>
      fact === 'reads_per_s' ? value * positive(writes) : positive(reads) / value,
    unit: 'ratio',
    says: 'reads to writes are {v}',
  },
  /** All reads and writes, as the database sees them with no cache before it. */
  uncached_load: {
    from: ['reads_per_s', 'writes_per_s'],
    of: facts => boundLoad(facts, false),
    solve: (fact, value, { reads_per_s: reads = 0, writes_per_s: writes = 0 }) =>
      fact === 'reads_per_s' ? value - writes : value - reads,
    unit: times('requests/s'),
    says: 'the database alone would take {v}',
  },
  /** Writes and the reads that a cache does not answer. */
  cached_load: {
    from: ['reads_per_s', 'writes_per_s'],
    of: facts => boundLoad(facts, true),
    solve: (fact, value, { reads_per_s: reads = 0, writes_per_s: writes = 0 }) =>
      fact === 'reads_per_s' ? (value - writes) / missRate : value - reads * missRate,
    unit: times('requests/s'),
    says: 'with a cache the database would take {v}',
  },
  fan_out: {
    from: ['updates_per_s', 'copies_per_update'],
    of: ({ updates_per_s: updates, copies_per_update: copies }) =>
      updates === undefined || copies === undefined ? unknown : exactly(updates * copies),
    solve: (fact, value, { updates_per_s: updates = Number.NaN, copies_per_update: copies = Number.NaN }) =>
      fact === 'updates_per_s' ? value / copies : value / updates,
    unit: times('row writes/s'),
    says: 'repairing the copies takes {v}',
  },
  /** Bytes held: as stated, else as the users' actions pile them up. */
  stored: {
    from: ['stored_bytes', 'users', 'actions_per_user_day', 'item_bytes', 'horizon_years'],
    of: facts => bound(facts.stored_bytes ?? pileUp(facts)),
    solve: (fact, value, facts) => {
      if (facts.stored_bytes !== undefined) return fact === 'stored_bytes' ? value : Number.NaN;
      const now = pileUp(facts);
      const moved = facts[fact];
      return now && typeof moved === 'number' ? (moved * value) / now : Number.NaN;
    },
    unit: 'bytes',
    says: 'it stores {v}',
  },
  fastest_path_ms: {
    from: ['path'],
    of: ({ path }) => (path ? exactly(sumPath(path).low) : unknown),
    solve: () => Number.NaN,
    unit: 'milliseconds',
    says: 'the hops take at least {v}',
  },
  slowest_path_ms: {
    from: ['path'],
    of: ({ path }) => (path ? exactly(sumPath(path).high) : unknown),
    solve: () => Number.NaN,
    unit: 'milliseconds',
    says: 'the hops take up to {v}',
  },
} as const satisfies Record<string, Quantity>;

function pileUp(facts: Facts): number | undefined {
  const { users, actions_per_user_day, item_bytes, horizon_years } = facts;
  if (users === undefined || actions_per_user_day === undefined) return undefined;
  if (item_bytes === undefined || horizon_years === undefined) return undefined;
  return storedBytes({
    users,
    actionsPerUserDay: actions_per_user_day,
    itemBytes: item_bytes,
    horizonYears: horizon_years,
  });
}

/** A number that rules compare: a fact, or one derived from facts. */
export type QuantityId = NumberFact | keyof typeof derived;

const isDerived = (id: QuantityId): id is keyof typeof derived => Object.hasOwn(derived, id);

/** Facts as quantities, each made once: rules measure them all the time. */
const plain = new Map<NumberFact, Quantity>();

/** A quantity with its parts, as one shape for facts and derived ones. */
export function quantityOf(id: QuantityId): Quantity {
  if (isDerived(id)) return derived[id];
  const made = plain.get(id) ?? makePlain(id);
  plain.set(id, made);
  return made;
}

function makePlain(id: NumberFact): Quantity {
  const { unit, says } = factMeta[id];
  return { from: [id], of: facts => bound(facts[id]), solve: (_, value) => value, unit, says };
}

/** The quantity's value, or null while a fact behind it is unknown. */
export function measure(id: QuantityId, facts: Facts): number | null {
  const { low, high } = quantityOf(id).of(facts);
  return low === high ? low : null;
}
