import type { CardState } from '../card-state.ts';
import { noLoad, pickDueDay, seedFuzz } from '../due-day.ts';
import type { CardId } from '../ids.ts';
import type { MemoryModel } from '../memory.ts';
import type { Settings } from '../settings.ts';
import { addDays, type StudyDay } from '../study-day.ts';

/** A card's new due day. */
export type Move = { cardId: CardId; dueDay: StudyDay };

/** Days over which cards that would be due already are spread, from tomorrow on. */
const spreadDays = 14;

/**
 * New due days under other weights, for cards in review that are not due yet; `cards` hold their memory under those
 * weights. Cards that would be overdue at once are spread over the next fourteen days, the best held first, as in the
 * queue. What is due today or before stays, and so do cards in steps and suspended ones.
 */
export function planMoves(
  cards: readonly { cardId: CardId; state: CardState }[],
  today: StudyDay,
  settings: Pick<Settings, 'desiredRetention' | 'maximumIntervalDays'>,
  model: MemoryModel,
): Move[] {
  const moves: Move[] = [];
  const overdue: { cardId: CardId; recall: number }[] = [];
  for (const { cardId, state } of cards) {
    const { memory, lastDay, dueDay } = state;
    const isWaiting = state.phase === 'review' && !state.suspended && dueDay !== null && dueDay > today;
    if (!isWaiting || !memory || lastDay === null) continue;
    const maximumDays = settings.maximumIntervalDays;
    const fitted = pickDueDay({
      today: lastDay,
      intervalDays: model.interval(memory.stability, settings.desiredRetention, maximumDays),
      elapsedDays: 0,
      maximumDays,
      atLeastDays: 1,
      seed: seedFuzz(cardId, state.reps),
      load: noLoad,
    });
    if (fitted > today) {
      if (fitted !== dueDay) moves.push({ cardId, dueDay: fitted });
    } else overdue.push({ cardId, recall: model.recall(memory, today - lastDay) });
  }
  overdue.sort((a, b) => b.recall - a.recall || (a.cardId < b.cardId ? -1 : 1));
  const perDay = Math.max(1, Math.ceil(overdue.length / spreadDays));
  const spread = overdue.map(({ cardId }, index) => ({
    cardId,
    dueDay: addDays(today, 1 + Math.floor(index / perDay)),
  }));
  const before = new Map(cards.map(({ cardId, state }) => [cardId, state.dueDay]));
  return [...moves, ...spread.filter(({ cardId, dueDay }) => before.get(cardId) !== dueDay)];
}
