import fs from 'node:fs';
import Database from 'better-sqlite3';
import { createStore, type Store } from './create-store.ts';

// Used in a worker, which runs as source in tests: nothing here may need the migrations.

/** Copies a database as it stands, while others write to it, into a new file that only its owner can read. */
export function copyNow(from: string, to: string): void {
  fs.writeFileSync(to, '', { mode: 0o600, flag: 'wx' });
  const db = new Database(from, { readonly: true, timeout: 5000 });
  try {
    // On one state, however long it takes; SQLite's backup begins anew whenever someone writes.
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
}

/**
 * Opens a copy that nobody else knows of, to be written at full speed: nothing waits for the disk, and a transaction that
 * fails leaves a file that is good for nothing. Whoever puts it to use syncs it first.
 */
export function openCopy(file: string): Store {
  const db = new Database(file, { fileMustExist: true });
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  // What is written here is made from a log and holds together by itself.
  db.pragma('foreign_keys = OFF');
  db.pragma('cache_size = -64000');
  return createStore(db);
}
