import type { Phase } from './card-state.ts';
import type { CardId } from './ids.ts';

/** What the queue needs to know of a card that could be asked today. */
export type QueueCard = {
  cardId: CardId;
  topic: string;
  /** Cards of one sibling group are kept apart. */
  sibling: string;
  phase: Phase;
  dueAtMs: number | null;
  /** Predicted chance of recall now; null for a new card. */
  recall: number | null;
  /** Place among new cards, breadth first (see `orderNewCards`). */
  position: number;
};

/** How many new and review cards may still be asked today. */
export type Allowance = { newCards: number; reviews: number };

/** What was asked today already: with it, a queue built anew goes on where the last one stood. */
export type Asked = {
  newCards: number;
  reviews: number;
  /** The card before the next one. */
  last: Pick<QueueCard, 'topic' | 'sibling'> | null;
};

/** Today's work: cards in steps by their moment, and the rest in the order in which it is asked. */
export type Queue = { steps: QueueCard[]; main: QueueCard[] };

/**
 * Orders today's cards. Reviews go from the best held to the worst: when there are more than the day allows,
 * each minute then saves the cards that can still be saved (docs/decisions/0007-order-of-reviews.md). New cards are spread evenly
 * between them, and no topic follows itself where another one is near.
 */
export function buildQueue(cards: readonly QueueCard[], allowance: Allowance, asked: Asked): Queue {
  const reviews = cards
    .filter(card => card.phase === 'review')
    .sort(compareReviews)
    .slice(0, Math.max(0, allowance.reviews));
  const fresh = cards
    .filter(card => card.phase === 'new')
    .sort(compareNew)
    .slice(0, Math.max(0, allowance.newCards));
  return arrangeQueue({ steps: cards.filter(card => card.dueAtMs !== null), reviews, fresh }, asked);
}

/**
 * Makes a queue of cards that are chosen already: steps by their moment, and new cards spread between the
 * reviews, both in the order given as far as topics allow.
 */
export function arrangeQueue(
  chosen: { steps: readonly QueueCard[]; reviews: readonly QueueCard[]; fresh: readonly QueueCard[] },
  asked: Asked,
): Queue {
  const steps = [...chosen.steps].sort(compareSteps);
  const main = [...place(chosen.reviews, asked.reviews), ...place(chosen.fresh, asked.newCards)]
    .sort((a, b) => a.at - b.at)
    .map(({ card }) => card);
  return { steps, main: mixTopics(main, asked.last) };
}

/** The order among due reviews: the best held first. */
export function compareReviews(a: QueueCard, b: QueueCard): number {
  return (b.recall ?? 0) - (a.recall ?? 0) || compareIds(a, b);
}

/** The order among new cards. */
export function compareNew(a: QueueCard, b: QueueCard): number {
  return a.position - b.position || compareIds(a, b);
}

/** The order among cards in steps: by their moment. */
export function compareSteps(a: QueueCard, b: QueueCard): number {
  return (a.dueAtMs ?? 0) - (b.dueAtMs ?? 0) || compareIds(a, b);
}

/** The card that stands first in the queue that `arrangeQueue` makes of the same lists, without making it. */
export function findFirst(
  { reviews, fresh }: { reviews: readonly QueueCard[]; fresh: readonly QueueCard[] },
  asked: Asked,
): QueueCard | null {
  const ahead = [
    ...place(reviews.slice(0, lookAhead), asked.reviews, reviews.length),
    ...place(fresh.slice(0, lookAhead), asked.newCards, fresh.length),
  ].sort((a, b) => a.at - b.at);
  return chooseNext(
    ahead.slice(0, lookAhead).map(({ card }) => card),
    asked.last,
  );
}

/** The same queue with the cards that a mock brought back in front, in their own order and beyond the limits of the day. */
export function putFirst(queue: Queue, marked: readonly QueueCard[]): Queue {
  const first = marked.filter(card => card.dueAtMs === null);
  const ids = new Set(first.map(({ cardId }) => cardId));
  return { steps: queue.steps, main: [...first, ...queue.main.filter(({ cardId }) => !ids.has(cardId))] };
}

/** The card to ask now: a step that has come, else the main queue, else nothing (or, learning ahead, the next step). */
export function pickNext(
  { steps, first }: { steps: readonly QueueCard[]; first: QueueCard | null },
  nowMs: number,
  learnAhead: boolean,
): QueueCard | null {
  const [step] = steps;
  if (step && (step.dueAtMs ?? 0) <= nowMs) return step;
  return first ?? (learnAhead ? (step ?? null) : null);
}

/**
 * Places a list, or the beginning of one of `count`, evenly over the whole day, from 0 to 1, behind those of its kind
 * that were asked already.
 */
function place(
  list: readonly QueueCard[],
  asked: number,
  count = list.length,
): { card: QueueCard; at: number }[] {
  return list.map((card, index) => ({ card, at: (asked + index + 0.5) / (asked + count) }));
}

/** How far ahead a card of another topic is looked for, so that the order by recall is hardly disturbed. */
const lookAhead = 8;

function mixTopics(cards: readonly QueueCard[], before: Asked['last']): QueueCard[] {
  const left = [...cards];
  const mixed: QueueCard[] = [];
  while (left.length > 0) {
    const next = chooseNext(left.slice(0, lookAhead), mixed.at(-1) ?? before);
    if (!next) break;
    mixed.push(...left.splice(left.indexOf(next), 1));
  }
  return mixed;
}

/** Of the cards that come next, the first of another topic than the last one; null of none. */
function chooseNext(near: readonly QueueCard[], last: Asked['last']): QueueCard | null {
  // Where all that is near is of one topic, siblings at least stand apart.
  const apart = near.filter(card => card.sibling !== last?.sibling);
  return apart.find(card => card.topic !== last?.topic) ?? apart[0] ?? near[0] ?? null;
}

/** A card to be placed among the new ones. */
export type NewCard = { cardId: CardId; topic: string; sibling: string };

/**
 * The order in which new cards are met: breadth first. Every round takes one card of each sibling group (one
 * default), and within a round the topics take turns, so that all topics are met before any is deep.
 */
export function orderNewCards(cards: readonly NewCard[]): CardId[] {
  const round = new Map<string, number>();
  const turn = new Map<string, number>();
  const placed = cards.map((card, index) => {
    const inRound = round.get(card.sibling) ?? 0;
    round.set(card.sibling, inRound + 1);
    const turnKey = `${inRound} ${card.topic}`;
    const inTurn = turn.get(turnKey) ?? 0;
    turn.set(turnKey, inTurn + 1);
    return { id: card.cardId, round: inRound, turn: inTurn, index };
  });
  placed.sort((a, b) => a.round - b.round || a.turn - b.turn || a.index - b.index);
  return placed.map(({ id }) => id);
}

function compareIds(a: QueueCard, b: QueueCard): number {
  return a.cardId < b.cardId ? -1 : 1;
}
