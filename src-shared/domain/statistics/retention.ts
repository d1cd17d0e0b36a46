import type { CardId } from '../ids.ts';
import { addDays, formatStudyDay, type StudyDay } from '../study-day.ts';
import { matureDays } from './cards.ts';
import { type Measured, measure } from './enough.ts';
import { type Share, tallyShare } from './share.ts';
import type { PastAnswer } from './trace.ts';
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

type Count = { hits: number; of: number };
type Counts = { young: Count; mature: Count };

/**
 * True retention of the last 26 weeks against the target: takes one answer after the other. It counts what Anki counts
 * under that name: answers to cards in review, any but Again as remembered, split at an interval of 21 days. `topicOf`
 * knows the topic that a card is about now; null where it is in no deck any more.
 */
export function createRetention(
  today: StudyDay,
  target: number,
  topicOf: (cardId: CardId) => string | null,
): { add(answer: PastAnswer): void; read(): Measured<RetentionReport> } {
  const mondays = listWeeks(today, weeksBack);
  const since = mondays[0] ?? today;
  const weeks = mondays.map(() => startCounts());
  const topics = new Map<string, Count>();
  // Answers come card by card, so a topic is looked for once a card.
  let cardId: CardId | null = null;
  let ofTopic: Count | null = null;
  const findCount = (topic: string | null): Count | null => {
    if (topic === null) return null;
    const found = topics.get(topic) ?? { hits: 0, of: 0 };
    topics.set(topic, found);
    return found;
  };
  const sum = (of: (counts: Counts) => Count): Count =>
    weeks.map(of).reduce((all, { hits, of }) => ({ hits: all.hits + hits, of: all.of + of }));
  return {
    add(answer) {
      if (!answer.isReview || answer.day < since || answer.day > today) return;
      const week = weeks[Math.floor((answer.day - since) / 7)];
      if (!week) return;
      count(week[(answer.intervalDays ?? 0) >= matureDays ? 'mature' : 'young'], answer);
      if (answer.cardId !== cardId) {
        cardId = answer.cardId;
        ofTopic = findCount(topicOf(cardId));
      }
      if (ofTopic) count(ofTopic, answer);
    },
    read() {
      const overall = { young: sum(({ young }) => young), mature: sum(({ mature }) => mature) };
      return measure(overall.young.of + overall.mature.of, reviewsForRetention, () => ({
        target,
        overall: toRetention(overall),
        weeks: weeks.map((counts, index) => ({
          date: formatStudyDay(addDays(since, index * 7)),
          ...toRetention(counts),
        })),
        topics: [...topics].map(([topic, { hits, of }]) => ({ topic, ...tallyShare(hits, of) })),
      }));
    },
  };
}

function startCounts(): Counts {
  return { young: { hits: 0, of: 0 }, mature: { hits: 0, of: 0 } };
}

function count(into: Count, { remembered }: PastAnswer): void {
  into.of++;
  if (remembered) into.hits++;
}

function toRetention({ young, mature }: Counts): Retention {
  return {
    young: tallyShare(young.hits, young.of),
    mature: tallyShare(mature.hits, mature.of),
    all: tallyShare(young.hits + mature.hits, young.of + mature.of),
  };
}
