type Threshold = { value: number; unit: string; source: 'brief' | 'field' };

const brief = (value: number, unit: string) => ({ value, unit, source: 'brief' }) as const;
const field = (value: number, unit: string) => ({ value, unit, source: 'field' }) as const;

/**
 * Every limit and figure that a rule knows. `brief` stands in the project's brief; `field` is common practice,
 * fixed here so that a verdict is never a matter of taste.
 */
export const thresholds = {
  'protocol.live': field(5, 's'),
  'protocol.polling': field(30, 's'),
  'protocol.grpc-target': field(10, 'ms'),
  'protocol.grpc-calls': field(10_000, 'calls/s'),

  'pagination.one-page': field(100, 'items'),
  'pagination.deep': field(100_000, 'items'),

  'storage.joins-need-sql': field(3, 'tables'),
  'storage.joins-allow-nosql': field(1, 'tables'),

  'read-shape.ratio-copies': field(100, 'reads per write'),
  'read-shape.ratio-tables': field(10, 'reads per write'),
  'read-shape.joins-copies': field(4, 'tables'),
  'read-shape.joins-tables': field(2, 'tables'),
  'read-shape.fan-out': field(5_000, 'row writes/s'),

  'caching.ratio-pays': field(10, 'reads per write'),
  'caching.ratio-useless': field(5, 'reads per write'),
  'caching.reads-pay': field(1_000, 'reads/s'),
  'caching.reads-useless': field(100, 'reads/s'),
  'caching.target': field(20, 'ms'),
  'caching.hit-rate': field(0.9, 'share of reads'),

  'invalidation.at-once': field(1, 's'),
  'invalidation.later': field(60, 's'),
  'stampede.hot-key': field(1_000, 'reads/s'),

  'database.rate': brief(50_000, 'transactions/s'),
  'redis.rate': brief(100_000, 'operations/s'),
  'broker.rate': brief(1_000_000, 'messages/s'),
  'database.size': field(10e12, 'bytes'),

  'hop.cache-low': brief(1, 'ms'),
  'hop.cache-high': brief(1, 'ms'),
  'hop.network-low': brief(1, 'ms'),
  'hop.network-high': brief(10, 'ms'),
  'hop.database-low': brief(20, 'ms'),
  'hop.database-high': brief(50, 'ms'),
  'hop.transatlantic-low': brief(80, 'ms'),
  'hop.transatlantic-high': brief(80, 'ms'),

  'capacity.peak-factor': field(3, 'peak per average'),
  /** An estimate within this factor counts in full. */
  'estimate.full': field(2, 'factor'),
  /** An estimate within this factor counts in part. */
  'estimate.part': field(10, 'factor'),

  /** A surface keeps this factor away from every limit. */
  'surface.clearance': field(1.25, 'factor'),
  /** A surface this near to turning is a near miss; one step of an enumerated fact costs as much. */
  'flip.step': field(3, 'factor'),
} as const satisfies Record<string, Threshold>;

export type ThresholdId = keyof typeof thresholds;

/** The value of a limit, in its own unit. */
export function limitOf(id: ThresholdId): number {
  return thresholds[id].value;
}
