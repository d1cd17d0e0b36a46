import { addDays, formatStudyDay, type StudyDay } from '../study-day.ts';
import { matureDays } from './cards.ts';
import { type Measured, measure } from './enough.ts';
import { type Share, tallyWhere } from './share.ts';
import { isReview, type PastAnswer } from './trace.ts';
import { listWeeks } from './weeks.ts';

/** Weeks that retention looks back on: half a year, as memory from longer ago says little about now. */
const weeksBack = 26;

/** Reviews from which on retention is told: at 90 %, fifty leave an interval of about ±9 points. */
export const reviewsForRetention = 50;

/** True retention: the share of reviews that were remembered, of cards whose interval was under 21 days and others. */
export type Retention = { young: Share; mature: Share; all: Share };

export type RetentionReport = {
  target: number;
  overall: Retention;
  /** The last 26 weeks by the date of their Monday, the oldest first; weeks without reviews too. */
  weeks: ({ date: string } & Retention)[];
  /** By topic, for those with reviews. */
  topics: ({ topic: string } & Share)[];
};

/**
 * True retention of the last 26 weeks against the target. It counts what Anki counts under that name: answers to
 * cards in review, any but Again as remembered, split at an interval of 21 days.
 */
export function readRetention(
  answers: readonly PastAnswer[],
  today: StudyDay,
  target: number,
): Measured<RetentionReport> {
  const weeks = listWeeks(today, weeksBack);
  const since = weeks[0] ?? today;
  const reviews = answers.filter(answer => isReview(answer) && answer.day >= since && answer.day <= today);
  return measure(reviews.length, reviewsForRetention, () => ({
    target,
    overall: tallyRetention(reviews),
    weeks: weeks.map(monday => ({
      date: formatStudyDay(monday),
      ...tallyRetention(reviews.filter(({ day }) => day >= monday && day < addDays(monday, 7))),
    })),
    topics: [...Map.groupBy(reviews, ({ topic }) => topic)].flatMap(([topic, ofTopic]) =>
      topic === null ? [] : [{ topic, ...tallyRemembered(ofTopic) }],
    ),
  }));
}

function tallyRetention(reviews: readonly PastAnswer[]): Retention {
  const isMature = ({ intervalDays }: PastAnswer): boolean => (intervalDays ?? 0) >= matureDays;
  return {
    young: tallyRemembered(reviews.filter(review => !isMature(review))),
    mature: tallyRemembered(reviews.filter(isMature)),
    all: tallyRemembered(reviews),
  };
}

function tallyRemembered(reviews: readonly PastAnswer[]): Share {
  return tallyWhere(reviews, ({ remembered }) => remembered);
}
