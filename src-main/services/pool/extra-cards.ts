import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { MemoryModel } from '../../../src-shared/domain/memory.ts';
import type { QueueCard } from '../../../src-shared/domain/queue.ts';
import { ratings } from '../../../src-shared/domain/rating.ts';
import { addDays, type StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { Session } from '../../../src-shared/ipc/contract.ts';
import type { Store } from '../../db/store.ts';
import { sort, toQueueCard } from './day-cards.ts';
import type { Sorted } from './sorted.ts';

/** An extra session as it stands on a study day; `begun` is the study day on which it began. */
export type ExtraSession = {
  scope: Extract<Session, { kind: 'extra' }>['scope'];
  startedAtMs: number;
  begun: StudyDay;
  today: StudyDay;
};

/** The cards of an extra session that were not practised in it yet, the weakest first. */
export type ExtraCards = { session: ExtraSession; cards: Sorted<QueueCard> };

/** Study days in which a forgotten card still counts as one that is missed. */
const missedDays = 14;

export function readExtraCards(store: Store, model: MemoryModel, session: ExtraSession): ExtraCards {
  const { scope, startedAtMs, begun, today } = session;
  const resolve = (ids: readonly CardId[]): Set<string> => new Set(ids.map(id => store.settings.resolve(id)));
  const practised = resolve(store.answers.practisedSince(begun, startedAtMs));
  const missed =
    scope.kind === 'missed' ? resolve(store.answers.missedSince(addDays(today, -missedDays))) : null;
  const cards = store.content
    .aheadCards(today)
    .filter(row => !practised.has(row.card_id))
    .filter(row => scope.kind !== 'topic' || row.topic === scope.topic)
    .filter(row => missed === null || missed.has(row.card_id))
    .map(row => toQueueCard(row, today, model));
  return { session, cards: sort(cards, compareRecall) };
}

/** Takes a card out of the list and puts it where it belongs now. */
export function placeInExtra(
  { session, cards }: ExtraCards,
  store: Store,
  model: MemoryModel,
  cardId: CardId,
): void {
  cards.remove(cardId);
  const { scope, startedAtMs, begun, today } = session;
  const row = store.content.askableCard(cardId, today);
  if (row?.due_day == null || row.due_day <= today || row.memory === null) return;
  if (scope.kind === 'topic' && row.topic !== scope.topic) return;
  const events = store.log.ofCard(cardId).flatMap(({ event, effective }) => (effective ? [event] : []));
  const isPractised = events.some(
    ({ body, studyDay, at }) => body.type === 'practice' && studyDay >= begun && at.atMs >= startedAtMs,
  );
  const isMissed = events.some(
    ({ body, studyDay }) =>
      (body.type === 'answer' || body.type === 'practice') &&
      body.rating === ratings.again &&
      studyDay >= addDays(today, -missedDays),
  );
  if (isPractised || (scope.kind === 'missed' && !isMissed)) return;
  cards.insert(toQueueCard(row, today, model));
}

function compareRecall(a: QueueCard, b: QueueCard): number {
  return (a.recall ?? 0) - (b.recall ?? 0) || (a.cardId < b.cardId ? -1 : 1);
}
