import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { fixClock } from '../../src-main/clock.ts';
import { openProfile } from '../../src-main/services/profile.ts';
import { builtInDecks } from './built-in-cards.ts';

const files = ['baseline.db', 'baseline.db-state'];

/** A profile that was opened and closed, made once for each process of tests. */
let kept: string | null = null;

/**
 * Puts into a folder without a profile one that has read the built-in decks and holds nothing else: to read them takes
 * a new profile twenty times as long as all the rest. Each becomes a device of its own when it is opened.
 */
export function giveReadDecks(dir: string): void {
  if (!fs.existsSync(dir) || fs.existsSync(path.join(dir, 'baseline.db'))) return;
  kept ??= makeRead();
  for (const file of files) fs.copyFileSync(path.join(kept, file), path.join(dir, file));
}

function makeRead(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-read-'));
  process.once('exit', () => fs.rmSync(dir, { recursive: true, force: true }));
  const profile = openProfile({
    dir,
    builtInDecks,
    clock: fixClock({ atMs: 0, offsetMin: 0 }),
    kind: 'app',
    whenHeld: 'refuse',
  });
  const db = new Database(path.join(dir, 'baseline.db'));
  db.exec('DELETE FROM device');
  db.close();
  profile.close();
  return dir;
}
