import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { codeOf, explainDisk, ProblemError } from '../../src-shared/domain/problem.ts';
import { makePrivate, mendPermissions } from './private-file.ts';

const holderSchema = z.object({ pid: z.number().int(), kind: z.enum(['app', 'command']) });
export type LockHolder = z.infer<typeof holderSchema>;

/** A held lock. It also ends with the process, however that ends. */
export type ProfileLock = { release(): void };

/**
 * Takes the one lock of a profile folder, shared by the app and the headless commands, or answers with its
 * holder. The lock is the operating system's on an SQLite file, so a killed process leaves nothing stale; the
 * text file beside it only says who holds it.
 */
export function takeProfileLock(
  dir: string,
  holder: LockHolder,
): ProfileLock | { heldBy: LockHolder | null } {
  const first = tryLock(dir, holder, 0);
  // A headless command is over in a moment; a window is not. One that has not said yet which it is may be either.
  return 'heldBy' in first && first.heldBy?.kind !== 'app' ? tryLock(dir, holder, patienceMs) : first;
}

/** How long a headless command that holds the lock is waited for. */
const patienceMs = 3000;

function tryLock(
  dir: string,
  holder: LockHolder,
  timeoutMs: number,
): ProfileLock | { heldBy: LockHolder | null } {
  const note = path.join(dir, 'lock.json');
  let db: Database.Database | null = null;
  try {
    makePrivate(path.join(dir, 'lock'));
    mendPermissions(dir);
    db = new Database(path.join(dir, 'lock'), { timeout: timeoutMs });
    db.exec('BEGIN EXCLUSIVE');
    fs.writeFileSync(note, JSON.stringify(holder), { mode: 0o600 });
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      return { heldBy: readHolder(note) };
    const ofDisk = explainDisk(codeOf(error));
    if (ofDisk) throw ofDisk;
    throw new ProblemError(
      'read-only',
      `The profile folder ${dir} cannot be written.`,
      'Give yourself write access to it, or choose another with --profile.',
    );
  }
  const held = db;
  return {
    release: () => {
      if (held.open) held.close();
    },
  };
}

/** Who holds a lock, by the note beside it; null where that says nothing. */
export function readHolder(file: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
