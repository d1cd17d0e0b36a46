import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Hop, hops } from '../../../../src-shared/domain/facts.ts';
import {
  averageRate,
  countInstances,
  countShards,
  databaseLoad,
  gradeEstimate,
  hopRange,
  peakRate,
  storedBytes,
  sumPath,
} from '../../../../src-shared/domain/rules/arithmetic.ts';

describe('capacity', () => {
  test('10 million users with 10 actions a day are about 1,157 a second, at the peak 3,472', () => {
    const average = averageRate(10_000_000, 10);
    expect(average).toBeCloseTo(1_157.41, 2);
    expect(peakRate(average)).toBeCloseTo(3_472.22, 2);
  });

  test('a known peak factor takes the place of the usual 3', () => {
    expect(peakRate(100)).toBe(300);
    expect(peakRate(100, 8)).toBe(800);
    expect(peakRate(100, 1)).toBe(100);
  });

  test('1 million users, 5 actions a day, 2 KB, 3 years: 10.95 TB', () => {
    const input = { users: 1_000_000, actionsPerUserDay: 5, itemBytes: 2_000, horizonYears: 3 };
    expect(storedBytes(input)).toBe(10.95e12);
    expect(storedBytes({ ...input, horizonYears: 0.5 })).toBe(1.825e12);
    expect(storedBytes({ ...input, users: 0 })).toBe(0);
  });
});

describe('instances', () => {
  test.each([
    ['database', 50_000],
    ['redis', 100_000],
    ['broker', 1_000_000],
  ] as const)('a %s takes %d a second, then another is needed', (kind, rate) => {
    expect(countInstances(kind, rate)).toBe(1);
    expect(countInstances(kind, rate + 1)).toBe(2);
    expect(countInstances(kind, 2 * rate)).toBe(2);
    expect(countInstances(kind, 3.2 * rate)).toBe(4);
  });

  test('even without any load one is there', () => {
    expect(countInstances('redis', 0)).toBe(1);
  });
});

describe('shards', () => {
  test('behind a cache a tenth of the reads arrives, and every write', () => {
    expect(databaseLoad(100_000, 2_000, false)).toBe(102_000);
    expect(databaseLoad(100_000, 2_000, true)).toBe(12_000);
    expect(databaseLoad(0, 2_000, true)).toBe(2_000);
  });

  test('no rounding lifts an exact load over the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000_000 }), tens => {
        expect(databaseLoad(tens * 10, 0, true)).toBe(tens);
      }),
    );
  });

  test.each([
    { load: 10_000, bytes: 100e9, shards: 1 },
    { load: 50_000, bytes: 10e12, shards: 1 },
    { load: 50_001, bytes: 10e12, shards: 2 },
    { load: 50_000, bytes: 10.1e12, shards: 2 },
    { load: 120_000, bytes: 1e12, shards: 3 },
    { load: 120_000, bytes: 75e12, shards: 8 },
    { load: 0, bytes: 0, shards: 1 },
  ])('$load requests/s and $bytes bytes: $shards', ({ load, bytes, shards }) => {
    expect(countShards(load, bytes)).toBe(shards);
  });
});

describe('latency', () => {
  test.each<[Hop, number, number]>([
    ['cache', 1, 1],
    ['network', 1, 10],
    ['database', 20, 50],
    ['transatlantic', 80, 80],
    ['cache-miss', 21, 51],
  ])('%s: %d to %d ms', (hop, low, high) => {
    expect(hopRange(hop)).toEqual({ low, high });
    expect(sumPath([hop])).toEqual({ low, high });
  });

  test('hops add up, in any order', () => {
    expect(sumPath(['network', 'cache', 'network'])).toEqual({ low: 3, high: 21 });
    expect(sumPath(['transatlantic', 'network', 'database'])).toEqual({ low: 101, high: 140 });
    expect(sumPath(['database', 'database'])).toEqual({ low: 40, high: 100 });
    expect(sumPath([])).toEqual({ low: 0, high: 0 });
  });

  test('the query straight after a miss is its own; the next one, or one before it, is another', () => {
    expect(sumPath(['cache-miss', 'database'])).toEqual({ low: 21, high: 51 });
    expect(sumPath(['cache-miss', 'database', 'database'])).toEqual({ low: 41, high: 101 });
    expect(sumPath(['database', 'cache-miss'])).toEqual({ low: 41, high: 101 });
    expect(sumPath(['cache-miss', 'cache-miss', 'database'])).toEqual({ low: 42, high: 102 });
  });

  test('one more hop never makes a path quicker', () => {
    const path = fc.array(fc.constantFrom(...hops), { maxLength: 8 });
    fc.assert(
      fc.property(path, fc.constantFrom(...hops), (before, hop) => {
        const [short, long] = [sumPath(before), sumPath([...before, hop])];
        expect(long.low).toBeGreaterThanOrEqual(short.low);
        expect(long.high).toBeGreaterThanOrEqual(short.high);
        expect(short.low).toBeLessThanOrEqual(short.high);
      }),
    );
  });
});

describe('an estimate', () => {
  test.each([
    [100, 'full'],
    [50, 'full'],
    [200, 'full'],
    [49.9, 'part'],
    [200.1, 'part'],
    [10, 'part'],
    [1_000, 'part'],
    [9.9, 'wrong'],
    [1_001, 'wrong'],
    [0, 'wrong'],
    [-100, 'wrong'],
    [Number.NaN, 'wrong'],
    [Number.POSITIVE_INFINITY, 'wrong'],
  ] as const)('of %d where 100 is right: %s', (given, grade) => {
    expect(gradeEstimate(given, 100)).toBe(grade);
  });

  test('of nothing is right only where nothing is', () => {
    expect(gradeEstimate(0, 0)).toBe('full');
    expect(gradeEstimate(1, 0)).toBe('wrong');
    expect(gradeEstimate(-1, 0)).toBe('wrong');
  });
});
