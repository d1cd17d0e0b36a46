import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupReasons } from '../../../../src-shared/domain/backup/backup.ts';
import { type Dated, kept, listToThin } from '../../../../src-shared/domain/backup/thin.ts';
import { at, later } from '../../../helpers/profile.ts';

const now = at('2026-11-24T18:00:00+01:00');
const dayMs = 86_400_000;

function makeAt(iso: string, reason: Dated['reason'] = 'changes'): Dated {
  return { name: iso, at: at(iso), reason };
}

/** Backups of up to two years, in several zones. */
const backups = fc
  .array(
    fc.record({
      minutesAgo: fc.integer({ min: 0, max: 2 * 365 * 1440 }),
      offsetMin: fc.constantFrom(-600, 0, 60, 330, 825),
      reason: fc.constantFrom(...backupReasons),
    }),
    { maxLength: 120 },
  )
  .map(list =>
    list.map(({ minutesAgo, offsetMin, reason }, index): Dated => {
      return { name: String(index), at: { atMs: now.atMs - minutesAgo * 60_000, offsetMin }, reason };
    }),
  );

const without = (list: readonly Dated[], names: readonly string[]) =>
  list.filter(({ name }) => !names.includes(name));

describe('listToThin', () => {
  test('keeps all of two days, then the newest of each day, week and month', () => {
    const list = [
      makeAt('2026-11-24T10:00:00+01:00'),
      makeAt('2026-11-22T20:00:00+01:00'),
      // Older than two days, the same day as the one above.
      makeAt('2026-11-22T17:00:00+01:00'),
      makeAt('2026-11-22T09:00:00+01:00'),
      makeAt('2026-11-20T09:00:00+01:00'),
      makeAt('2026-11-20T08:00:00+01:00'),
    ];
    expect(listToThin(list, now)).toEqual(['2026-11-22T09:00:00+01:00', '2026-11-20T08:00:00+01:00']);
  });

  test('one a day comes to twelve days, ten weeks and nine months at the most', () => {
    const daily = Array.from({ length: 700 }, (_, days): Dated => {
      return { name: String(days), at: later(now, { days: -days }), reason: 'start' };
    });
    const left = without(daily, listToThin(daily, now));
    expect(left).toHaveLength(kept.allDays + kept.daily + kept.weekly + kept.monthly);
    expect(left.slice(0, 14).map(({ name }) => name)).toEqual(Array.from({ length: 14 }, (_, n) => `${n}`));
  });

  test('a day is that of the place where the backup was made', () => {
    // 23:30 and 00:30 the next day in Kolkata; both are one day in UTC.
    const list = [makeAt('2026-11-11T00:30:00+05:30'), makeAt('2026-11-10T23:30:00+05:30')];
    expect(listToThin(list, now)).toEqual([]);
    const inUtc = list.map(one => ({ ...one, at: { ...one.at, offsetMin: 0 } }));
    expect(listToThin(inUtc, now)).toEqual(['2026-11-10T23:30:00+05:30']);
  });

  test('what a person asked for stays sixty days', () => {
    const list = [
      makeAt('2026-10-20T12:00:00+01:00'),
      makeAt('2026-10-20T11:00:00+01:00', 'hand'),
      makeAt('2026-10-20T10:00:00+01:00', 'restore'),
      makeAt('2026-10-20T09:30:00+01:00', 'migration'),
      makeAt('2026-10-20T09:00:00+01:00'),
    ];
    expect(listToThin(list, now)).toEqual(['2026-10-20T09:00:00+01:00']);
    expect(listToThin(list, later(now, { days: 60 }))).toEqual(list.slice(1).map(({ name }) => name));
  });

  test('a clock set back takes nothing that lies ahead of it', () => {
    const ahead = [makeAt('2027-03-01T12:00:00+01:00'), makeAt('2027-03-01T11:00:00+01:00')];
    expect(listToThin(ahead, now)).toEqual([]);
  });

  test('never the newest, never anything of two days; and thinning again takes nothing more', () => {
    fc.assert(
      fc.property(backups, list => {
        const gone = listToThin(list, now);
        const left = without(list, gone);
        const newest = Math.max(...list.map(one => one.at.atMs));
        expect(list.length === 0 || left.some(one => one.at.atMs === newest)).toBe(true);
        const young = list.filter(one => now.atMs - one.at.atMs < kept.allDays * dayMs);
        expect(young.every(one => left.includes(one))).toBe(true);
        expect(listToThin(left, now)).toEqual([]);
        const automatic = left.filter(({ reason }) => reason === 'start' || reason === 'changes');
        const old = automatic.filter(one => !young.includes(one));
        expect(old.length).toBeLessThanOrEqual(kept.daily + kept.weekly + kept.monthly);
      }),
    );
  });

  test('thinned every day for two years, a backup of each of the last months that had one is still there', () => {
    let list: Dated[] = [];
    for (let days = 0; days < 700; days++) {
      const today = later(at('2025-01-01T09:00:00+01:00'), { days });
      list.push({ name: `${days}`, at: today, reason: 'start' });
      list = without(list, listToThin(list, today));
    }
    const months = new Set(list.map(one => new Date(one.at.atMs).toISOString().slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(9);
    expect(list.length).toBeLessThanOrEqual(2 + 12 + 10 + 9);
  });
});
