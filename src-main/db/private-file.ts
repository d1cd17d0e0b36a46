import fs from 'node:fs';
import path from 'node:path';

/** What of a profile SQLite writes, and who holds it: everything else is written for its owner only by whoever writes it. */
const names = ['baseline.db', 'baseline.db-wal', 'baseline.db-shm', 'lock', 'lock-journal', 'lock.json'];

/**
 * Makes an empty file that only its owner can read, where there is none: SQLite itself would let everyone read it.
 * It gives the files beside it the same permissions.
 */
export function makePrivate(file: string): void {
  try {
    fs.writeFileSync(file, '', { mode: 0o600, flag: 'wx' });
  } catch {
    // There already, or it cannot be written: whoever opens it next says so.
  }
}

/** Takes from everyone else what an earlier version let them read of a profile. */
export function mendPermissions(dir: string): void {
  for (const name of names) {
    const file = path.join(dir, name);
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat || (stat.mode & 0o077) === 0) continue;
    try {
      // By name: a handle that is closed would end the locks that this process holds on the file.
      fs.chmodSync(file, 0o600);
    } catch {
      // Another person's, or a disk without permissions.
    }
  }
}
