import type { Phase } from '../../../src-shared/domain/card-state.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { Rating } from '../../../src-shared/domain/rating.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { Connection } from '../open.ts';

/** One step of a card's history, as other programs keep them too. */
export type HistoryStep = {
  type: 'answer' | 'practice' | 'forget' | 'memory_set' | 'set_due';
  /** The card's present id. */
  cardId: CardId;
  day: StudyDay;
  atMs: number;
  rating: Rating | null;
  takenMs: number | null;
  phaseBefore: Phase | null;
  difficultyAfter: number | null;
  dueDay: StudyDay | null;
  /** UTC ms, only while in steps. */
  dueAtMs: number | null;
  /** Where a memory that was set came from; null for other steps. */
  source: 'known' | 'import' | null;
};

/** What goes out to other programs. */
export function createExchangeQueries(db: Connection) {
  const steps = db.prepare<[], HistoryStep>(
    `SELECT event.type, coalesce(card_alias.card_id, event.card_id) AS cardId, event.study_day AS day,
       event.at_ms AS atMs, event.rating, event.taken_ms AS takenMs, event.phase_before AS phaseBefore,
       event.difficulty_after AS difficultyAfter, event.due_at_ms AS dueAtMs,
       coalesce(event.due_day, event.payload ->> 'dueDay') AS dueDay,
       event.payload ->> 'source' AS source
     FROM event JOIN operation ON operation.op_id = event.op_id AND operation.status = 'done'
     LEFT JOIN card_alias ON card_alias.former_id = event.card_id
     JOIN card ON card.card_id = coalesce(card_alias.card_id, event.card_id) AND card.retired = 0
     WHERE event.type IN ('answer', 'practice', 'forget', 'memory_set', 'set_due')
     ORDER BY event.clock, event.device, event.seq`,
  );
  return {
    /** The effective history of every card that stands in a deck, in the order of events. */
    steps: (): HistoryStep[] => steps.all(),
  };
}
