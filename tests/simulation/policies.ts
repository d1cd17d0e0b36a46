import { defaultSettings } from '../../src-shared/domain/default-settings.ts';
import { cardIdSchema } from '../../src-shared/domain/ids.ts';
import { planDay } from '../../src-shared/domain/plan/plan-day.ts';
import { buildQueue, type QueueCard } from '../../src-shared/domain/queue.ts';
import { believed, type Learner, type SimulatedCard } from './learner.ts';

/** A way to choose what is asked on a day, from what the scheduler believes. */
export type Policy = {
  name: string;
  /** Longest interval given on a day that is `daysLeft` before the interview. */
  maximumDays(daysLeft: number): number;
  /** What to ask, in order; the day ends when its seconds are full. */
  choose(learner: Learner, day: number, daysLeft: number): readonly SimulatedCard[];
};

/** Baseline's plan. */
export const plan: Policy = {
  name: 'plan',
  maximumDays: () => defaultSettings.maximumIntervalDays,
  choose: (learner, day, daysLeft) => {
    const cards = learner.cards.map(card => ({
      card,
      memory: card.memory,
      elapsedDays: card.memory ? day - card.lastDay : 0,
      position: card.index,
    }));
    const basis = { settings: defaultSettings, model: believed, secondsPerAnswer: learner.secondsPerAnswer };
    // The app plans anew after each answer, with the minutes that are left in truth; the order stays.
    return planDay(cards, daysLeft, Number.POSITIVE_INFINITY, basis).map(({ card }) => card.card);
  },
};

/** What a policy without a plan does with minutes that are left once its queue is empty. */
type Rest = 'stop' | 'review-ahead';

/**
 * Baseline's ordinary queue: FSRS at 0.90, 20 new cards a day, the best held first, with intervals of at most
 * `maximumDays` (also those given before). With `review-ahead`, what is left of the minutes goes into reviews that
 * are not due yet, the soonest due first, so that all the minutes are used.
 */
export function makeQueuePolicy(
  name: string,
  rest: Rest,
  maximumDays: (daysLeft: number) => number,
  newPerDay: number = defaultSettings.newPerDay,
): Policy {
  return {
    name,
    maximumDays,
    choose: (learner, day, daysLeft) => {
      const dueOf = (card: SimulatedCard): number =>
        Math.min(card.dueDay, card.lastDay + maximumDays(daysLeft));
      const held = learner.cards.filter(card => card.memory !== null && card.lastDay < day);
      const due = held.filter(card => dueOf(card) <= day);
      const fresh = learner.cards.filter(card => card.memory === null);
      const queue = buildQueue(
        [...due, ...fresh].map(card => toQueueCard(card, day)),
        { newCards: newPerDay, reviews: defaultSettings.reviewsPerDay },
        { newCards: 0, reviews: 0, last: null },
      );
      const chosen = queue.main.flatMap(({ position }) => learner.cards.slice(position, position + 1));
      if (rest === 'stop') return chosen;
      const ahead = held.filter(card => dueOf(card) > day).sort((a, b) => dueOf(a) - dueOf(b));
      return [...chosen, ...ahead];
    },
  };
}

function toQueueCard(card: SimulatedCard, day: number): QueueCard {
  const name = String(card.index).padStart(4, '0');
  return {
    cardId: cardIdSchema.parse(`card.${name}`),
    topic: `topic ${card.index % 6}`,
    sibling: `default ${card.index % 31}`,
    phase: card.memory ? 'review' : 'new',
    dueAtMs: null,
    recall: card.memory ? believed.recall(card.memory, day - card.lastDay) : null,
    position: card.index,
  };
}

const longest = (): number => defaultSettings.maximumIntervalDays;
const untilInterview = (daysLeft: number): number => daysLeft;
const week = (): number => 7;

/** What the plan is compared with: as they are, and with all the minutes used. */
export const others: readonly Policy[] = [
  makeQueuePolicy('FSRS 0.90', 'stop', longest),
  makeQueuePolicy('FSRS 0.90, all minutes', 'review-ahead', longest),
  makeQueuePolicy('capped at the days left', 'stop', untilInterview),
  makeQueuePolicy('capped at the days left, all minutes', 'review-ahead', untilInterview),
  makeQueuePolicy('capped at 7 days', 'stop', week),
  makeQueuePolicy('capped at 7 days, all minutes', 'review-ahead', week),
];
