import fs from 'node:fs';
import path from 'node:path';
import type { BackupAbout } from '../../../src-shared/domain/backup/backup.ts';
import { copyDatabase, inspectCopy } from '../../db/copy.ts';
import { hashFile } from '../exchange/hash-file.ts';
import { explainWriteError, makeFolder, syncPath } from '../exchange/whole-file.ts';
import { isNamedByContent, locateMedia } from '../media.ts';
import { aboutFile, listFiles, locateBackups } from './folder.ts';

/** What a backup is made of and called. Plain values: it is written in a worker. */
export type BackupTask = {
  profileDir: string;
  name: string;
  about: Pick<BackupAbout, 'at' | 'reason' | 'state'>;
};

/**
 * Writes a backup: the database through SQLite's backup API, opened and checked; the person's own decks; their
 * pictures. It gets its name only when all of it is on the disk. Throws a ProblemError with nothing left behind.
 */
export async function writeBackup({ profileDir, name, about }: BackupTask): Promise<BackupAbout> {
  const folder = locateBackups(profileDir);
  const unfinished = path.join(folder, `.${name}.new`);
  try {
    if (!fs.existsSync(folder)) makeFolder(folder);
    fs.rmSync(unfinished, { recursive: true, force: true });
    for (const made of ['', 'decks', 'media']) fs.mkdirSync(path.join(unfinished, made), { mode: 0o700 });
    const copy = path.join(unfinished, 'baseline.db');
    await copyDatabase(path.join(profileDir, 'baseline.db'), copy);
    const decks = takeFiles(path.join(profileDir, 'decks'), path.join(unfinished, 'decks'), copyOwnOnly);
    const pictures = takeFiles(locateMedia(profileDir), path.join(unfinished, 'media'), takePicture);
    const paths = [
      'baseline.db',
      ...decks.map(file => `decks/${file}`),
      ...pictures.map(file => `media/${file}`),
    ];
    const whole: BackupAbout = {
      format: 1,
      ...about,
      holds: { ...inspectCopy(copy), deckFiles: decks.length, pictures: pictures.length },
      files: paths.map(file => {
        const location = path.join(unfinished, file);
        syncPath(location);
        return { path: file, bytes: fs.statSync(location).size, sha256: hashFile(location) };
      }),
    };
    const aboutPath = path.join(unfinished, aboutFile);
    fs.writeFileSync(aboutPath, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 });
    for (const made of [
      aboutPath,
      path.join(unfinished, 'decks'),
      path.join(unfinished, 'media'),
      unfinished,
    ]) {
      syncPath(made);
    }
    fs.renameSync(unfinished, path.join(folder, name));
    syncPath(folder);
    return whole;
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    throw explainWriteError(error, folder);
  }
}

/** Takes the plain files of a folder along; answers with their names. */
function takeFiles(from: string, to: string, take: (from: string, to: string) => void): string[] {
  const names = listFiles(from);
  for (const name of names) take(path.join(from, name), path.join(to, name));
  return names;
}

/** A copy that only its owner can read. */
export function copyOwnOnly(from: string, to: string): void {
  fs.copyFileSync(from, to);
  fs.chmodSync(to, 0o600);
}

/**
 * A further name of the same file for a picture that is named by its content, so that many backups of many pictures
 * take little room. A picture that a person named may be painted over where it lies, and is copied.
 */
export function takePicture(from: string, to: string): void {
  if (isNamedByContent(path.basename(from))) {
    try {
      fs.linkSync(from, to);
      return;
    } catch {
      // This disk does not know such.
    }
  }
  copyOwnOnly(from, to);
}
