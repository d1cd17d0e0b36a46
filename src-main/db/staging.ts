import Database from 'better-sqlite3';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { type EventRow, eventColumns } from './event-row.ts';

// Used in a worker, which runs as source in tests: nothing here may need the migrations.

/** Events on their way into a profile, in a file of their own. */
export type Staging = {
  /** Throws a ProblemError where another event of the file has the same id. */
  add(row: EventRow): void;
  close(): void;
};

/** Makes the file; it is thrown away after the import, so nothing waits for the disk. */
export function createStaging(file: string): Staging {
  const db = new Database(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec(`CREATE TABLE event (${[...eventColumns, 'checksum'].join(', ')}, PRIMARY KEY (id)) WITHOUT ROWID`);
  const places = [...eventColumns, 'checksum'].map(column => `@${column}`).join(', ');
  const insert = db.prepare<EventRow>(`INSERT OR IGNORE INTO event VALUES (${places})`);
  const sumOf = db.prepare<[string], string>('SELECT checksum FROM event WHERE id = ?').pluck();
  db.exec('BEGIN');
  return {
    add(row) {
      if (insert.run(row).changes === 0 && sumOf.get(row.id) !== row.checksum) {
        throw new ProblemError(
          'invalid',
          `The event ${row.id} stands in the file twice, and differs.`,
          'Export it again. Nothing was changed.',
        );
      }
    },
    close() {
      if (db.inTransaction) db.exec('COMMIT');
      db.close();
    },
  };
}
