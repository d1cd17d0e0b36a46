import fs from 'node:fs';
import Database from 'better-sqlite3';
import { ProblemError } from '../../src-shared/domain/problem.ts';

// Used in a worker, which runs as source in tests: nothing here may need the migrations, which only a bundler reads.

/** Pages a step: while one is copied, no write waits for more than some milliseconds. */
const pagesPerStep = 2000;

/**
 * Copies a profile's database as it stands, while others write to it, into a new file that stands on its own and
 * that only its owner can read.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true });
  try {
    fs.writeFileSync(to, '', { mode: 0o600, flag: 'wx' });
    await source.backup(to, { progress: () => pagesPerStep });
  } finally {
    source.close();
  }
  const copy = new Database(to);
  try {
    // Without a log of its own beside it.
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

export type Contents = {
  events: number;
  cards: number;
  answers: number;
  mocks: number;
  lastDay: number | null;
};

/** Opens a copy, checks it and says what it holds. Throws a ProblemError where it is damaged. */
export function inspectCopy(file: string): Contents {
  let db: Database.Database | null = null;
  try {
    const opened = new Database(file, { readonly: true });
    db = opened;
    const faults = opened.prepare<[], string>('PRAGMA integrity_check').pluck().all();
    if (faults.length !== 1 || faults[0] !== 'ok') throw damaged(file);
    const count = (sql: string): number => opened.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      events: count('SELECT count(*) FROM event'),
      cards: count('SELECT count(*) FROM card_state WHERE reps > 0'),
      answers: count("SELECT count(*) FROM event WHERE type = 'answer'"),
      // A profile of the first format has no such table.
      mocks: count("SELECT count(*) FROM sqlite_schema WHERE name = 'mock_attempt'")
        ? count('SELECT count(*) FROM mock_attempt WHERE total IS NOT NULL AND abandoned = 0')
        : 0,
      lastDay: opened.prepare<[], number | null>('SELECT max(study_day) FROM event').pluck().get() ?? null,
    };
  } catch (error) {
    if (error instanceof Database.SqliteError) throw damaged(file);
    throw error;
  } finally {
    db?.close();
  }
}

/**
 * Lets a copy that is about to be put back go on as a new device. Its old one may have written events since that
 * stand in an export elsewhere: under the same numbers there would be two different ones.
 */
export function disownCopy(file: string): void {
  const db = new Database(file);
  try {
    db.prepare('UPDATE device SET own = 0').run();
  } catch (error) {
    // A schema that can be looked at may still be none that can be written by.
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') throw damaged(file);
    throw error;
  } finally {
    db.close();
  }
}

function damaged(file: string): ProblemError {
  return new ProblemError(
    'damaged',
    `${file} is damaged.`,
    'Nothing was changed. An earlier backup may be whole.',
  );
}
