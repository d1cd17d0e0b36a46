import { addDays, type StudyDay } from '../study-day.ts';

/** The Monday of a study day's week (ISO 8601). Study day 0, 1 January 1970, was a Thursday. */
export function findMonday(day: StudyDay): StudyDay {
  return addDays(day, -((((day + 3) % 7) + 7) % 7));
}

/** The Mondays of the last `count` weeks up to that of `today`, the oldest first. */
export function listWeeks(today: StudyDay, count: number): StudyDay[] {
  const last = findMonday(today);
  return Array.from({ length: count }, (_, index) => addDays(last, (index + 1 - count) * 7));
}

/** All days from the first to the last, both included. */
export function listDays(first: StudyDay, last: StudyDay): StudyDay[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => addDays(first, index));
}
