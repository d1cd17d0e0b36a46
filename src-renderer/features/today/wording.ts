import { countOf } from '../../../src-shared/domain/wording.ts';
import type { Today } from '../../../src-shared/ipc/contract.ts';
import type { KeyPress } from '../../components/use-keys.ts';
import { formatMinutes } from '../review/wording.ts';

/** Cards left today, of whatever kind. */
export function countLeft({ counts }: Pick<Today, 'counts'>): number {
  return counts.new + counts.learning + counts.due;
}

/** A calendar date (YYYY-MM-DD) as a person says it: `Tuesday, 24 November`. */
export function formatDate(date: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`)).replace(/^(\w+) /, '$1, ');
}

/** The day's work in one sentence. */
export function describeWork(today: Pick<Today, 'counts' | 'answeredToday'>): string {
  const work = listWork(today.counts);
  if (work !== null) return `${work}.`;
  return today.answeredToday > 0 ? 'Done for today.' : 'Nothing is due today.';
}

/** Counts in words: `12 reviews, 20 new cards and 2 still being learnt`; null where there is nothing. */
export function listWork({ due, new: fresh, learning }: Today['counts']): string | null {
  const parts = [
    due > 0 && countOf(due, 'review'),
    fresh > 0 && countOf(fresh, 'new card'),
    learning > 0 && `${learning} still being learnt`,
  ].filter(part => part !== false);
  const last = parts.pop();
  if (last === undefined) return null;
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
}

/** How long the day's work takes, and what the figure rests on. */
export function describeEstimate({ estimate, counts }: Pick<Today, 'estimate' | 'counts'>): string {
  const minutes = formatMinutes(estimate.minutes);
  const assumed = `at an assumed ${Math.round(estimate.secondsPerCard)} seconds an answer`;
  const basis = estimate.fromHistory ? 'from your own pace' : assumed;
  const more = counts.new > 0 && !estimate.fromHistory ? '; new cards are asked more than once' : '';
  return `${minutes.charAt(0).toUpperCase()}${minutes.slice(1)}, ${basis}${more}.`;
}

/** What waits beyond today's limit, and when one is through. */
export function describeBacklog(backlog: NonNullable<Today['backlog']>, reviewsPerDay: number): string {
  const { cards, days } = backlog;
  const waiting = cards === 1 ? 'One more is' : `${cards} more are`;
  const through = days === null ? 'it takes more than a year' : `you are through in ${countOf(days, 'day')}`;
  return `${waiting} waiting; at ${reviewsPerDay} a day ${through}. Those you still hold best come first.`;
}

/** The days in a row. It never scolds: a broken row is simply not mentioned. */
export function describeStreak({
  streakDays,
  answeredToday,
}: Pick<Today, 'streakDays' | 'answeredToday'>): string {
  const done = answeredToday > 0 ? `${countOf(answeredToday, 'answer')} today.` : '';
  if (streakDays < 2) return done;
  return `${streakDays} days in a row. ${done}`.trim();
}

/** What a key does on today's screen. Enter and Space on a control are the control's own. */
export function readTodayKey({
  key,
  ctrl,
  shift,
  repeat,
  focus,
}: KeyPress): 'start' | 'undo' | 'redo' | null {
  if (repeat || focus === 'field') return null;
  if (ctrl) {
    const letter = key.toLowerCase();
    if (letter === 'z') return shift ? 'redo' : 'undo';
    return letter === 'y' ? 'redo' : null;
  }
  if (key === 'u') return 'undo';
  return (key === 'Enter' || key === ' ') && focus === 'page' ? 'start' : null;
}
