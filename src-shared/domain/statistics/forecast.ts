import { estimateWork } from '../estimate.ts';
import type { Settings } from '../settings.ts';
import { addDays, formatStudyDay, type StudyDay } from '../study-day.ts';

/** Study days that are forecast, today included. */
export const forecastDays = 30;

export type ForecastInput = {
  today: StudyDay;
  /** Cards in review that come due on each day, those overdue on `today`. */
  dueByDay: ReadonlyMap<StudyDay, number>;
  /** Cards in their steps now. */
  learning: number;
  /** Cards that were never answered and may be asked: all of them, or as many as may come in that time. */
  unmet: number;
  /** How many of each may still be asked today. */
  allowance: { newCards: number; reviews: number };
  settings: Settings;
  pace: { answers: number; meanMs: number | null };
};

export type ForecastDay = {
  date: string;
  reviews: number;
  newCards: number;
  minutes: number;
  /** Reviews due that the day's limit leaves for the next. */
  waiting: number;
};

/**
 * The work of the next 30 days as things stand: reviews on the days they are due now, at most the day's limit and
 * the rest a day later, and as many new cards as the settings allow until none is left. What the answers to come
 * will add is not in it, so later days will hold more.
 */
export function forecastWork(input: ForecastInput): ForecastDay[] {
  const { today, settings, allowance } = input;
  let waiting = 0;
  let { unmet } = input;
  return Array.from({ length: forecastDays }, (_, index) => {
    const day = addDays(today, index);
    const isToday = index === 0;
    waiting += input.dueByDay.get(day) ?? 0;
    const reviews = Math.min(waiting, isToday ? allowance.reviews : settings.reviewsPerDay);
    waiting -= reviews;
    const newCards = Math.min(unmet, isToday ? allowance.newCards : settings.newPerDay);
    unmet -= newCards;
    const counts = { new: newCards, learning: isToday ? input.learning : 0, due: reviews };
    const { minutes } = estimateWork(counts, settings, input.pace);
    return { date: formatStudyDay(day), reviews, newCards, minutes, waiting };
  });
}
