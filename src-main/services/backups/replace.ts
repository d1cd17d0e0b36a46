import fs from 'node:fs';
import path from 'node:path';
import { type BackupAbout, backupAboutSchema } from '../../../src-shared/domain/backup/backup.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { disownCopy, inspectCopy } from '../../db/copy.ts';
import { writeLeft } from '../../db/left.ts';
import { compareFormat } from '../../db/open.ts';
import { hashFile } from '../exchange/hash-file.ts';
import { explainWriteError, syncPath } from '../exchange/whole-file.ts';
import { locateMedia } from '../media.ts';
import { aboutFile, listFiles, locateBackups, locateFile, readAbout } from './folder.ts';
import { copyOwnOnly, takePicture } from './write.ts';

/** What is to take the profile's place, complete; while it is there, it has been decided on. */
const decided = 'restore';
const unfinished = 'restore.new';

/**
 * Proves every file of a backup, and that this version can open it; answers with what it says of itself. Throws a
 * ProblemError where it is not whole.
 */
export function proveBackup(profileDir: string, name: string): BackupAbout {
  const folder = locateBackups(profileDir);
  const about = readAbout(folder, name);
  if (!about) {
    throw new ProblemError('not-found', `There is no whole backup “${name}”.`, 'Choose one of the list.');
  }
  for (const { path: file, sha256 } of about.files) {
    if (hashFile(locateFile(folder, name, file)) !== sha256) {
      throw new ProblemError(
        'damaged',
        `The backup “${name}” is damaged: ${file} is not what was saved.`,
        'Choose another one. Nothing was changed.',
      );
    }
  }
  const database = path.join(folder, name, 'baseline.db');
  inspectCopy(database);
  const format = compareFormat(database);
  if (format === null) {
    throw new ProblemError(
      'damaged',
      `The backup “${name}” is damaged: its database is none of Baseline’s.`,
      'Choose another one. Nothing was changed.',
    );
  }
  if (format === 'newer') {
    throw new ProblemError(
      'failed',
      `The backup “${name}” was made by a newer Baseline.`,
      'Install the newer version, or choose another backup. Nothing was changed.',
    );
  }
  return about;
}

/** Copies the database of a backup that was proven, ready to go on as a new device. */
export function copyProvenDatabase(profileDir: string, name: string, to: string): void {
  copyOwnOnly(locateFile(locateBackups(profileDir), name, 'baseline.db'), to);
  disownCopy(to);
}

/**
 * Lays a backup ready to take the profile's place. Proves every file of it first. Throws a ProblemError, with
 * nothing changed, where it is not whole.
 */
export function prepareRestore(profileDir: string, name: string): void {
  const folder = locateBackups(profileDir);
  const about = proveBackup(profileDir, name);
  const staged = path.join(profileDir, unfinished);
  try {
    fs.rmSync(staged, { recursive: true, force: true });
    for (const made of ['', 'decks', 'media']) fs.mkdirSync(path.join(staged, made), { mode: 0o700 });
    for (const { path: file } of about.files) {
      const take = file.startsWith('media/') ? takePicture : copyOwnOnly;
      take(locateFile(folder, name, file), path.join(staged, file));
    }
    disownCopy(path.join(staged, 'baseline.db'));
    copyOwnOnly(path.join(folder, name, aboutFile), path.join(staged, aboutFile));
    for (const { path: file } of about.files) syncPath(path.join(staged, file));
    for (const made of [aboutFile, 'decks', 'media', '']) syncPath(path.join(staged, made));
    fs.renameSync(staged, path.join(profileDir, decided));
    syncPath(profileDir);
  } catch (error) {
    fs.rmSync(staged, { recursive: true, force: true });
    throw explainWriteError(error, profileDir);
  }
}

/**
 * Puts what was decided on in the profile's place, if there is such. Each step may be the last before the power
 * goes: called again, it goes on where it stopped. The database is closed meanwhile.
 */
export function finishRestore(profileDir: string): void {
  fs.rmSync(path.join(profileDir, unfinished), { recursive: true, force: true });
  const staged = path.join(profileDir, decided);
  if (!fs.existsSync(staged)) return;
  if (fs.existsSync(path.join(staged, aboutFile))) {
    const about = readDecided(staged);
    putDatabase(path.join(staged, 'baseline.db'), path.join(profileDir, 'baseline.db'));
    const decks = path.join(profileDir, 'decks');
    const held = new Set(about.files.map(file => file.path));
    fs.mkdirSync(decks, { recursive: true, mode: 0o700 });
    for (const name of listFiles(decks)) if (!held.has(`decks/${name}`)) fs.rmSync(path.join(decks, name));
    moveAll(path.join(staged, 'decks'), decks);
    // No picture is taken away: cards that come later may show it.
    moveAll(path.join(staged, 'media'), locateMedia(profileDir));
    syncPath(profileDir);
    fs.rmSync(path.join(staged, aboutFile));
  }
  fs.rmSync(staged, { recursive: true, force: true });
}

/** Throws a ProblemError where the disk has damaged it since: what has its place already cannot be told then. */
function readDecided(staged: string): BackupAbout {
  try {
    return backupAboutSchema.parse(JSON.parse(fs.readFileSync(path.join(staged, aboutFile), 'utf8')));
  } catch {
    throw new ProblemError(
      'damaged',
      'A backup was about to be put back, and what says how is damaged.',
      `Move ${staged} away and start again.`,
    );
  }
}

/** Moves a database that stands on its own to the profile's place. Called again after a stop, it goes on. */
export function putDatabase(from: string, to: string): void {
  if (!fs.existsSync(from)) return;
  writeLeft(to, { state: 'moving' });
  // A log of the former database would be played into the new one.
  for (const suffix of ['-wal', '-shm']) fs.rmSync(to + suffix, { force: true });
  fs.renameSync(from, to);
}

function moveAll(from: string, to: string): void {
  if (!fs.existsSync(from)) return;
  fs.mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of listFiles(from)) fs.renameSync(path.join(from, name), path.join(to, name));
  syncPath(to);
}
