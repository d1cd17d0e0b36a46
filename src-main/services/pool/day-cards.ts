import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { MemoryModel } from '../../../src-shared/domain/memory.ts';
import {
  compareNew,
  compareReviews,
  compareSteps,
  type QueueCard,
} from '../../../src-shared/domain/queue.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { AskableRow } from '../../db/queries/content.ts';
import type { Store } from '../../db/store.ts';
import { Sorted } from './sorted.ts';

/** The cards that may be asked on a study day, each list in the order in which it is asked and beyond the day's limits. */
export type DayCards = {
  today: StudyDay;
  steps: Sorted<QueueCard>;
  reviews: Sorted<QueueCard>;
  /** The first of the new cards, without a gap; all of them where `isAllFresh`. */
  fresh: Sorted<QueueCard>;
  isAllFresh: boolean;
};

/** Reads them, but for the new ones. */
export function readDayCards(store: Store, model: MemoryModel, today: StudyDay): DayCards {
  const due = store.content.dueCards(today).map(row => toQueueCard(row, today, model));
  return {
    today,
    steps: sort(
      due.filter(card => card.dueAtMs !== null),
      compareSteps,
    ),
    reviews: sort(
      due.filter(card => card.phase === 'review'),
      compareReviews,
    ),
    fresh: sort([], compareNew),
    isAllFresh: false,
  };
}

/** Makes sure that there are at least so many new cards, as far as there are. */
export function fillFresh(cards: DayCards, store: Store, model: MemoryModel, newCards: number): void {
  if (cards.isAllFresh || cards.fresh.items.length >= newCards) return;
  const rows = store.content.newCards(cards.today, newCards);
  cards.fresh = sort(
    rows.map(row => toQueueCard(row, cards.today, model)),
    compareNew,
  );
  cards.isAllFresh = rows.length < newCards;
}

/** Takes a card out of the lists and puts it where it belongs now. */
export function placeInDay(cards: DayCards, store: Store, model: MemoryModel, cardId: CardId): void {
  for (const list of [cards.steps, cards.reviews, cards.fresh]) list.remove(cardId);
  const row = store.content.askableCard(cardId, cards.today);
  if (!row) return;
  const card = toQueueCard(row, cards.today, model);
  const isDue = row.due_day !== null && row.due_day <= cards.today;
  if (isDue && card.dueAtMs !== null) cards.steps.insert(card);
  if (isDue && card.phase === 'review') cards.reviews.insert(card);
  const lastFresh = cards.fresh.items.at(-1);
  // Beyond the last one there may be others in between.
  if (card.phase === 'new' && (cards.isAllFresh || (lastFresh && compareNew(card, lastFresh) < 0)))
    cards.fresh.insert(card);
}

/** Queue cards in an order. */
export function sort(
  cards: readonly QueueCard[],
  compare: (a: QueueCard, b: QueueCard) => number,
): Sorted<QueueCard> {
  return new Sorted(cards, ({ cardId }) => cardId, compare);
}

/** A card as the queue sees it on a study day. */
export function toQueueCard(row: AskableRow, today: StudyDay, model: MemoryModel): QueueCard {
  const elapsedDays = row.last_day === null ? 0 : today - row.last_day;
  return {
    cardId: row.card_id,
    topic: row.topic,
    sibling: row.sibling,
    phase: row.phase,
    dueAtMs: row.due_at_ms,
    recall: row.memory ? model.recall(row.memory, elapsedDays) : null,
    position: row.position,
  };
}
