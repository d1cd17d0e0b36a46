import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactName, Facts } from '../../../../src-shared/domain/facts.ts';
import { restrict } from '../../../../src-shared/domain/rules/decide.ts';
import { measure, type QuantityId, quantityOf } from '../../../../src-shared/domain/rules/quantities.ts';
import { arbitraryPart, arbitraryWorld } from '../../../helpers/arbitrary-facts.ts';

const derived = [
  'reads_to_writes',
  'uncached_load',
  'cached_load',
  'fan_out',
  'stored',
  'fastest_path_ms',
  'slowest_path_ms',
] as const satisfies readonly QuantityId[];
const arbitraryQuantity = fc.constantFrom<QuantityId>(...derived, 'joined_tables', 'latency_target_ms');
const runs = { numRuns: 2_000 };

describe('worked out', () => {
  test.each<[QuantityId, Facts, number | null]>([
    ['reads_to_writes', { reads_per_s: 4_000, writes_per_s: 100 }, 40],
    ['reads_to_writes', { reads_per_s: 4_000 }, null],
    ['reads_to_writes', { writes_per_s: 0 }, null],
    ['reads_to_writes', { reads_per_s: 10, writes_per_s: 0 }, Number.POSITIVE_INFINITY],
    ['reads_to_writes', { reads_per_s: 0, writes_per_s: 0 }, 0],
    ['reads_to_writes', { reads_per_s: 0, writes_per_s: 5 }, 0],
    ['uncached_load', { reads_per_s: 40_000, writes_per_s: 1_000 }, 41_000],
    ['uncached_load', { reads_per_s: 40_000 }, null],
    ['cached_load', { reads_per_s: 40_000, writes_per_s: 1_000 }, 5_000],
    ['fan_out', { updates_per_s: 50, copies_per_update: 100 }, 5_000],
    ['fan_out', { updates_per_s: 50 }, null],
    ['stored', { stored_bytes: 2e12 }, 2e12],
    ['stored', { users: 1e6, actions_per_user_day: 1, item_bytes: 1_000, horizon_years: 1 }, 365e9],
    ['stored', { users: 1e6, actions_per_user_day: 1, item_bytes: 1_000 }, null],
    [
      'stored',
      { stored_bytes: 5e9, users: 1e6, actions_per_user_day: 1, item_bytes: 1e3, horizon_years: 1 },
      5e9,
    ],
    ['fastest_path_ms', { path: ['network', 'database'] }, 21],
    ['slowest_path_ms', { path: ['network', 'database'] }, 60],
    ['slowest_path_ms', {}, null],
    ['joined_tables', { joined_tables: 0 }, 0],
    ['joined_tables', {}, null],
  ])('%s of %o is %s', (id, facts, value) => {
    expect(measure(id, facts)).toBe(value);
  });
});

describe('bounds', () => {
  test.each<[QuantityId, Facts, { low: number; high: number }]>([
    ['uncached_load', {}, { low: 0, high: Number.POSITIVE_INFINITY }],
    ['uncached_load', { reads_per_s: 700 }, { low: 700, high: Number.POSITIVE_INFINITY }],
    ['uncached_load', { writes_per_s: 60_000 }, { low: 60_000, high: Number.POSITIVE_INFINITY }],
    ['cached_load', { writes_per_s: 60_000 }, { low: 60_000, high: Number.POSITIVE_INFINITY }],
    ['cached_load', { reads_per_s: 1_000 }, { low: 100, high: Number.POSITIVE_INFINITY }],
    ['reads_to_writes', { reads_per_s: 1_000 }, { low: 0, high: Number.POSITIVE_INFINITY }],
    ['freshness_s', {}, { low: 0, high: Number.POSITIVE_INFINITY }],
  ])('of %s with %o', (id, facts, interval) => {
    expect(quantityOf(id).of(facts)).toEqual(interval);
  });

  test('whatever is learnt lies within them', () => {
    const worldAndPart = arbitraryWorld.chain(world => fc.tuple(fc.constant(world), arbitraryPart(world)));
    fc.assert(
      fc.property(arbitraryQuantity, worldAndPart, (id, [world, part]) => {
        const before = quantityOf(id).of(part);
        const after = quantityOf(id).of(world);
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeLessThanOrEqual(before.high);
      }),
      runs,
    );
  });

  test('a quantity turns on no fact but those it is made from', () => {
    fc.assert(
      fc.property(arbitraryQuantity, arbitraryWorld.chain(arbitraryPart), (id, facts) => {
        const { of, from } = quantityOf(id);
        expect(of(restrict(facts, from))).toEqual(of(facts));
      }),
      runs,
    );
  });
});

describe('solved for a fact', () => {
  test('with that value the quantity has the value asked for', () => {
    let solved = 0;
    fc.assert(
      fc.property(
        arbitraryQuantity.chain(id =>
          fc.tuple(fc.constant(id), fc.constantFrom<FactName>(...quantityOf(id).from)),
        ),
        arbitraryWorld,
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        ([id, fact], world, value) => {
          const answer = quantityOf(id).solve(fact, value, world);
          if (!Number.isFinite(answer) || answer < 0) return;
          solved++;
          const moved = measure(id, { ...world, [fact]: answer }) ?? Number.NaN;
          expect(Math.abs(moved - value)).toBeLessThanOrEqual(1e-9 * Math.max(value, world.reads_per_s ?? 0));
        },
      ),
      { numRuns: 4_000 },
    );
    expect(solved).toBeGreaterThan(500);
  });

  test.each<[QuantityId, FactName, number, Facts, number]>([
    ['reads_to_writes', 'reads_per_s', 10, { reads_per_s: 1, writes_per_s: 300 }, 3_000],
    ['reads_to_writes', 'writes_per_s', 10, { reads_per_s: 3_000, writes_per_s: 1 }, 300],
    ['uncached_load', 'reads_per_s', 50_000, { reads_per_s: 1, writes_per_s: 2_000 }, 48_000],
    ['cached_load', 'writes_per_s', 50_000, { reads_per_s: 100_000, writes_per_s: 1 }, 40_000],
    ['fan_out', 'copies_per_update', 5_000, { updates_per_s: 50, copies_per_update: 1 }, 100],
    ['stored', 'stored_bytes', 10e12, { stored_bytes: 1e12 }, 10e12],
    [
      'stored',
      'horizon_years',
      730e9,
      { users: 1e6, actions_per_user_day: 1, item_bytes: 1_000, horizon_years: 1 },
      2,
    ],
    ['freshness_s', 'freshness_s', 5, { freshness_s: 60 }, 5],
  ])('%s for %s to be %d', (id, fact, value, facts, answer) => {
    expect(quantityOf(id).solve(fact, value, facts)).toBeCloseTo(answer, 6);
  });

  test('where no value leads there, there is none', () => {
    expect(quantityOf('slowest_path_ms').solve('path', 50, { path: ['cache'] })).toBeNaN();
    expect(quantityOf('fan_out').solve('updates_per_s', 50, {})).toBeNaN();
    expect(quantityOf('stored').solve('users', 1e12, { stored_bytes: 1e9, users: 5 })).toBeNaN();
    expect(quantityOf('stored').solve('users', 1e12, { users: 5 })).toBeNaN();
  });
});
