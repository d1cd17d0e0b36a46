import type { CardId } from '../../src-shared/domain/ids.ts';
import type { MemoryModel } from '../../src-shared/domain/memory.ts';
import { compareNew, compareReviews, compareSteps, type QueueCard } from '../../src-shared/domain/queue.ts';
import type { StudyDay } from '../../src-shared/domain/study-day.ts';
import type { AskableRow } from '../db/queries/content.ts';
import type { Store } from '../db/store.ts';
import type { Journal } from './journal.ts';

/** The cards that may be asked on a study day, each list in the order in which it is asked and beyond the day's limits. */
export type Askable = {
  steps: readonly QueueCard[];
  reviews: readonly QueueCard[];
  /** At least as many new cards as were asked for, as far as there are. */
  fresh: readonly QueueCard[];
};

/** Keeps today's cards in memory between two answers. What it gives is what reading them anew would give. */
export type Pool = { read(today: StudyDay, newCards: number): Askable };

type Held = {
  today: StudyDay;
  steps: QueueCard[];
  reviews: QueueCard[];
  /** The first of the new cards, without a gap; all of them where `isAllFresh`. */
  fresh: QueueCard[];
  isAllFresh: boolean;
};

export function createPool(store: Store, journal: Journal): Pool {
  let held: Held | null = null;

  const toCard = (row: AskableRow, today: StudyDay): QueueCard => toQueueCard(row, today, journal.model());

  const fill = (today: StudyDay): Held => {
    const due = store.content.dueCards(today).map(row => toCard(row, today));
    return {
      today,
      steps: due.filter(card => card.dueAtMs !== null).sort(compareSteps),
      reviews: due.filter(card => card.phase === 'review').sort(compareReviews),
      fresh: [],
      isAllFresh: false,
    };
  };

  /** Takes a card out of the lists and puts it where it belongs now. */
  const place = (lists: Held, cardId: CardId): void => {
    for (const list of [lists.steps, lists.reviews, lists.fresh]) {
      const index = list.findIndex(card => card.cardId === cardId);
      if (index >= 0) list.splice(index, 1);
    }
    const row = store.content.askableCard(cardId, lists.today);
    if (!row) return;
    const card = toCard(row, lists.today);
    const isDue = row.due_day !== null && row.due_day <= lists.today;
    if (isDue && card.dueAtMs !== null) insert(lists.steps, card, compareSteps);
    if (isDue && card.phase === 'review') insert(lists.reviews, card, compareReviews);
    const lastFresh = lists.fresh.at(-1);
    // Beyond the last one there may be others in between.
    if (card.phase === 'new' && (lists.isAllFresh || (lastFresh && compareNew(card, lastFresh) < 0)))
      insert(lists.fresh, card, compareNew);
  };

  return {
    read(today, newCards) {
      const touched = journal.trail.take();
      const lists = held?.today === today && touched !== null ? held : fill(today);
      if (lists === held) for (const cardId of touched ?? []) place(lists, cardId);
      if (lists.fresh.length < newCards && !lists.isAllFresh) {
        lists.fresh = store.content.newCards(today, newCards).map(row => toCard(row, today));
        lists.isAllFresh = lists.fresh.length < newCards;
      }
      held = lists;
      return lists;
    },
  };
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

function insert<T>(sorted: T[], item: T, compare: (a: T, b: T) => number): void {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, item) < 0) from = middle + 1;
    else to = middle;
  }
  sorted.splice(from, 0, item);
}
