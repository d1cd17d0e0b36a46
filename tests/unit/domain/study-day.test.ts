import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCardState } from '../../../src-shared/domain/card-state.ts';
import { countElapsedDays } from '../../../src-shared/domain/scheduling.ts';
import {
  addDays,
  findStudyDay,
  formatStudyDay,
  parseStudyDay,
  type StudyDay,
  studyDaySchema,
} from '../../../src-shared/domain/study-day.ts';
import { at } from '../../helpers/profile.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** UTC milliseconds at which a study day begins for somebody at this offset. */
const findDayStartMs = (day: StudyDay, offsetMin: number, dayStartHour: number): number =>
  day * DAY_MS + dayStartHour * HOUR_MS - offsetMin * 60_000;

/** The calendar date of the study day that a moment lies in. */
const dateOf = (iso: string, dayStartHour = 4): string => formatStudyDay(findStudyDay(at(iso), dayStartHour));

/** Days between two answers, as scheduling counts them. */
const countDays = (from: string, to: string): number =>
  countElapsedDays({ ...newCardState, lastDay: findStudyDay(at(from), 4) }, findStudyDay(at(to), 4));

const offset = fc.integer({ min: -1080, max: 1080 });
const moment = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) });
const hour = fc.integer({ min: 0, max: 23 });

describe('the hour at which the day turns', () => {
  test.each(['Z', '+01:00', '-08:00', '-03:30', '+05:45', '+14:00', '-12:00'])('04:00 local at %s', zone => {
    expect(dateOf(`2026-11-24T03:59:59.999${zone}`)).toBe('2026-11-23');
    expect(dateOf(`2026-11-24T04:00:00.000${zone}`)).toBe('2026-11-24');
    expect(dateOf(`2026-11-24T23:59:59.999${zone}`)).toBe('2026-11-24');
    expect(dateOf(`2026-11-25T00:00:00.000${zone}`)).toBe('2026-11-24');
  });

  test.each([1, 2, 6, 12, 23])('%i:00, where the person sets it so', dayStartHour => {
    const turn = String(dayStartHour).padStart(2, '0');
    const before = String(dayStartHour - 1).padStart(2, '0');
    expect(dateOf(`2026-11-24T${before}:59:59.999-05:00`, dayStartHour)).toBe('2026-11-23');
    expect(dateOf(`2026-11-24T${turn}:00:00.000-05:00`, dayStartHour)).toBe('2026-11-24');
  });

  test('midnight, where the person sets it so', () => {
    expect(dateOf('2026-11-23T23:59:59.999+01:00', 0)).toBe('2026-11-23');
    expect(dateOf('2026-11-24T00:00:00.000+01:00', 0)).toBe('2026-11-24');
  });

  test('a day begins at its start and ends a millisecond before the next, for any moment, zone and hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 7e12 }), offset, hour, (atMs, offsetMin, dayStartHour) => {
        const day = findStudyDay({ atMs, offsetMin }, dayStartHour);
        const startMs = findDayStartMs(day, offsetMin, dayStartHour);
        expect(startMs <= atMs && atMs < startMs + DAY_MS).toBe(true);
        expect(findStudyDay({ atMs: startMs, offsetMin }, dayStartHour)).toBe(day);
        expect(findStudyDay({ atMs: startMs - 1, offsetMin }, dayStartHour)).toBe(day - 1);
        expect(findStudyDay({ atMs: startMs + DAY_MS, offsetMin }, dayStartHour)).toBe(addDays(day, 1));
        const local = new Date(startMs + offsetMin * 60_000);
        expect(local.getUTCHours()).toBe(dayStartHour);
        expect(local.toISOString().slice(0, 10)).toBe(formatStudyDay(day));
      }),
    );
  });
});

/** What a clock and a calendar on the wall of this place show, from the zone data of the runtime. */
function readWall(atMs: number, timeZone: string): { offsetMin: number; date: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(atMs);
  const get = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find(part => part.type === type)?.value ?? '';
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(get('timeZoneName')) ?? [];
  const offsetMin = sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
  return { offsetMin, date: `${get('year')}-${get('month')}-${get('day')}`, hour: Number(get('hour')) };
}

