import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { disownCopy } from '../../db/copy.ts';
import { makeBackupNow, refuseOpenMock } from '../backups/backups.ts';
import { aboutFile } from '../backups/folder.ts';
import { hashFile } from '../exchange/hash-file.ts';
import { explainWriteError, syncPath } from '../exchange/whole-file.ts';
import type { Profile } from '../profile.ts';
import { makeProfileFolder } from '../profile-folder.ts';
import { clearPlace } from './recover.ts';

/**
 * Takes a profile back to its beginning, with a backup of what was there first: putting that back is the way back. Decks,
 * pictures and backups stay. Answers with the backup's name. Throws a ProblemError, with nothing changed, while a mock
 * interview is open.
 */
export function resetProfile(profile: Profile, at: Instant): string {
  refuseOpenMock(profile);
  const saved = makeBackupNow(profile, 'hand', at);
  clearProfile(profile);
  return saved;
}

/** The same without the backup: what is there must have been saved. */
export function clearProfile(profile: Profile): void {
  profile.reopen(() => clearPlace(path.join(profile.dir, 'baseline.db')));
}

/** Refuses a folder that is not to be opened instead of this profile. An empty one is: a new profile begins there. */
export function checkAnother({ dir }: Profile, folder: string): void {
  if (path.resolve(folder) === path.resolve(dir))
    throw new ProblemError('invalid', 'That profile is open already.', 'Choose another folder.');
  if (isInside(dir, folder) || fs.existsSync(path.join(folder, aboutFile)))
    throw new ProblemError(
      'invalid',
      `${folder} is a part of a profile, and none by itself.`,
      'A backup is put back from the list of backups.',
    );
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0 && !isProfile(folder))
    throw new ProblemError(
      'invalid',
      `${folder} holds other things, and no profile.`,
      'Choose a profile’s folder, or an empty one for a new profile.',
    );
  makeProfileFolder(folder);
}

/** By what a profile of which the database is gone would still hold. */
function isProfile(folder: string): boolean {
  return ['baseline.db', 'baseline.db-state'].some(name => fs.existsSync(path.join(folder, name)));
}

/**
 * What of a profile's folder is the person's; the rest is made anew where it is missing. SQLite's log stays beside a
 * closed database while a check or an export still reads it, and holds the latest changes then.
 */
const kept = ['baseline.db', 'baseline.db-wal', 'decks', 'media', 'backups', 'window.json'];

/**
 * Copies a profile into a folder that is empty or not there, and proves every file of the copy. The profile stays where
 * it is; the copy goes on as a device of its own, so that the two can be united later. Throws a ProblemError, with
 * nothing left behind, where that cannot be.
 */
export function copyProfileTo(profile: Profile, to: string): { files: number } {
  const target = path.resolve(to);
  if (fs.existsSync(target) && fs.readdirSync(target).length > 0)
    throw new ProblemError(
      'invalid',
      `${target} is not empty.`,
      'Name an empty folder, or one that is not there yet.',
    );
  if (isInside(profile.dir, target))
    throw new ProblemError(
      'invalid',
      `${target} lies in the profile itself.`,
      'Name a folder outside of it.',
    );
  const isNew = !fs.existsSync(target);
  let files = 0;
  try {
    fs.mkdirSync(target, { recursive: true, mode: 0o700 });
    profile.reopen(() => {
      for (const name of kept) {
        const from = path.join(profile.dir, name);
        if (fs.existsSync(from)) fs.cpSync(from, path.join(target, name), { recursive: true });
      }
      files = prove(profile.dir, target);
    });
    disownCopy(path.join(target, 'baseline.db'));
    syncPath(target);
  } catch (error) {
    for (const name of kept) fs.rmSync(path.join(target, name), { recursive: true, force: true });
    if (isNew) fs.rmSync(target, { recursive: true, force: true });
    throw explainWriteError(error, target);
  }
  return { files };
}

function isInside(dir: string, target: string): boolean {
  const relative = path.relative(path.resolve(dir), target);
  return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative));
}

/** Compares every file byte for byte, and has each on the disk; answers with how many there are. */
function prove(from: string, to: string): number {
  const files = kept
    .flatMap(name => listBelow(to, name))
    .filter(name => fs.statSync(path.join(to, name)).isFile());
  for (const name of files) {
    if (hashFile(path.join(from, name)) !== hashFile(path.join(to, name)))
      throw new ProblemError(
        'failed',
        `The copy of ${name} is not what was copied.`,
        'The profile is as it was.',
      );
    syncPath(path.join(to, name));
  }
  return files.length;
}

function listBelow(dir: string, name: string): string[] {
  const file = path.join(dir, name);
  if (!fs.existsSync(file)) return [];
  if (!fs.statSync(file).isDirectory()) return [name];
  return fs.readdirSync(file).flatMap(inner => listBelow(dir, path.join(name, inner)));
}
