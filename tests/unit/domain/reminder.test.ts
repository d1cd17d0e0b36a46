import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeDue, nextReminderAtMs } from '../../../src-shared/domain/reminder.ts';
import {
  findStudyDay,
  formatInstant,
  formatStudyDay,
  type Instant,
  parseInstant,
  parseStudyDay,
} from '../../../src-shared/domain/study-day.ts';
import { offsetsIn } from '../../helpers/zones.ts';

/** The next reminder as a local time, for someone in a zone who looks at a local time. */
function next(
  zone: string,
  local: string,
  settings: { reminderHour: number | null; dayStartHour?: number },
  shownOn: string | null = null,
): string | null {
  const offsetAt = offsetsIn(zone);
  const now = parseInstant(local, offsetAt);
  if (!now) throw new Error(`${local} is no moment`);
  const atMs = nextReminderAtMs(
    now,
    offsetAt,
    { dayStartHour: 4, ...settings },
    shownOn === null ? null : parseStudyDay(shownOn),
  );
  return atMs === null ? null : formatInstant({ atMs, offsetMin: offsetAt(atMs) }).replace(/:00\.000/, '');
}

describe('nextReminderAtMs', () => {
  test.each([
    ['before the hour it is today', '2026-11-24T08:00', null, '2026-11-24T18:00+01:00'],
    ['at the hour it is now', '2026-11-24T18:00', null, '2026-11-24T18:00+01:00'],
    ['slept over, it is what it was', '2026-11-24T23:00', null, '2026-11-24T18:00+01:00'],
    ['after midnight the study day still lasts', '2026-11-25T03:59', null, '2026-11-24T18:00+01:00'],
    ['shown, it is tomorrow', '2026-11-24T18:00', '2026-11-24', '2026-11-25T18:00+01:00'],
    ['shown yesterday, it is today', '2026-11-25T04:00', '2026-11-24', '2026-11-25T18:00+01:00'],
    // The clock was set back.
    ['shown on a day to come, it is after that', '2026-11-24T08:00', '2026-11-30', '2026-12-01T18:00+01:00'],
  ])('%s', (_says, local, shownOn, expected) => {
    expect(next('Europe/Berlin', local, { reminderHour: 18 }, shownOn)).toBe(expected);
  });

  test('none is wanted', () => {
    expect(next('Europe/Berlin', '2026-11-24T08:00', { reminderHour: null })).toBeNull();
  });

  test('an hour before the day turns comes in the night after it', () => {
    expect(next('Europe/Berlin', '2026-11-24T08:00', { reminderHour: 1 })).toBe('2026-11-25T01:00+01:00');
    expect(next('Europe/Berlin', '2026-11-25T00:30', { reminderHour: 1 })).toBe('2026-11-25T01:00+01:00');
    expect(next('Europe/Berlin', '2026-11-24T08:00', { reminderHour: 4 })).toBe('2026-11-24T04:00+01:00');
  });

  test.each([
    // The clocks leap from 02:00 to 03:00, and go back from 03:00 to 02:00.
    ['Europe/Berlin', '2026-03-28T20:00', 18, '2026-03-28', '2026-03-29T18:00+02:00'],
    ['Europe/Berlin', '2026-10-24T20:00', 18, '2026-10-24', '2026-10-25T18:00+01:00'],
    ['Europe/Berlin', '2026-03-28T20:00', 2, '2026-03-27', '2026-03-29T03:00+02:00'],
    ['Europe/Berlin', '2026-10-24T20:00', 2, '2026-10-23', '2026-10-25T02:00+02:00'],
    ['America/New_York', '2026-03-07T20:00', 2, '2026-03-06', '2026-03-08T03:00-04:00'],
    // Half an hour, from 02:00 to 02:30.
    ['Australia/Lord_Howe', '2026-10-03T20:00', 2, '2026-10-02', '2026-10-04T02:30+11:00'],
    ['Asia/Kathmandu', '2026-06-01T08:00', 7, null, '2026-06-01T07:00+05:45'],
    ['Pacific/Kiritimati', '2026-06-01T08:00', 9, null, '2026-06-01T09:00+14:00'],
  ])(
    'in %s, seen at %s, %i o’clock is a moment that there is',
    (zone, local, reminderHour, shownOn, expected) => {
      expect(next(zone, local, { reminderHour }, shownOn)).toBe(expected);
    },
  );

  test('an hour that the clocks leap over at the end of the study day comes before it ends', () => {
    // From 00:00 to 01:00, where the day turns.
    const settings = { reminderHour: 0, dayStartHour: 1 };
    expect(next('Africa/Cairo', '2026-04-23T12:00', settings)).toBe('2026-04-23T23:00+02:00');
    expect(next('Africa/Cairo', '2026-04-24T12:00', settings)).toBe('2026-04-25T00:00+03:00');
  });

  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Asia/Kathmandu',
  ];

  test.each(zones)('over a year in %s there is one reminder each study day, at its hour', zone => {
    const offsetAt = offsetsIn(zone);
    // The clocks change in the small hours.
    const hour = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 23 }));
    fc.assert(
      fc.property(hour, hour, (reminderHour, dayStartHour) => {
        let atMs = Date.UTC(2026, 0, 1, 12);
        let shownOn = findStudyDay({ atMs, offsetMin: offsetAt(atMs) }, dayStartHour);
        for (let step = 0; step < 366; step++) {
          const now: Instant = { atMs, offsetMin: offsetAt(atMs) };
          const nextMs = nextReminderAtMs(now, offsetAt, { reminderHour, dayStartHour }, shownOn);
          if (nextMs === null) throw new Error('none');
          expect(nextMs).toBeGreaterThan(atMs);
          const then = { atMs: nextMs, offsetMin: offsetAt(nextMs) };
          const day = findStudyDay(then, dayStartHour);
          expect(formatStudyDay(day)).toBe(formatStudyDay((shownOn + 1) as typeof day));
          const localHour = Math.floor(((((nextMs / 60_000 + then.offsetMin) / 60) % 24) + 24) % 24);
          // An hour that the clocks leap over comes as the next one, or as the one before where the day ends.
          expect([reminderHour, (reminderHour + 1) % 24, (reminderHour + 23) % 24]).toContain(localHour);
          [atMs, shownOn] = [nextMs, day];
        }
      }),
      { numRuns: 25 },
    );
  });
});

test.each([
  [{ cards: 1, minutes: 0.2 }, '1 card is due, about 1 minute.'],
  [{ cards: 1200, minutes: 61.4 }, '1,200 cards are due, about 61 minutes.'],
])('%j', (due, text) => {
  expect(describeDue(due)).toBe(text);
});
