import fs from 'node:fs';
import path from 'node:path';
import { putDatabase } from '../backups/replace.ts';
import { explainWriteError, syncPath } from '../exchange/whole-file.ts';

/** A database that is to take the profile's place; while the folder is there, that has been decided. */
const decided = 'swap';
const unfinished = 'swap.new';

/**
 * Lays a database ready to take the profile's place: `make` writes it, on its own, into the file that it is given.
 * Throws what `make` throws, with nothing changed.
 */
export function prepareSwap(profileDir: string, make: (file: string) => void): void {
  const folder = path.join(profileDir, unfinished);
  try {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { mode: 0o700 });
    const file = path.join(folder, 'baseline.db');
    make(file);
    syncPath(file);
    syncPath(folder);
    fs.renameSync(folder, path.join(profileDir, decided));
    syncPath(profileDir);
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    throw explainWriteError(error, profileDir);
  }
}

/**
 * The same in the process that laid it ready and goes on afterwards: where it fails, the decision is withdrawn, or the
 * next start would put it over what was written until then.
 */
export function swapNow(profileDir: string): void {
  try {
    finishSwap(profileDir);
  } catch (error) {
    const folder = path.join(profileDir, decided);
    if (fs.existsSync(path.join(folder, 'baseline.db')))
      fs.renameSync(folder, path.join(profileDir, unfinished));
    throw explainWriteError(error, profileDir);
  }
}

/** Whether a database waits to take the profile's place. */
export function isSwapDecided(profileDir: string): boolean {
  return fs.existsSync(path.join(profileDir, decided));
}

/** Puts what was decided on in its place, if there is such. Each step may be the last: called again, it goes on. */
export function finishSwap(profileDir: string): void {
  fs.rmSync(path.join(profileDir, unfinished), { recursive: true, force: true });
  const folder = path.join(profileDir, decided);
  if (!fs.existsSync(folder)) return;
  putDatabase(path.join(folder, 'baseline.db'), path.join(profileDir, 'baseline.db'));
  syncPath(profileDir);
  fs.rmSync(folder, { recursive: true, force: true });
}
