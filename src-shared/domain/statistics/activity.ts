import { longestThoughtMs } from '../estimate.ts';
import { formatStudyDay, type StudyDay } from '../study-day.ts';
import { type Measured, measure } from './enough.ts';
import { type Share, tallyWhere } from './share.ts';
import { isReview, type PastAnswer } from './trace.ts';
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

/** What was done, by day and in all. */
export function readActivity(answers: readonly PastAnswer[], today: StudyDay): Activity {
  const byDay = Map.groupBy(answers, answer => answer.day);
  const [first = today] = listWeeks(today, calendarWeeks);
  return {
    days: listDays(first, today).map(day => {
      const ofDay = byDay.get(day) ?? [];
      return { date: formatStudyDay(day), answers: ofDay.length, minutes: sumMinutes(ofDay) };
    }),
    answers: answers.length,
    minutes: sumMinutes(answers),
    studiedDays: byDay.size,
    longestRow: findLongestRow([...byDay.keys()]),
  };
}

function sumMinutes(answers: readonly PastAnswer[]): number {
  return answers.reduce((sum, { takenMs }) => sum + Math.min(takenMs, longestThoughtMs), 0) / 60_000;
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

/** The hours of the day, by the person's own clock where they were. */
export function readHours(answers: readonly PastAnswer[]): Measured<HourActivity[]> {
  const byHour = Map.groupBy(answers, answer => answer.hour);
  return measure(answers.length, answersForHours, () =>
    Array.from({ length: 24 }, (_, hour) => {
      const ofHour = byHour.get(hour) ?? [];
      return {
        hour,
        answers: ofHour.length,
        reviews: tallyWhere(ofHour.filter(isReview), answer => answer.remembered),
      };
    }),
  );
}
