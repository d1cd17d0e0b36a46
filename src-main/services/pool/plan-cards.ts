import type { CardId } from '../../../src-shared/domain/ids.ts';
import {
  comparePositions,
  compareWeighed,
  type PlanBasis,
  type PlanCard,
  type Weighed,
  weighHeld,
} from '../../../src-shared/domain/plan/plan-day.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { AskableRow } from '../../db/queries/content.ts';
import type { Store } from '../../db/store.ts';
import { Sorted } from './sorted.ts';

/** A card that a plan may ask, as it stands on a day. */
export type PlanRow = PlanCard & { row: AskableRow };

/** What a plan is made for. */
type Ground = Omit<PlanBasis, 'secondsPerAnswer'> & { day: StudyDay; daysLeft: number };

/** All cards that a plan may ask on a day, weighed, and those that are in steps, which it is to leave time for. */
export type PlanCards = {
  ground: Ground;
  inSteps: Set<CardId>;
  held: Sorted<Weighed<PlanRow>>;
  fresh: Sorted<PlanRow>;
};

const allCards = 1_000_000;

/** All cards that may be asked, as they stand on a day. */
export function readPlanRows({ content }: Store, day: StudyDay): PlanRow[] {
  const rows = [...content.dueCards(day), ...content.aheadCards(day), ...content.newCards(day, allCards)];
  return rows.map(row => toPlanRow(row, day));
}

/** Reads and weighs them. */
export function readPlanCards(store: Store, ground: Ground): PlanCards {
  const rows = readPlanRows(store, ground.day);
  const free = rows.filter(({ row }) => row.due_at_ms === null);
  return {
    ground,
    inSteps: new Set(rows.filter(({ row }) => row.due_at_ms !== null).map(({ row }) => row.card_id)),
    held: new Sorted(
      free.flatMap(card => weighHeld(card, ground.daysLeft, ground) ?? []),
      ({ card }) => card.row.card_id,
      compareWeighed,
    ),
    fresh: new Sorted(
      free.filter(({ memory }) => memory === null),
      ({ row }) => row.card_id,
      comparePositions,
    ),
  };
}

/** Takes a card out of the lists and puts it where it belongs now. */
export function placeInPlan(cards: PlanCards, store: Store, cardId: CardId): void {
  const { ground, inSteps, held, fresh } = cards;
  inSteps.delete(cardId);
  held.remove(cardId);
  fresh.remove(cardId);
  const row = store.content.askableCard(cardId, ground.day);
  if (!row || !mayBePlanned(row, ground.day)) return;
  const card = toPlanRow(row, ground.day);
  const weighed = weighHeld(card, ground.daysLeft, ground);
  if (row.due_at_ms !== null) inSteps.add(cardId);
  else if (weighed) held.insert(weighed);
  else if (card.memory === null) fresh.insert(card);
}

/** Due, studied and not due yet, or new. */
function mayBePlanned(row: AskableRow, day: StudyDay): boolean {
  return row.phase === 'new' || (row.due_day !== null && (row.due_day <= day || row.memory !== null));
}

function toPlanRow(row: AskableRow, day: StudyDay): PlanRow {
  return {
    row,
    memory: row.memory,
    elapsedDays: row.last_day === null || row.memory === null ? 0 : Math.max(0, day - row.last_day),
    position: row.position,
  };
}
