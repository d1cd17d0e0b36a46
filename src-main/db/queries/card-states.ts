import type { CardState, Phase } from '../../../src-shared/domain/card-state.ts';
import { newCardState } from '../../../src-shared/domain/card-state.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { Connection } from '../open.ts';
import { readStored } from '../stored-json.ts';

type StateRow = {
  card_id: CardId;
  phase: Phase;
  step: number;
  stability: number | null;
  difficulty: number | null;
  reps: number;
  lapses: number;
  last_day: StudyDay | null;
  due_day: StudyDay | null;
  due_at_ms: number | null;
  chain: number;
  suspended: number;
  marked: number;
  buried_until: StudyDay | null;
  flag: number;
  tags: string;
  note: string;
};

const columns = [
  'card_id',
  'phase',
  'step',
  'stability',
  'difficulty',
  'reps',
  'lapses',
  'last_day',
  'due_day',
  'due_at_ms',
  'chain',
  'suspended',
  'marked',
  'buried_until',
  'flag',
  'tags',
  'note',
] as const satisfies readonly (keyof StateRow)[];

/** Queries on the fold of the log: one state a card. */
export function createStateQueries(db: Connection) {
  const one = db.prepare<[string], StateRow>('SELECT * FROM card_state WHERE card_id = ?');
  const all = db.prepare<[], StateRow>('SELECT * FROM card_state ORDER BY card_id');
  const put = db.prepare<StateRow>(
    `INSERT INTO card_state (${columns.join(', ')}) VALUES (${columns.map(c => `@${c}`).join(', ')})
     ON CONFLICT DO UPDATE SET ${columns
       .slice(1)
       .map(c => `${c} = excluded.${c}`)
       .join(', ')}`,
  );
  const clear = db.prepare('DELETE FROM card_state');
  const remove = db.prepare<[string]>('DELETE FROM card_state WHERE card_id = ?');
  const dueOn = db.prepare<[number], number>('SELECT cards FROM due_tally WHERE due_day = ?').pluck();
  // Every card that was met has a due day, and there is an index of those.
  const met = db.prepare<[], number>('SELECT 1 FROM card_state WHERE due_day IS NOT NULL LIMIT 1').pluck();
  const siblingsDue = db
    .prepare<[string, string], StudyDay>(
      `SELECT due_day FROM card JOIN card_state USING (card_id)
       WHERE sibling = (SELECT sibling FROM card WHERE card_id = ?) AND card_id <> ? AND due_day IS NOT NULL
         AND suspended = 0 AND retired = 0`,
    )
    .pluck();

  let isHolding = false;
  let held: { cardId: CardId; state: CardState } | null = null;
  const release = (): void => {
    if (held) put.run(writeState(held.cardId, held.state));
    held = null;
  };

  return {
    /** The state of a card; of one that nothing happened to, the new state. */
    get(cardId: CardId): CardState {
      if (held?.cardId === cardId) return held.state;
      const row = one.get(cardId);
      return row ? readState(row) : newCardState;
    },
    *all(): Generator<{ cardId: CardId; state: CardState }> {
      for (const row of all.iterate()) yield { cardId: row.card_id, state: readState(row) };
    },
    put(cardId: CardId, state: CardState): void {
      if (!isHolding) {
        put.run(writeState(cardId, state));
        return;
      }
      if (held?.cardId !== cardId) release();
      held = { cardId, state };
    },
    /**
     * Runs work that puts the states of one card many times over before it goes on to the next: each card is written
     * once, with its last state. `get` answers as ever; nothing else of the table may be asked meanwhile. On an error the
     * caller's transaction has to be taken back.
     */
    holding(work: () => void): void {
      isHolding = true;
      try {
        work();
        release();
      } finally {
        isHolding = false;
        held = null;
      }
    },
    /** Puts these in the place of all that are there. */
    replaceAll(states: ReadonlyMap<CardId, CardState>): void {
      clear.run();
      // In the order of their keys, so that each goes behind the last.
      const sorted = [...states].sort(([one], [other]) => (one < other ? -1 : 1));
      for (const [cardId, state] of sorted) put.run(writeState(cardId, state));
    },
    remove(cardId: CardId): void {
      release();
      remove.run(cardId);
    },
    /** How many cards come due on a day and will be asked, as far as is known now. */
    countDue: (day: StudyDay): number => dueOn.get(day) ?? 0,
    /** Whether any card is no longer new. */
    anyMet: (): boolean => met.get() === 1,
    /** The days on which those of a card's siblings come due that will be asked. */
    siblingDays: (cardId: CardId): StudyDay[] => siblingsDue.all(cardId, cardId),
  };
}

function readState(row: StateRow): CardState {
  const { stability, difficulty } = row;
  return {
    phase: row.phase,
    step: row.step,
    memory: stability === null || difficulty === null ? null : { stability, difficulty },
    reps: row.reps,
    lapses: row.lapses,
    lastDay: row.last_day,
    dueDay: row.due_day,
    dueAtMs: row.due_at_ms,
    chain: row.chain,
    suspended: row.suspended === 1,
    marked: row.marked === 1,
    buriedUntil: row.buried_until,
    flag: row.flag,
    tags: readStored(row.tags),
    note: row.note,
  };
}

function writeState(cardId: CardId, state: CardState): StateRow {
  return {
    card_id: cardId,
    phase: state.phase,
    step: state.step,
    stability: state.memory?.stability ?? null,
    difficulty: state.memory?.difficulty ?? null,
    reps: state.reps,
    lapses: state.lapses,
    last_day: state.lastDay,
    due_day: state.dueDay,
    due_at_ms: state.dueAtMs,
    chain: state.chain,
    suspended: state.suspended ? 1 : 0,
    marked: state.marked ? 1 : 0,
    buried_until: state.buriedUntil,
    flag: state.flag,
    tags: JSON.stringify(state.tags),
    note: state.note,
  };
}