describe('places', () => {
  test.each([
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'America/Asuncion',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Pacific/Kiritimati',
  ])('%s: the date on the wall, or the one before it until the day turns', timeZone => {
    fc.assert(
      fc.property(moment, hour, (atMs, dayStartHour) => {
        const wall = readWall(atMs, timeZone);
        const day = Date.parse(wall.date) / DAY_MS - (wall.hour < dayStartHour ? 1 : 0);
        expect(findStudyDay({ atMs, offsetMin: wall.offsetMin }, dayStartHour)).toBe(day);
      }),
    );
  });

  test('one moment lies in different days for people far apart', () => {
    expect(at('2026-11-24T12:00:00-12:00').atMs).toBe(at('2026-11-25T14:00:00+14:00').atMs);
    expect(dateOf('2026-11-24T12:00:00-12:00')).toBe('2026-11-24');
    expect(dateOf('2026-11-25T14:00:00+14:00')).toBe('2026-11-25');
  });

  // First moment of a study day, first moment of the next one, and the hours between.
  test.each([
    ['Berlin, clocks forward', '2026-03-28T04:00:00+01:00', '2026-03-29T04:00:00+02:00', 23],
    ['Berlin, clocks back', '2026-10-24T04:00:00+02:00', '2026-10-25T04:00:00+01:00', 25],
    ['New York, clocks forward', '2026-03-07T04:00:00-05:00', '2026-03-08T04:00:00-04:00', 23],
    ['New York, clocks back', '2026-10-31T04:00:00-04:00', '2026-11-01T04:00:00-05:00', 25],
    ['Lord Howe, half an hour forward', '2026-10-03T04:00:00+10:30', '2026-10-04T04:00:00+11:00', 23.5],
    ['Lord Howe, half an hour back', '2026-04-04T04:00:00+11:00', '2026-04-05T04:00:00+10:30', 24.5],
  ])('%s: one study day of another length', (_, from, to, hours) => {
    const first = at(from);
    const next = at(to);
    expect((next.atMs - first.atMs) / HOUR_MS).toBe(hours);
    expect(findStudyDay(next, 4)).toBe(findStudyDay(first, 4) + 1);
    expect(findStudyDay({ ...next, atMs: next.atMs - 1 }, 4)).toBe(findStudyDay(first, 4));
    expect(findDayStartMs(findStudyDay(next, 4), next.offsetMin, 4)).toBe(next.atMs);
  });

  test('clocks back: both of the moments that a wall calls 02:30 are in one day', () => {
    expect(dateOf('2026-10-25T02:30:00+02:00')).toBe('2026-10-24');
    expect(dateOf('2026-10-25T02:30:00+01:00')).toBe('2026-10-24');
  });

  test('clocks forward over the turn of the day: the day turns with the jump', () => {
    expect(dateOf('2026-03-29T01:59:59.999+01:00', 2)).toBe('2026-03-28');
    expect(dateOf('2026-03-29T03:00:00+02:00', 2)).toBe('2026-03-29');
  });

  // Asunción set its clocks back at midnight, to 23:00 of the evening before.
  test('clocks back over the turn of the day: the evening returns, and the gap is none', () => {
    const midnight = at('2024-03-24T00:00:00-03:00');
    const evening = at('2024-03-23T23:00:00-04:00');
    expect(evening.atMs).toBe(midnight.atMs);
    expect(findStudyDay(evening, 0)).toBe(findStudyDay(midnight, 0) - 1);
    const state = { ...newCardState, lastDay: findStudyDay(midnight, 0) };
    expect(countElapsedDays(state, findStudyDay(evening, 0))).toBe(0);
  });
});

describe('the days between two answers', () => {
  test.each([
    ['an hour, over midnight', '2026-11-24T23:30:00+01:00', '2026-11-25T00:30:00+01:00', 0],
    ['an hour, over 04:00', '2026-11-25T03:30:00+01:00', '2026-11-25T04:30:00+01:00', 1],
    ['over 28 February', '2027-02-28T12:00:00Z', '2027-03-01T12:00:00Z', 1],
    ['over 29 February', '2028-02-28T12:00:00Z', '2028-03-01T12:00:00Z', 2],
    ['a leap year', '2028-01-01T12:00:00Z', '2029-01-01T12:00:00Z', 366],
    ['over February 2100, which has no leap day', '2100-02-28T12:00:00Z', '2100-03-01T12:00:00Z', 1],
    ['the evening of a flight to New York', '2026-11-24T09:00:00+01:00', '2026-11-24T20:00:00-05:00', 0],
    // Nine hours after an evening in Tokyo it is the morning of the same day in San Francisco.
    ['a flight over the Pacific', '2026-11-24T18:00:00+09:00', '2026-11-24T10:00:00-08:00', 0],
    // Two hours after an answer on the 25th it is the 24th.
    ['back over the date line', '2026-11-25T09:00:00+13:00', '2026-11-24T11:00:00-11:00', 0],
    ['forward over the date line', '2026-11-24T11:00:00-11:00', '2026-11-25T13:00:00+13:00', 1],
    ['a clock set back by an hour', '2026-11-24T12:00:00Z', '2026-11-24T11:00:00Z', 0],
    ['a clock set back by ten days', '2026-11-24T12:00:00Z', '2026-11-14T12:00:00Z', 0],
    ['a clock set back by a second, over 04:00', '2026-11-24T04:00:00Z', '2026-11-24T03:59:59Z', 0],
  ])('%s', (_, from, to, days) => {
    expect(countDays(from, to)).toBe(days);
  });

  test('a card that was never answered has none', () => {
    expect(countElapsedDays(newCardState, findStudyDay(at('2026-11-24T12:00:00Z'), 4))).toBe(0);
  });

  test('are never negative, and what the calendar says where it goes on', () => {
    fc.assert(
      fc.property(moment, offset, moment, offset, (firstMs, firstOffset, nextMs, nextOffset) => {
        const first = findStudyDay({ atMs: firstMs, offsetMin: firstOffset }, 4);
        const next = findStudyDay({ atMs: nextMs, offsetMin: nextOffset }, 4);
        const days = countElapsedDays({ ...newCardState, lastDay: first }, next);
        expect(days).toBe(next > first ? next - first : 0);
      }),
    );
  });
});

describe('dates', () => {
  test('day 0 is 1 January 1970', () => {
    expect(formatStudyDay(studyDaySchema.parse(0))).toBe('1970-01-01');
    expect(dateOf('1970-01-01T03:59:59.999Z')).toBe('1969-12-31');
  });

  test.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2028-02-29', 365, '2029-02-28'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
  ])('%s and %i days is %s', (from, days, to) => {
    const day = findStudyDay(at(`${from}T12:00:00Z`), 4);
    expect(formatStudyDay(addDays(day, days))).toBe(to);
  });
});

test('a date reads back as the study day that begins on it; what is no date is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), days => {
      const day = studyDaySchema.parse(days);
      expect(parseStudyDay(formatStudyDay(day))).toBe(day);
    }),
  );
  for (const text of ['2026-02-30', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', '', 'soon'])
    expect([text, parseStudyDay(text)]).toEqual([text, null]);
});
