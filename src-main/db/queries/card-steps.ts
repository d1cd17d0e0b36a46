import type { AnswerBody, LogEvent } from '../../../src-shared/domain/events.ts';
import type { CardEvent, FoldedAnswer } from '../../../src-shared/domain/fold.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import { type EventRow, fromRow } from '../event-row.ts';
import type { Connection } from '../open.ts';

type StepRow = {
  n: number;
  id: LogEvent['id'];
  card_id: CardId;
  study_day: StudyDay;
  /** Of an answer the columns that its fold reads; of another event nothing. */
  phase_after: AnswerBody['phaseAfter'] | null;
  rating: AnswerBody['rating'];
  step_after: number;
  due_day: StudyDay;
  due_at_ms: number | null;
  chain_before: number;
};

/** An event on a card, under the id that the card had then. */
export type CardStep = { cardId: CardId; event: CardEvent };

type ReadWhole = (n: number) => CardEvent['body'];

/** An answer without what is asked for only where it stands on changed ground: that is read then. */
class StoredAnswer implements FoldedAnswer {
  readonly type = 'answer';
  readonly rating: AnswerBody['rating'];
  readonly phaseAfter: AnswerBody['phaseAfter'];
  readonly stepAfter: number;
  readonly dueDay: StudyDay;
  readonly dueAtMs: number | null;
  readonly chainBefore: number;
  readonly #n: number;
  readonly #read: ReadWhole;

  constructor(row: StepRow, phaseAfter: AnswerBody['phaseAfter'], read: ReadWhole) {
    this.rating = row.rating;
    this.phaseAfter = phaseAfter;
    this.stepAfter = row.step_after;
    this.dueDay = row.due_day;
    this.dueAtMs = row.due_at_ms;
    this.chainBefore = row.chain_before;
    this.#n = row.n;
    this.#read = read;
  }
  get retention(): number {
    return this.#readGround().retention;
  }
  get maximumDays(): number {
    return this.#readGround().maximumDays;
  }
  #readGround(): Pick<AnswerBody, 'retention' | 'maximumDays'> {
    const body = this.#read(this.#n);
    if (body.type !== 'answer') throw new Error(`event ${this.#n} is no answer`);
    return body;
  }
}

/** Queries on what all cards’ folds read, a few columns of a log that was proven when it was written. */
export function createCardStepQueries(db: Connection) {
  // See `scan` in log.ts for the order.
  const all = db.prepare<[], StepRow>(
    `SELECT event.n, id, card_id, study_day, phase_after, rating, step_after, due_day, due_at_ms, chain_before
     FROM (
       SELECT n FROM event
       WHERE card_id IS NOT NULL
       ORDER BY clock, device, seq LIMIT -1
     ) AS place CROSS JOIN event ON event.n = place.n`,
  );
  const annulled = db
    .prepare<[], number>(`SELECT n FROM operation CROSS JOIN event USING (op_id) WHERE status <> 'done'`)
    .pluck();
  const whole = db.prepare<[number], EventRow>('SELECT * FROM event WHERE n = ?');
  const readWhole: ReadWhole = n => {
    const row = whole.get(n);
    const body = row && fromRow(row).body;
    if (!body || !('cardId' in body)) throw new Error(`event ${n} is on no card`);
    return body;
  };
  return {
    /** Every effective event on a card, in the order of the log. */
    *all(): Generator<CardStep> {
      const skipped = new Set(annulled.all());
      for (const row of all.iterate()) {
        if (skipped.has(row.n)) continue;
        const { id, card_id: cardId, study_day: studyDay } = row;
        const body =
          row.phase_after === null ? readWhole(row.n) : new StoredAnswer(row, row.phase_after, readWhole);
        yield { cardId, event: { id, studyDay, body } };
      }
    },
  };
}
