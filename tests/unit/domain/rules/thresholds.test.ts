import { expect, test } from 'vitest';
import { limitOf, type ThresholdId, thresholds } from '../../../../src-shared/domain/rules/thresholds.ts';

type Expected = [ThresholdId, number, unit: string];

/** Figures of the project's brief. */
const brief: Expected[] = [
  ['database.rate', 50_000, 'transactions/s'],
  ['redis.rate', 100_000, 'operations/s'],
  ['broker.rate', 1_000_000, 'messages/s'],
  ['hop.cache-low', 1, 'ms'],
  ['hop.cache-high', 1, 'ms'],
  ['hop.network-low', 1, 'ms'],
  ['hop.network-high', 10, 'ms'],
  ['hop.database-low', 20, 'ms'],
  ['hop.database-high', 50, 'ms'],
  ['hop.transatlantic-low', 80, 'ms'],
  ['hop.transatlantic-high', 80, 'ms'],
];

/** Common practice, fixed. */
const field: Expected[] = [
  ['protocol.live', 5, 's'],
  ['protocol.polling', 30, 's'],
  ['protocol.grpc-target', 10, 'ms'],
  ['protocol.grpc-calls', 10_000, 'calls/s'],
  ['pagination.one-page', 100, 'items'],
  ['pagination.deep', 100_000, 'items'],
  ['storage.joins-need-sql', 3, 'tables'],
  ['storage.joins-allow-nosql', 1, 'tables'],
  ['read-shape.ratio-copies', 100, 'reads per write'],
  ['read-shape.ratio-tables', 10, 'reads per write'],
  ['read-shape.joins-copies', 4, 'tables'],
  ['read-shape.joins-tables', 2, 'tables'],
  ['read-shape.fan-out', 5_000, 'row writes/s'],
  ['caching.ratio-pays', 10, 'reads per write'],
  ['caching.ratio-useless', 5, 'reads per write'],
  ['caching.reads-pay', 1_000, 'reads/s'],
  ['caching.reads-useless', 100, 'reads/s'],
  ['caching.target', 20, 'ms'],
  ['caching.hit-rate', 0.9, 'share of reads'],
  ['invalidation.at-once', 1, 's'],
  ['invalidation.later', 60, 's'],
  ['stampede.hot-key', 1_000, 'reads/s'],
  ['database.size', 10e12, 'bytes'],
  ['capacity.peak-factor', 3, 'peak per average'],
  ['estimate.full', 2, 'factor'],
  ['estimate.part', 10, 'factor'],
  ['surface.clearance', 1.25, 'factor'],
  ['flip.step', 3, 'factor'],
];

test.each(brief)('%s: %d %s, of the brief', (id, value, unit) => {
  expect(thresholds[id]).toEqual({ value, unit, source: 'brief' });
  expect(limitOf(id)).toBe(value);
});

test.each(field)('%s: %d %s, of the field', (id, value, unit) => {
  expect(thresholds[id]).toEqual({ value, unit, source: 'field' });
  expect(limitOf(id)).toBe(value);
});

test('there are no others', () => {
  expect(Object.keys(thresholds).sort()).toEqual([...brief, ...field].map(([id]) => id).sort());
});

test('limits of one question stand in order, with room between them', () => {
  const pairs: [lower: ThresholdId, upper: ThresholdId][] = [
    ['protocol.live', 'protocol.polling'],
    ['pagination.one-page', 'pagination.deep'],
    ['storage.joins-allow-nosql', 'storage.joins-need-sql'],
    ['read-shape.ratio-tables', 'read-shape.ratio-copies'],
    ['read-shape.joins-tables', 'read-shape.joins-copies'],
    ['caching.ratio-useless', 'caching.ratio-pays'],
    ['caching.reads-useless', 'caching.reads-pay'],
    ['invalidation.at-once', 'invalidation.later'],
    ['estimate.full', 'estimate.part'],
  ];
  for (const [lower, upper] of pairs) {
    expect(limitOf(upper), upper).toBeGreaterThan(limitOf(lower) * limitOf('surface.clearance'));
  }
});
