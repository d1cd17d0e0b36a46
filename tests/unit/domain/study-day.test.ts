import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  DAY_MS,
  findDayStartMs,
  findStudyDay,
  formatStudyDay,
  studyDaySchema,
} from '../../../src-shared/domain/study-day.ts';
import { at } from '../../helpers/profile.ts';

/** The calendar date of the study day that a moment lies in. */
const dateOf = (iso: string, dayStartHour = 4): string => formatStudyDay(findStudyDay(at(iso), dayStartHour));

describe('the study day', () => {
  test.each([
    ['2026-11-24T03:59:59.999+01:00', 4, '2026-11-23'],
    ['2026-11-24T04:00:00+01:00', 4, '2026-11-24'],
    ['2026-11-24T23:59:59+01:00', 4, '2026-11-24'],
    ['2026-11-25T00:00:00+01:00', 4, '2026-11-24'],
    ['2026-11-24T00:00:00+01:00', 0, '2026-11-24'],
    ['2026-11-24T22:59:59+01:00', 23, '2026-11-23'],
    ['2026-11-24T23:00:00+01:00', 23, '2026-11-24'],
    ['2026-03-01T03:00:00-08:00', 4, '2026-02-28'],
    ['2028-03-01T03:00:00-08:00', 4, '2028-02-29'],
    ['2027-01-01T01:00:00Z', 4, '2026-12-31'],
    ['1969-12-31T12:00:00Z', 4, '1969-12-31'],
  ])('%s, turning at %i, is %s', (iso, dayStartHour, date) => {
    expect(dateOf(iso, dayStartHour)).toBe(date);
  });

  test('is the local one: one moment lies in different days for people far apart', () => {
    expect(dateOf('2026-11-24T12:00:00-12:00')).toBe('2026-11-24');
    expect(dateOf('2026-11-25T14:00:00+14:00')).toBe('2026-11-25');
    expect(at('2026-11-24T12:00:00-12:00').atMs).toBe(at('2026-11-25T14:00:00+14:00').atMs);
  });

  test('a day on which the clocks change turns at the same local hour', () => {
    expect(dateOf('2026-03-29T03:59:00+02:00')).toBe('2026-03-28');
    expect(dateOf('2026-03-29T04:00:00+02:00')).toBe('2026-03-29');
    expect(dateOf('2026-10-25T03:59:00+01:00')).toBe('2026-10-24');
    expect(dateOf('2026-10-25T04:00:00+01:00')).toBe('2026-10-25');
  });

  test('begins at its start and ends a millisecond before the next one, for any moment, zone and hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 7e12 }),
        fc.integer({ min: -1080, max: 1080 }),
        fc.integer({ min: 0, max: 23 }),
        (atMs, offsetMin, dayStartHour) => {
          const day = findStudyDay({ atMs, offsetMin }, dayStartHour);
          const startMs = findDayStartMs(day, offsetMin, dayStartHour);
          expect(startMs <= atMs && atMs < startMs + DAY_MS).toBe(true);
          expect(findStudyDay({ atMs: startMs, offsetMin }, dayStartHour)).toBe(day);
          expect(findStudyDay({ atMs: startMs - 1, offsetMin }, dayStartHour)).toBe(day - 1);
          expect(addDays(day, 1)).toBe(findStudyDay({ atMs: startMs + DAY_MS, offsetMin }, dayStartHour));
          const local = new Date(startMs + offsetMin * 60_000);
          expect(local.getUTCHours()).toBe(dayStartHour);
          expect(local.toISOString().slice(0, 10)).toBe(formatStudyDay(day));
        },
      ),
    );
  });

  test('day 0 is 1 January 1970, and days add up over months and years', () => {
    const first = studyDaySchema.parse(0);
    expect(formatStudyDay(first)).toBe('1970-01-01');
    expect(formatStudyDay(addDays(first, -1))).toBe('1969-12-31');
    expect(formatStudyDay(addDays(first, 365 * 58 + 14 + 59))).toBe('2028-02-29');
  });
});
