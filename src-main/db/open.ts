import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { explainDisk, ProblemError } from '../../src-shared/domain/problem.ts';
import { findDamage } from './find-damage.ts';
import { migrations } from './migrations/index.ts';
import { makePrivate } from './private-file.ts';

export type Connection = Database.Database;

/** `BASE` in ASCII: tells a Baseline database from any other SQLite file. */
const applicationId = 0x42415345;

/**
 * Opens a profile's database, making or migrating it where needed. Durable to power loss: every transaction is
 * synced before it is reported. Throws a ProblemError, with the file untouched, where it is from a newer
 * version, is not a Baseline database, or cannot be read or written.
 */
export function openDatabase(file: string, options: { readOnly: boolean }): Connection {
  const existed = fs.existsSync(file) && fs.statSync(file).size > 0;
  if (options.readOnly && !existed) {
    throw new ProblemError(
      'not-found',
      'There is no Baseline profile here yet.',
      'Start Baseline once with this profile.',
    );
  }
  let db: Connection | null = null;
  try {
    if (!options.readOnly) makePrivate(file);
    db = new Database(file, { readonly: options.readOnly, timeout: 5000 });
    refuseForeign(db, file, existed);
    refuseNewer(db);
    if (!options.readOnly) {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('fullfsync = ON');
      migrate(db);
    } else if (readVersion(db) < migrations.length) {
      throw new ProblemError(
        'read-only',
        'This profile is from an older version.',
        'Start Baseline once to update it.',
      );
    }
    db.pragma('foreign_keys = ON');
    // Without it a REPLACE would remove events past the trigger that keeps them.
    db.pragma('recursive_triggers = ON');
    return db;
  } catch (error) {
    db?.close();
    throw explainOpenError(error, file);
  }
}

/** How a file's format stands to this version's; null where it is no database of Baseline, or none that can be read. */
export function compareFormat(file: string): 'older' | 'same' | 'newer' | null {
  let db: Connection | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
    if (Number(db.pragma('application_id', { simple: true })) !== applicationId) return null;
    const version = readVersion(db);
    if (version === migrations.length) return 'same';
    return version < migrations.length ? 'older' : 'newer';
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

/** Throws a ProblemError where the number is below all that there are: counted up from there, none would ever be reached. */
function readVersion(db: Connection): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version < 0)
    throw new ProblemError('damaged', `${db.name} is damaged: its format is ${version}.`, leftAsItIs);
  return version;
}

function refuseForeign(db: Connection, file: string, existed: boolean): void {
  const id = Number(db.pragma('application_id', { simple: true }));
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (existed && id !== applicationId && tables > 0) {
    throw new ProblemError(
      'damaged',
      `${file} is a database of another program.`,
      'Choose another profile folder with --profile.',
    );
  }
}

function refuseNewer(db: Connection): void {
  const version = readVersion(db);
  if (version > migrations.length) {
    throw new ProblemError(
      'failed',
      `This profile was last used by a newer Baseline (its format is ${version}, this one knows ${migrations.length}).`,
      'Install the newer version. Nothing was changed.',
    );
  }
}

/**
 * Has SQLite look through the whole file before anything in it is trusted. Throws a ProblemError where it is damaged,
 * with the file and SQLite's log beside it untouched: only a writer plays that log in when it closes. What a
 * transaction left half done that SQLite keeps a journal of (the first one of a file, the one that begins the log) is
 * taken back first, which only a writer can.
 */
export function proveDatabase(file: string): void {
  let db: Connection | null = null;
  try {
    db = new Database(file, { readonly: !fs.existsSync(`${file}-journal`), timeout: 5000 });
    const [fault] = findDamage(db, 'quick_check');
    if (fault !== undefined)
      throw new ProblemError('damaged', `${file} is damaged or is not a database.`, leftAsItIs, fault);
  } catch (error) {
    throw explainOpenError(error, file);
  } finally {
    db?.close();
  }
}

/** Runs each missing migration in a transaction of its own, with foreign keys off and checked before the commit. */
function migrate(db: Connection): void {
  db.pragma('foreign_keys = OFF');
  for (let version = readVersion(db); version < migrations.length; version++) {
    const sql = migrations[version] ?? '';
    db.transaction(() => {
      db.exec(sql);
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0)
        throw new Error(`migration ${version + 1} breaks foreign keys`);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}

const leftAsItIs =
  'It was left as it is. Start Baseline with a window: it offers to save what can be read, or to put a backup back.';

/** The problem behind SQLite's error, for a person; any other error as it is. */
export function explainOpenError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  // A plain SQLITE_ERROR is a table or column that is not there.
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR' || code.startsWith('SQLITE_CORRUPT')) {
    return new ProblemError('damaged', `${file} is damaged or is not a database.`, leftAsItIs);
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') {
    return new ProblemError(
      'read-only',
      `${path.dirname(file)} cannot be written.`,
      'Give yourself write access to this folder, or choose another with --profile.',
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new ProblemError('busy', 'Another program holds this profile.', 'Close it and try again.');
  }
  return explainDisk(code) ?? error;
}
