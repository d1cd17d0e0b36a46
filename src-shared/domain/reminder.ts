import { findStudyDay, type Instant, type StudyDay } from './study-day.ts';
import { countOf } from './wording.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Minutes east of UTC at any moment. */
export type OffsetAt = (atMs: number) => number;

/** What decides on a reminder: the local hours at which it comes and at which the study day turns. */
export type ReminderSettings = { reminderHour: number | null; dayStartHour: number };

/**
 * UTC ms at which to remind next; null where no reminder is wanted. Each study day has one, at the hour that was chosen,
 * and none once it was shown. The answer lies in the past where the machine slept over it and the day still lasts.
 */
export function nextReminderAtMs(
  now: Instant,
  offsetAt: OffsetAt,
  settings: ReminderSettings,
  shownOn: StudyDay | null,
): number | null {
  const { reminderHour, dayStartHour } = settings;
  if (reminderHour === null) return null;
  const today = findStudyDay(now, dayStartHour);
  const day = shownOn !== null && shownOn >= today ? shownOn + 1 : today;
  // An hour before the day turns belongs to the night after it.
  const localMs = day * DAY_MS + (reminderHour < dayStartHour ? DAY_MS : 0) + reminderHour * HOUR_MS;
  const [first, last] = resolveLocal(localMs, offsetAt);
  // Where the clocks leap over the hour at the very end of the day, it comes before the leap.
  const lastDay = findStudyDay({ atMs: last, offsetMin: offsetAt(last) }, dayStartHour);
  return lastDay === day ? last : first;
}

/**
 * The moment at which clocks show a local time (as UTC ms of the same figures), twice; where they show it twice, the
 * first of them. Where they leap over it, as long before the leap as it lies before its end, and as long after it as it
 * lies beyond its beginning.
 */
function resolveLocal(localMs: number, offsetAt: OffsetAt): [number, number] {
  // A day to each side lies beyond any change of the clocks.
  const candidates = [localMs - DAY_MS, localMs + DAY_MS].map(
    nearMs => localMs - offsetAt(nearMs) * MINUTE_MS,
  );
  const shown = candidates.filter(atMs => atMs + offsetAt(atMs) * MINUTE_MS === localMs);
  const [first, last] = [Math.min(...candidates), Math.max(...candidates)];
  if (shown.length === 0) return [first, last];
  return [Math.min(...shown), Math.min(...shown)];
}

/** What a reminder says: `12 cards are due, about 4 minutes.` */
export function describeDue({ cards, minutes }: { cards: number; minutes: number }): string {
  const whole = Math.max(1, Math.round(minutes));
  return `${countOf(cards, 'card')} ${cards === 1 ? 'is' : 'are'} due, about ${countOf(whole, 'minute')}.`;
}
