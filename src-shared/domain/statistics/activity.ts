import { formatStudyDay, type StudyDay } from '../study-day.ts';
import { type Measured, measure } from './enough.ts';
import { type Share, tallyShare } from './share.ts';
import type { PastAnswer } from './trace.ts';
import { listDays, listWeeks } from './weeks.ts';

/** Weeks on the calendar: a year, and the week that began it. */
const calendarWeeks = 53;

/** What was answered on a day, extra study included. Minutes leave out the part of an answer past two minutes. */
export type DayActivity = { date: string; answers: number; minutes: number };

export type Activity = {
  /** Every day from the Monday a year ago to today. */
  days: DayActivity[];
  /** Of the whole log. */
  answers: number;
  minutes: number;
  studiedDays: number;
  /** Most study days in a row. */
  longestRow: number;
};

/** A study day on which something was answered. Times are cut at two minutes each. */
export type DayTally = { day: StudyDay; answers: number; takenMs: number };

/** What was done, by day and in all. */
export function readActivity(tallies: readonly DayTally[], today: StudyDay): Activity {
  const byDay = new Map(tallies.map(tally => [tally.day, tally]));
  const [first = today] = listWeeks(today, calendarWeeks);
  return {
    days: listDays(first, today).map(day => {
      const { answers = 0, takenMs = 0 } = byDay.get(day) ?? {};
      return { date: formatStudyDay(day), answers, minutes: takenMs / 60_000 };
    }),
    answers: tallies.reduce((sum, { answers }) => sum + answers, 0),
    minutes: tallies.reduce((sum, { takenMs }) => sum + takenMs, 0) / 60_000,
    studiedDays: tallies.length,
    longestRow: findLongestRow([...byDay.keys()]),
  };
}

function findLongestRow(days: readonly StudyDay[]): number {
  let longest = 0;
  let row = 0;
  let last: StudyDay | null = null;
  for (const day of [...days].sort((a, b) => a - b)) {
    row = last !== null && day === last + 1 ? row + 1 : 1;
    longest = Math.max(longest, row);
    last = day;
  }
  return longest;
}

/** Answers from which on the hours of the day are told: about two for each hour. */
export const answersForHours = 50;

/** What was answered within an hour of the clock, and how many of its reviews were remembered. */
export type HourActivity = { hour: number; answers: number; reviews: Share };

/** The hours of the day, by the person's own clock where they were: takes one answer after the other. */
export function createHours(): { add(answer: PastAnswer): void; read(): Measured<HourActivity[]> } {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, answers: 0, hits: 0, of: 0 }));
  return {
    add({ hour, isReview, remembered }) {
      const counts = hours[hour];
      if (!counts) return;
      counts.answers++;
      if (!isReview) return;
      counts.of++;
      if (remembered) counts.hits++;
    },
    read: () =>
      measure(
        hours.reduce((sum, { answers }) => sum + answers, 0),
        answersForHours,
        () => hours.map(({ hour, answers, hits, of }) => ({ hour, answers, reviews: tallyShare(hits, of) })),
      ),
  };
}
