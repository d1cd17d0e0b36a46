import { describeDue, nextReminderAtMs, type OffsetAt } from '../../src-shared/domain/reminder.ts';
import { findStudyDay, type Instant, type StudyDay } from '../../src-shared/domain/study-day.ts';
import { readDue } from './due.ts';
import type { Profile } from './profile.ts';

/** When to remind of an open profile, and of what. */
export type Reminder = ReturnType<typeof createReminder>;

/**
 * Makes the reminder of a profile that is opened at a moment. Whoever opens it after the hour needs none that day; so
 * nothing has to be remembered over a restart.
 */
export function createReminder(profile: Profile, offsetAt: OffsetAt, openedAt: Instant) {
  const next = (at: Instant, shownOn: StudyDay | null): number | null =>
    nextReminderAtMs(at, offsetAt, profile.journal.settings(), shownOn);
  const findToday = (at: Instant): StudyDay => findStudyDay(at, profile.journal.settings().dayStartHour);
  const isPast = (atMs: number | null, at: Instant): boolean => atMs !== null && atMs <= at.atMs;
  let shownOn: StudyDay | null = isPast(next(openedAt, null), openedAt) ? findToday(openedAt) : null;

  return {
    /** UTC ms of the next reminder; null where none is wanted. */
    nextAtMs: (at: Instant): number | null => next(at, shownOn),
    /**
     * What to say now; null where it is not the time, nothing is due, or the person is looking at Baseline. Once a study
     * day, whatever came of it.
     */
    take(at: Instant, isLooking: boolean): string | null {
      if (!isPast(next(at, shownOn), at)) return null;
      shownOn = findToday(at);
      if (isLooking) return null;
      const due = readDue(profile, at);
      return due.cards === 0 ? null : describeDue(due);
    },
  };
}
