import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';

/** The repository, whose `out/` is the app under test. */
export const appFolder = path.resolve(import.meta.dirname, '..', '..');

/** The Electron to test with; the scripts say which. */
export function findElectron(): string {
  const program = process.env.BASELINE_ELECTRON;
  if (!program)
    throw new Error('Run the end-to-end tests with `npm run e2e`, which says which Electron to use.');
  return program;
}

/** A new empty folder for a profile. */
export function makeProfileFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-e2e-'));
}

/** A profile that was opened and closed, made once for each process of tests. */
let read: string | null = null;

/**
 * A new profile that has read the built-in decks and holds nothing else: that takes a start longer than all the rest.
 * Each becomes a device of its own when it is opened.
 */
export function makeReadProfile(): string {
  read ??= readDecks();
  const profile = makeProfileFolder();
  fs.copyFileSync(path.join(read, 'baseline.db'), path.join(profile, 'baseline.db'));
  return profile;
}

function readDecks(): string {
  const dir = makeProfileFolder();
  process.once('exit', () => fs.rmSync(dir, { recursive: true, force: true }));
  runCommand(dir, 'today');
  const db = new Database(path.join(dir, 'baseline.db'));
  db.exec('DELETE FROM device');
  db.close();
  return dir;
}

/** Runs a command of the built command line in a process of its own, and answers with its JSON. */
export function runCommand(profile: string, ...args: string[]): unknown {
  const printed = execFileSync(
    findElectron(),
    [path.join(appFolder, 'out', 'main', 'cli.js'), ...args, '--profile', profile, '--json'],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, encoding: 'utf8' },
  );
  return JSON.parse(printed);
}
