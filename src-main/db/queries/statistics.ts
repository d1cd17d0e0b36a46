import type { Memory, Phase } from '../../../src-shared/domain/card-state.ts';
import type { DayTally } from '../../../src-shared/domain/statistics/activity.ts';
import type { CountedCard } from '../../../src-shared/domain/statistics/cards.ts';
import type { HeldCard } from '../../../src-shared/domain/statistics/mastery.ts';
import type { LoggedStep } from '../../../src-shared/domain/statistics/trace.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { Connection } from '../open.ts';

/** A card that is about a default, in deck order. */
export type CardAbout = {
  cardId: string;
  title: string;
  phase: Phase;
  memory: Memory | null;
  lastDay: StudyDay | null;
  suspended: boolean;
};

/** A review that waits until the first day on which its card is asked again. */
export type BuriedReview = { dueDay: StudyDay; until: StudyDay };

/** A row as it is stored, without what stands for a card’s memory. */
type Raw<T extends { memory: Memory | null; suspended: boolean }> = Omit<T, 'memory' | 'suspended'> &
  RawMemory & { suspended: number };

type RawMemory = { stability: number | null; difficulty: number | null };

/**
 * What progress is read from. Tallies tell what was done and what comes; all cards, and all of the log, are gone through
 * by a worker alone.
 */
export function createStatisticsQueries(db: Connection) {
  const days = db.prepare<[], DayTally>(
    `SELECT study_day AS day, sum(answers) AS answers, sum(taken_ms) AS takenMs FROM day_tally
     GROUP BY study_day HAVING sum(answers) > 0`,
  );
  const due = db.prepare<{ until: number }, { day: StudyDay; reviews: number }>(
    'SELECT due_day AS day, reviews FROM due_tally WHERE due_day <= @until AND reviews > 0',
  );
  // A card in its steps has a day, and a new one has none.
  const learning = db.prepare<[], number>('SELECT coalesce(sum(cards - reviews), 0) FROM due_tally').pluck();
  const buried = db.prepare<{ today: number }, BuriedReview>(
    `SELECT due_day AS dueDay, buried_until AS until FROM card_state CROSS JOIN card USING (card_id)
     WHERE buried_until > @today AND due_day < buried_until AND phase = 'review' AND suspended = 0 AND retired = 0`,
  );
  const unmet = db
    .prepare<{ limit: number }, number>(
      `SELECT count(*) FROM (SELECT 1 FROM card LEFT JOIN card_state USING (card_id)
       WHERE met = 0 AND retired = 0 AND coalesce(suspended, 0) = 0 LIMIT @limit)`,
    )
    .pluck();
  const held = db.prepare<[], Raw<HeldCard>>(
    `SELECT default_id AS defaultId, coalesce(phase, 'new') AS phase, stability, difficulty, last_day AS lastDay,
       coalesce(suspended, 0) AS suspended
     FROM card_line LEFT JOIN card_state USING (card_id) WHERE default_id IS NOT NULL`,
  );
  const about = db.prepare<[string], Raw<CardAbout>>(
    `SELECT card.card_id AS cardId, card.title, coalesce(phase, 'new') AS phase, stability, difficulty,
       last_day AS lastDay, coalesce(suspended, 0) AS suspended
     FROM card_line CROSS JOIN card USING (card_id) LEFT JOIN card_state USING (card_id)
     WHERE default_id = ? ORDER BY position`,
  );
  const cards = db.prepare<[], Raw<CountedCard>>(
    `SELECT card_id AS cardId, topic, coalesce(phase, 'new') AS phase, stability, difficulty, last_day AS lastDay,
       due_day AS dueDay, coalesce(suspended, 0) AS suspended
     FROM card_line LEFT JOIN card_state USING (card_id)`,
  );
  // Every column but the payload is in the index, and only an event without a day of its own is looked up for that. The
  // actions that count are nearly all, so those that do not are looked for.
  const columns = `nullif(type, 'answer') AS other, study_day AS day, (at_ms + offset_min * 60000) / 3600000 AS localHour, rating,
    phase_before IS 'review' AS isReview, recall, coalesce(due_day, payload ->> 'dueDay') AS dueDay`;
  const isCounted = `(rating IS NOT NULL OR type IN ('forget', 'memory_set', 'set_due')) AND
    n NOT IN (SELECT n FROM operation CROSS JOIN event USING (op_id) WHERE status <> 'done')`;
  const names =
    'SELECT former_id AS id, card_id FROM card_alias UNION SELECT card_id, card_id FROM card_alias';
  const steps = db.prepare<[], LoggedStep>(
    `SELECT card_id AS cardId, ${columns} FROM event INDEXED BY event_by_card
     WHERE card_id IS NOT NULL AND card_id NOT IN (SELECT id FROM (${names})) AND ${isCounted}
     ORDER BY card_id, clock, device, seq`,
  );
  const stepsOfRenamed = db.prepare<[], LoggedStep>(
    `SELECT name.card_id AS cardId, ${columns} FROM (${names}) AS name CROSS JOIN event ON event.card_id = name.id
     WHERE ${isCounted} ORDER BY name.card_id, clock, device, seq`,
  );

  return {
    /** The study days on which something was answered, extra study included. */
    days: (): DayTally[] => days.all(),
    /** Reviews by the day on which they come due, up to a day; those put off by a burial too. */
    reviewsUntil: (until: StudyDay): { day: StudyDay; reviews: number }[] => due.all({ until }),
    /** Reviews that are asked later than they are due, because they were put off. */
    buriedReviews: (today: StudyDay): BuriedReview[] => buried.all({ today }),
    countLearning: (): number => learning.get() ?? 0,
    /** Cards that were never answered and may be asked, counted no further than to a limit. */
    countUnmet: (limit: number): number => unmet.get({ limit }) ?? 0,
    /** Every card that is about a default. */
    heldCards: (): HeldCard[] => held.all().map(readHeld),
    /** The cards that name a default, those suspended too. */
    cardsAbout: (defaultId: string): CardAbout[] => about.all(defaultId).map(readHeld),
    /** Every card that stands in a deck. */
    cards: (): CountedCard[] =>
      cards.all().map(row => ({
        cardId: row.cardId,
        topic: row.topic,
        phase: row.phase,
        memory: readMemory(row),
        lastDay: row.lastDay,
        dueDay: row.dueDay,
        suspended: row.suspended === 1,
      })),
    /**
     * Shows every effective event that an answer’s history is made of, card by card, those of each in the order of
     * events. None is kept.
     */
    eachStep(visit: (step: LoggedStep) => void): void {
      for (const step of steps.iterate()) visit(step);
      for (const step of stepsOfRenamed.iterate()) visit(step);
    },
  };
}

function readHeld<T extends RawMemory & { suspended: number }>({
  stability,
  difficulty,
  suspended,
  ...row
}: T) {
  return { ...row, memory: readMemory({ stability, difficulty }), suspended: suspended === 1 };
}

function readMemory({ stability, difficulty }: RawMemory): Memory | null {
  return stability === null || difficulty === null ? null : { stability, difficulty };
}
