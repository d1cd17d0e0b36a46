import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/** What a database says beside its log, as far as it can be read. */
export type Truth = {
  /** Where each device's sequence stood; null where that cannot be read. */
  devices: Map<string, number> | null;
  /** JSON by entry. */
  registers: Map<string, string>;
};

/**
 * Reads the few tables of a damaged database that the log does not hold, from a copy in a folder of its own, which is
 * gone afterwards: opening the files themselves would change them.
 */
export function readTruth(file: string, { withWal, folder }: { withWal: boolean; folder: string }): Truth {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { mode: 0o700 });
  const copy = path.join(folder, 'copy.db');
  try {
    for (const suffix of withWal ? ['', '-wal'] : ['']) {
      if (fs.existsSync(file + suffix)) fs.copyFileSync(file + suffix, copy + suffix);
    }
    return {
      devices: readPairs(copy, 'SELECT device, last_seq FROM device', Number),
      registers: readPairs(copy, 'SELECT entry, register FROM own_register', String) ?? new Map(),
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function readPairs<T>(file: string, sql: string, read: (value: unknown) => T): Map<string, T> | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { fileMustExist: true });
    const rows = db.prepare<[], [unknown, unknown]>(sql).raw().all();
    return new Map(rows.map(([key, value]) => [String(key), read(value)]));
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  } finally {
    db?.close();
  }
}
