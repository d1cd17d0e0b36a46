import fs from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { copyOwnOnly } from '../backups/write.ts';
import { explainWriteError, syncPath } from '../exchange/whole-file.ts';

/** The files that a database consists of. */
const suffixes = ['', '-wal', '-shm', '-state'];

/**
 * Keeps a profile's database as it is now, with the files that belong to it, in a folder that is named by the moment;
 * answers with that folder. Throws a ProblemError where that cannot be; then nothing is to be changed.
 */
export function keepAside(profileDir: string, at: Instant): string {
  const moment = new Date(at.atMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const name = `damaged-${moment}`;
  const free = [name, ...[2, 3, 4, 5, 6, 7, 8, 9].map(n => `${name}-${n}`)];
  const folder = path.join(
    profileDir,
    free.find(one => !fs.existsSync(path.join(profileDir, one))) ?? `${name}-${process.pid}`,
  );
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
    for (const suffix of suffixes) {
      const file = path.join(profileDir, `baseline.db${suffix}`);
      if (fs.existsSync(file)) keep(file, path.join(folder, `baseline.db${suffix}`));
    }
    syncPath(folder);
    syncPath(profileDir);
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    throw explainWriteError(error, folder);
  }
  return folder;
}

/**
 * A further name for the database itself, which is replaced by another file and not written to any more: a damaged disk
 * may not let it be copied. The small files beside it are written to, and are copied.
 */
function keep(from: string, to: string): void {
  if (from.endsWith('.db')) {
    try {
      fs.linkSync(from, to);
      return;
    } catch {
      // This disk does not know such.
    }
  }
  copyOwnOnly(from, to);
  syncPath(to);
}
