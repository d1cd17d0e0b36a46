import type { Memory, Phase } from '../../../src-shared/domain/card-state.ts';
import type { CountedCard } from '../../../src-shared/domain/statistics/cards.ts';
import type { LoggedStep } from '../../../src-shared/domain/statistics/trace.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { Connection } from '../open.ts';

/** A card in a deck, with the first study day on which it is asked again if it is buried. */
export type CardRow = CountedCard & { buriedUntil: StudyDay | null };

/** A card that is about a default, in deck order. */
export type CardAbout = {
  cardId: string;
  title: string;
  phase: Phase;
  memory: Memory | null;
  lastDay: StudyDay | null;
  suspended: boolean;
};

type RawAbout = Pick<RawCard, 'phase' | 'stability' | 'difficulty' | 'lastDay' | 'suspended'> & {
  cardId: string;
  title: string;
};

type RawCard = {
  topic: string;
  defaultId: string | null;
  phase: Phase;
  stability: number | null;
  difficulty: number | null;
  lastDay: StudyDay | null;
  dueDay: StudyDay | null;
  suspended: number;
  buriedUntil: StudyDay | null;
};

/** What statistics are computed from: the whole log and all cards, each read once. */
export function createStatisticsQueries(db: Connection) {
  // Sorted only after the join: the whole log is read, so no index would spare a step.
  const steps = db.prepare<[], LoggedStep>(
    `SELECT event.type, coalesce(card_alias.card_id, event.card_id) AS cardId, card.topic,
       event.study_day AS day, event.at_ms AS atMs, event.offset_min AS offsetMin, event.rating,
       event.taken_ms AS takenMs, event.phase_before AS phaseBefore, event.recall,
       coalesce(event.due_day, event.payload ->> 'dueDay') AS dueDay
     FROM event JOIN operation ON operation.op_id = event.op_id AND operation.status = 'done'
     LEFT JOIN card_alias ON card_alias.former_id = event.card_id
     LEFT JOIN card ON card.card_id = coalesce(card_alias.card_id, event.card_id) AND card.retired = 0
     WHERE event.type IN ('answer', 'practice', 'forget', 'memory_set', 'set_due')
     ORDER BY event.clock, event.device, event.seq`,
  );
  const cards = db.prepare<[], RawCard>(
    `SELECT topic, content ->> 'default' AS defaultId, coalesce(phase, 'new') AS phase, stability, difficulty,
       last_day AS lastDay, due_day AS dueDay, coalesce(suspended, 0) AS suspended, buried_until AS buriedUntil
     FROM card LEFT JOIN card_state USING (card_id) WHERE retired = 0 ORDER BY position`,
  );

  const about = db.prepare<[string], RawAbout>(
    `SELECT card.card_id AS cardId, title, coalesce(phase, 'new') AS phase, stability, difficulty, last_day AS lastDay,
       coalesce(suspended, 0) AS suspended
     FROM card LEFT JOIN card_state USING (card_id)
     WHERE retired = 0 AND content ->> 'default' = ? ORDER BY position`,
  );

  return {
    /** Every effective event that an answer’s history is made of, in order. */
    steps: (): LoggedStep[] => steps.all(),
    /** Every card that stands in a deck, as new cards are met. */
    cards: (): CardRow[] =>
      cards.all().map(({ stability, difficulty, suspended, ...row }) => ({
        ...row,
        memory: readMemory(stability, difficulty),
        suspended: suspended === 1,
      })),
    /** The cards that name a default, those suspended too. */
    cardsAbout: (defaultId: string): CardAbout[] =>
      about.all(defaultId).map(({ stability, difficulty, suspended, ...row }) => ({
        ...row,
        memory: readMemory(stability, difficulty),
        suspended: suspended === 1,
      })),
  };
}

function readMemory(stability: number | null, difficulty: number | null): Memory | null {
  return stability === null || difficulty === null ? null : { stability, difficulty };
}
