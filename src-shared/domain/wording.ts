import type { Instant, StudyDay } from './study-day.ts';

const MINUTE_MS = 60_000;

/** How far away a due is, as a rating button says it: `10 min`, `3 days`, `2.5 months`, `1.2 years`. */
export function formatInterval(due: {
  at: Instant;
  today: StudyDay;
  dueDay: StudyDay;
  dueAtMs: number | null;
}): string {
  if (due.dueAtMs !== null) return formatMinutes((due.dueAtMs - due.at.atMs) / MINUTE_MS);
  return formatDays(due.dueDay - due.today);
}

/** Whole days as words: days up to a month, then months of 30.4 days, then years, with one decimal. */
export function formatDays(days: number): string {
  if (days < 31) return countOf(days, 'day');
  return days < 365 ? countOf(roundToTenth(days / 30.4), 'month') : countOf(roundToTenth(days / 365), 'year');
}

/** Made once: making one takes longer than all else that a button's interval needs. */
const counts = new Intl.NumberFormat('en-GB');

/** A count with thousands separators. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** `1 card`, `2 cards`. The plural is made with an s. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function formatMinutes(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  return whole < 60 ? `${whole} min` : `${roundToTenth(whole / 60)} h`;
}

function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A size of a file: `840 kB`, `1.2 MB`; kB are thousands of bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return bytes < 999_500_000 ? `${roundToTenth(bytes / 1e6)} MB` : `${roundToTenth(bytes / 1e9)} GB`;
}

/** A calendar date: `Tuesday, 8 December`, or short `8 Dec`. */
export function formatDay(date: string, length: 'long' | 'short'): string {
  const day = new Date(`${date}T00:00:00Z`);
  const options =
    length === 'long'
      ? ({ weekday: 'long', day: 'numeric', month: 'long' } as const)
      : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
    .format(day)
    .replace(/^([A-Z]\w+day) /, '$1, ');
}

/** A share in percent, never rounded up to a certainty. */
export function formatShare(share: number): string {
  return `${Math.min(99, Math.round(share * 100))} %`;
}

/** Names in a row: `Caching, Scaling and Storage`. */
export function listNames(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}
