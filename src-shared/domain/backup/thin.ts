import type { Instant } from '../study-day.ts';
import type { BackupReason } from './backup.ts';

const dayMs = 86_400_000;

/** How many are kept: all of the last days, then the newest of so many days, weeks and months that have one. */
export const kept = { allDays: 2, daily: 12, weekly: 10, monthly: 9, askedForDays: 60 } as const;

/** A backup, as far as thinning looks at it. */
export type Dated = { name: string; at: Instant; reason: BackupReason };

/**
 * The backups that may go. Kept are all of the last two days, then the newest of each of the twelve days, ten
 * weeks and nine months before that have one, so the newest of all in any case; and those made by hand, before a
 * restore or before a migration for sixty days. Days, weeks (from Monday) and months are those of the place where each was made. A clock set
 * back takes nothing away: what lies ahead of it counts as new.
 */
export function listToThin(backups: readonly Dated[], now: Instant): string[] {
  const newestFirst = backups.toSorted((a, b) => b.at.atMs - a.at.atMs);
  const isYoung = ({ at, reason }: Dated): boolean => {
    const days = reason === 'start' || reason === 'changes' ? kept.allDays : kept.askedForDays;
    return now.atMs - at.atMs < days * dayMs;
  };
  const keep = new Set(newestFirst.filter(isYoung));
  let rest = newestFirst.filter(one => !keep.has(one));
  for (const [period, count] of [
    [dayOf, kept.daily],
    [weekOf, kept.weekly],
    [monthOf, kept.monthly],
  ] as const) {
    const groups = [...Map.groupBy(rest, period).values()];
    for (const [newest] of groups.slice(0, count)) if (newest) keep.add(newest);
    rest = groups.slice(count).flat();
  }
  return newestFirst.filter(one => !keep.has(one)).map(({ name }) => name);
}

function dayOf({ at }: Dated): number {
  return Math.floor((at.atMs + at.offsetMin * 60_000) / dayMs);
}

function weekOf(one: Dated): number {
  // Day 0, 1970-01-01, was a Thursday.
  return Math.floor((dayOf(one) + 3) / 7);
}

function monthOf(one: Dated): number {
  const day = new Date(dayOf(one) * dayMs);
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
}
