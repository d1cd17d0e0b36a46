import Database from 'better-sqlite3';
import { z } from 'zod';
import { type Card, cardSchema } from '../../src-shared/domain/deck/card-schema.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { composeEvent, type EventRow, sumRow } from './event-row.ts';

/** One state of a profile's database, to be written out. */
export type ExportSource = {
  countEvents(): number;
  /** Every event by its id, one at a time. Throws a ProblemError at one that is damaged. */
  events(): Generator<unknown>;
  /** The person's own cards that stand in a deck, by id. */
  ownCards(): { card: Card; deck: string }[];
  /** The heads of the person's own decks, by id; of several files with one id the first. */
  ownDecks(): { id: string; title: string; topic: string }[];
  /** JSON of the registers there are. */
  registers(): Map<string, string>;
  close(): void;
};

// Used in a worker, which runs as source in tests: nothing here may need the migrations.

/** Opens a database to be written out, while others write to it. */
export function openExportSource(file: string): ExportSource {
  const db = new Database(file, { readonly: true });
  // From here on it is one state, whatever is written meanwhile.
  db.exec('BEGIN');
  return {
    countEvents: () => db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0,
    *events() {
      for (const row of db.prepare<[], EventRow>('SELECT * FROM event ORDER BY id').iterate()) {
        if (sumRow(row) !== row.checksum) {
          throw new ProblemError(
            'damaged',
            `The event ${row.id} in your log is damaged.`,
            'Restore a backup in the settings. Nothing was written.',
          );
        }
        yield composeEvent(row);
      }
    },
    ownCards: () =>
      db
        .prepare<[], { content: string; deck: string }>(
          `SELECT card.content, deck_file.deck_id AS deck FROM card JOIN deck_file USING (path)
           WHERE retired = 0 AND own = 1 AND deck_id IS NOT NULL ORDER BY card_id`,
        )
        .all()
        .map(({ content, deck }) => ({ card: cardSchema.parse(JSON.parse(content)), deck })),
    ownDecks: () => {
      const rows = db.prepare<[], unknown>(
        `SELECT deck_id AS id, title, topic FROM deck_file
         WHERE own = 1 AND deck_id IS NOT NULL ORDER BY deck_id, path`,
      );
      const heads = z
        .array(z.object({ id: z.string(), title: z.string(), topic: z.string() }))
        .parse(rows.all());
      return heads.filter(({ id }, index) => heads[index - 1]?.id !== id);
    },
    registers: () =>
      new Map(
        db
          .prepare<[], { entry: string; register: string }>('SELECT entry, register FROM own_register')
          .all()
          .map(({ entry, register }) => [entry, register]),
      ),
    close: () => {
      db.close();
    },
  };
}
