import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInstant, type Instant, parseInstant } from '../../../src-shared/domain/study-day.ts';

const cet = (): number => 60;

describe('a moment as text', () => {
  test.each<[string, number, number]>([
    ['2026-11-24T08:00:00+01:00', Date.UTC(2026, 10, 24, 7), 60],
    ['2026-11-24T08:00:00Z', Date.UTC(2026, 10, 24, 8), 0],
    ['2026-11-24T08:00:00-03:30', Date.UTC(2026, 10, 24, 11, 30), -210],
    ['2026-11-24T08:00:00+00:00', Date.UTC(2026, 10, 24, 8), 0],
    ['2026-11-24T08:00:00-00:45', Date.UTC(2026, 10, 24, 8, 45), -45],
    ['2026-11-24T08:00', Date.UTC(2026, 10, 24, 7), 60],
    ['2026-11-24T08:00:01', Date.UTC(2026, 10, 24, 7, 0, 1), 60],
    ['2026-11-24T08:00:00.5Z', Date.UTC(2026, 10, 24, 8, 0, 0, 500), 0],
    ['2026-11-24T08:00:00.125Z', Date.UTC(2026, 10, 24, 8, 0, 0, 125), 0],
    ['2028-02-29T12:00:00Z', Date.UTC(2028, 1, 29, 12), 0],
    ['2026-12-31T23:59:59.999-12:00', Date.UTC(2027, 0, 1, 11, 59, 59, 999), -720],
    ['0001-01-01T00:00:00+14:00', -62_135_596_800_000 - 14 * 3_600_000, 840],
    ['1970-01-01T00:00:00+18:00', -18 * 3_600_000, 1080],
  ])('%s', (text, atMs, offsetMin) => {
    expect(parseInstant(text, cet)).toEqual({ atMs, offsetMin });
  });

  test.each([
    ['a day that February lacks', '2026-02-30T08:00:00Z'],
    ['29 February of a common year', '2026-02-29T08:00:00Z'],
    ['29 February of 1900', '1900-02-29T08:00:00+01:00'],
    ['31 April, without a zone', '2026-04-31T08:00:00'],
    ['day 0', '2026-04-00T08:00:00Z'],
    ['day 32', '2026-01-32T08:00:00Z'],
    ['month 13', '2026-13-01T08:00:00Z'],
    ['month 0', '2026-00-01T08:00:00Z'],
    ['hour 24', '2026-11-24T24:00:00Z'],
    ['hour 25', '2026-11-24T25:00:00Z'],
    ['minute 60', '2026-11-24T08:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['a zone of 60 minutes', '2026-11-24T08:00:00+01:60'],
    ['a zone beyond 18 hours', '2026-11-24T08:00:00+18:01'],
    ['a zone without a colon', '2026-11-24T08:00:00+0100'],
    ['a date alone', '2026-11-24'],
    ['a year of two digits', '26-11-24T08:00:00Z'],
    ['a blank for the T', '2026-11-24 08:00:00Z'],
    ['a small z', '2026-11-24T08:00:00z'],
    ['four decimals', '2026-11-24T08:00:00.1234Z'],
    ['a decimal comma', '2026-11-24T08:00:00,5Z'],
    ['a blank behind', '2026-11-24T08:00:00Z '],
    ['a line behind', '2026-11-24T08:00:00Z\n'],
    ['digits of another script', '２０２６-11-24T08:00:00Z'],
    ['words', 'tomorrow'],
    ['nothing', ''],
  ])('%s is refused', (_name, text) => {
    expect(parseInstant(text, cet)).toBeNull();
  });

  test('is accepted exactly where the calendar has the day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
          const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
          const two = (n: number): string => String(n).padStart(2, '0');
          const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T12:00:00Z`;
          expect(parseInstant(text, cet) !== null).toBe(day <= days);
        },
      ),
    );
  });

  test('written and read again is the same moment in the same zone', () => {
    const instant: fc.Arbitrary<Instant> = fc.record({
      atMs: fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) }),
      offsetMin: fc.integer({ min: -1080, max: 1080 }),
    });
    fc.assert(
      fc.property(instant, at => {
        expect(parseInstant(formatInstant(at), () => Number.NaN)).toEqual(at);
      }),
    );
  });

  // Local times either side of a change of the clocks; the offset that stands there is the one to be found.
  test.each([
    ['2026-03-29T01:30:00', 'Berlin', Date.UTC(2026, 2, 29, 1), 60, 120, 60],
    ['2026-03-29T03:30:00', 'Berlin', Date.UTC(2026, 2, 29, 1), 60, 120, 120],
    ['2026-10-25T01:30:00', 'Berlin', Date.UTC(2026, 9, 25, 1), 120, 60, 120],
    ['2026-10-25T03:30:00', 'Berlin', Date.UTC(2026, 9, 25, 1), 120, 60, 60],
    ['2026-03-08T01:30:00', 'New York', Date.UTC(2026, 2, 8, 7), -300, -240, -300],
    ['2026-03-08T03:30:00', 'New York', Date.UTC(2026, 2, 8, 7), -300, -240, -240],
    ['2026-11-01T00:30:00', 'New York', Date.UTC(2026, 10, 1, 6), -240, -300, -240],
    ['2026-11-01T02:30:00', 'New York', Date.UTC(2026, 10, 1, 6), -240, -300, -300],
    ['2026-04-05T01:30:00', 'Auckland', Date.UTC(2026, 3, 4, 14), 780, 720, 780],
    ['2026-04-05T03:30:00', 'Auckland', Date.UTC(2026, 3, 4, 14), 780, 720, 720],
  ])('%s in %s has the offset of its side', (text, _zone, changeMs, before, after, offsetMin) => {
    const instant = parseInstant(text, atMs => (atMs < changeMs ? before : after));
    expect(instant).toEqual({ atMs: Date.parse(`${text}Z`) - offsetMin * 60_000, offsetMin });
  });
});
