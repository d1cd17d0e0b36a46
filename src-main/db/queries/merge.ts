import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { eventColumns } from '../event-row.ts';
import type { Connection } from '../open.ts';

export type MergeCounts = { events: number; answers: number; cards: number };

/** Events of other devices, laid ready in a file of their own. */
export type Staged = {
  /** Throws a ProblemError where the two logs cannot be one. Changes nothing. */
  prove(): void;
  /** How much is new: events, answers among them, and cards that they are about. */
  count(): MergeCounts;
  /** Takes in what is new. The tables that are derived from the log know nothing of it yet. */
  takeIn(): void;
};

/** Queries that bring two logs together. */
export function createMergeQueries(db: Connection) {
  return {
    /** Attaches a file of staged events while `work` runs. Not inside a transaction. */
    withStaged<T>(file: string, work: (staged: Staged) => T): T {
      db.prepare('ATTACH ? AS staged').run(file);
      try {
        return work(createStaged(db));
      } finally {
        db.exec('DETACH staged');
      }
    },
  };
}

const fresh = 'NOT EXISTS (SELECT 1 FROM main.event AS known WHERE known.id = new.id)';

/** Places in sequences that are known to be empty: see `loss` among the events. */
function lostIn(schema: 'staged' | 'main'): string {
  return `SELECT payload ->> 'of' AS device, value AS seq FROM ${schema}.event AS event, json_each(payload, '$.seqs') WHERE event.type = 'loss'`;
}

function createStaged(db: Connection): Staged {
  const first = (sql: string): string | undefined => db.prepare<[], string>(sql).pluck().get();
  const columns = [...eventColumns, 'checksum'].join(', ');
  return {
    prove() {
      const altered = first(
        `SELECT new.id FROM staged.event AS new JOIN main.event AS known USING (id)
         WHERE known.checksum <> new.checksum LIMIT 1`,
      );
      if (altered) throw refuse(`The event ${altered} is another one here.`);
      const forked = first(
        `SELECT new.device || ', number ' || new.seq FROM staged.event AS new
         JOIN main.event AS known ON known.device = new.device AND known.seq = new.seq
         WHERE known.id <> new.id LIMIT 1`,
      );
      if (forked) throw refuse(`Two different events claim one place (device ${forked}).`);
      const twice = first('SELECT device FROM staged.event GROUP BY device, seq HAVING count(*) > 1 LIMIT 1');
      if (twice) throw refuse(`Two different events claim one place (device ${twice}).`);
      const torn = first(
        `SELECT device FROM (SELECT device, seq FROM staged.event UNION SELECT device, seq FROM main.event
           UNION ${lostIn('staged')} UNION ${lostIn('main')})
         GROUP BY device HAVING count(*) <> max(seq) LIMIT 1`,
      );
      if (torn) throw refuse(`Events of the device ${torn} are missing between others.`);
      const loose = first(
        `SELECT new.id FROM staged.event AS new WHERE new.type IN ('undo', 'redo')
           AND NOT EXISTS (SELECT 1 FROM staged.event AS one WHERE one.op_id = new.payload ->> 'target')
           AND NOT EXISTS (SELECT 1 FROM main.event AS one WHERE one.op_id = new.payload ->> 'target') LIMIT 1`,
      );
      const isLossy = first(`${lostIn('staged')} UNION ALL ${lostIn('main')} LIMIT 1`) !== undefined;
      // What was lost may be what was taken back.
      if (loose && !isLossy) throw refuse(`The event ${loose} takes back an action that is nowhere.`);
    },
    count: () =>
      db
        .prepare<[], MergeCounts>(
          `SELECT count(*) AS events, count(*) FILTER (WHERE type = 'answer') AS answers,
             count(DISTINCT card_id) AS cards FROM staged.event AS new WHERE ${fresh}`,
        )
        .get() ?? { events: 0, answers: 0, cards: 0 },
    takeIn() {
      db.exec(
        `INSERT INTO main.device (device, own, last_seq, last_clock)
           SELECT device, 0, max(seq), max(clock) FROM staged.event WHERE true GROUP BY device
           ON CONFLICT (device) DO UPDATE SET last_seq = max(last_seq, excluded.last_seq),
             last_clock = max(last_clock, excluded.last_clock);
         INSERT INTO main.event (${columns})
           SELECT ${columns} FROM staged.event AS new WHERE ${fresh} ORDER BY clock, device, seq;`,
      );
    },
  };
}

function refuse(why: string): ProblemError {
  return new ProblemError(
    'invalid',
    `${why} The file and this profile cannot be one.`,
    'This happens where a profile’s folder was copied and both copies were used. Nothing was changed.',
  );
}
