import { z } from 'zod';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** A moment with the zone it was lived in: UTC milliseconds, and minutes east of UTC at that moment. */
export const instantSchema = z.object({
  atMs: z.number().int().min(-8.64e15).max(8.64e15),
  offsetMin: z.number().int().min(-1080).max(1080),
});
export type Instant = z.infer<typeof instantSchema>;

/**
 * A learner's day as a whole number: days since 1970-01-01 on the local calendar, turning at the day start
 * (04:00 unless set otherwise) and not at midnight.
 */
export const studyDaySchema = z.number().int().brand<'StudyDay'>();
export type StudyDay = z.infer<typeof studyDaySchema>;

/** Farthest day from 1970-01-01 in a log: calendars end at 100,000,000, and the longest interval must still fit in. */
export const farthestDay = 99_000_000;

/** A study day as it stands in the log: one that has a date. */
export const loggedDaySchema = z.number().int().min(-farthestDay).max(farthestDay).brand<'StudyDay'>();

/** The study day of a moment. `dayStartHour` is 0 to 23, local time. */
export function findStudyDay(at: Instant, dayStartHour: number): StudyDay {
  const localMs = at.atMs + at.offsetMin * MINUTE_MS - dayStartHour * HOUR_MS;
  return studyDaySchema.parse(Math.floor(localMs / DAY_MS));
}

/** The study day `days` after (or, negative, before) another. */
export function addDays(day: StudyDay, days: number): StudyDay {
  return studyDaySchema.parse(day + days);
}

/** The calendar date (YYYY-MM-DD) on which a study day begins. */
export function formatStudyDay(day: StudyDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The study day that begins on a calendar date (YYYY-MM-DD); null for anything else. */
export function parseStudyDay(date: string): StudyDay | null {
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(atMs)) return null;
  const day = studyDaySchema.parse(atMs / DAY_MS);
  // Date.parse takes 30 February for 2 March.
  return formatStudyDay(day) === date ? day : null;
}

const isoPattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:[0-5]\d)?$/;

/**
 * Reads an ISO 8601 moment such as `2026-11-24T08:00:00+01:00`. Without an offset, `systemOffsetMin` is asked
 * for the one in force at a moment in UTC. Returns null for anything else, such as a day that its month does not
 * have.
 */
export function parseInstant(text: string, systemOffsetMin: (atMs: number) => number): Instant | null {
  const [, local = '', zone] = isoPattern.exec(text) ?? [];
  const localMs = Date.parse(`${local}Z`);
  if (Number.isNaN(localMs)) return null;
  // Date.parse takes 30 February for 2 March, and 24:00 for the next day's 00:00.
  if (!new Date(localMs).toISOString().startsWith(local.slice(0, 16))) return null;
  const offsetMin = zone === undefined ? findOffset(localMs, systemOffsetMin) : readOffset(zone);
  const result = instantSchema.safeParse({ atMs: localMs - offsetMin * MINUTE_MS, offsetMin });
  return result.success ? result.data : null;
}

/** Writes a moment as ISO 8601 with its own offset. */
export function formatInstant(at: Instant): string {
  const local = new Date(at.atMs + at.offsetMin * MINUTE_MS).toISOString().slice(0, -1);
  const sign = at.offsetMin < 0 ? '-' : '+';
  const abs = Math.abs(at.offsetMin);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local}${sign}${two(Math.floor(abs / 60))}:${two(abs % 60)}`;
}

/**
 * The offset in force at a local time. Asked twice: on a day on which the clocks change, the local time taken as
 * UTC may lie on the other side of the change.
 */
function findOffset(localMs: number, systemOffsetMin: (atMs: number) => number): number {
  return systemOffsetMin(localMs - systemOffsetMin(localMs) * MINUTE_MS);
}

function readOffset(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
}
