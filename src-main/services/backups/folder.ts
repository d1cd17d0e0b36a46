import fs from 'node:fs';
import path from 'node:path';
import {
  type BackupAbout,
  type BackupReason,
  backupAboutSchema,
  backupNameSchema,
} from '../../../src-shared/domain/backup/backup.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';

/** Name of the file in which a backup says what it is; written last. */
export const aboutFile = 'about.json';

/** Folder of a profile's backups. */
export function locateBackups(profileDir: string): string {
  return path.join(profileDir, 'backups');
}

/** The name of a new backup, which none in the folder has. */
export function nameBackup(folder: string, at: Instant, reason: BackupReason): string {
  const moment = new Date(at.atMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const name = `${moment}-${reason}`;
  const free = [name, ...[2, 3, 4, 5, 6, 7, 8, 9].map(n => `${name}-${n}`)];
  return free.find(one => !fs.existsSync(path.join(folder, one))) ?? name;
}

/** What a backup says of itself; null where its folder is no whole backup. */
export function readAbout(folder: string, name: string): BackupAbout | null {
  try {
    const text = fs.readFileSync(path.join(folder, name, aboutFile), 'utf8');
    const about = backupAboutSchema.parse(JSON.parse(text));
    const isWhole = about.files.every(
      file => fs.lstatSync(locateFile(folder, name, file.path)).size === file.bytes,
    );
    return isWhole ? about : null;
  } catch {
    return null;
  }
}

/** Where a file of a backup lies. Throws where its path would lead elsewhere. */
export function locateFile(folder: string, name: string, file: string): string {
  if (!/^(?:baseline\.db|(?:decks|media)\/[^/\\]+)$/.test(file) || file.endsWith('/..')) {
    throw new Error(`${file} is no path of a backup`);
  }
  return path.join(folder, name, file);
}

/** Everything in the folder that has a backup's name, the newest first. */
export function listNames(folder: string): string[] {
  return listEntries(folder)
    .filter(name => backupNameSchema.safeParse(name).success)
    .sort()
    .reverse();
}

/** What was left by a backup that was ended in the middle. */
export function listUnfinished(folder: string): string[] {
  return listEntries(folder).filter(name => /^\..*\.new$/.test(name));
}

function listEntries(folder: string): string[] {
  const isFolder = fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? fs.readdirSync(folder) : [];
}

/** Names of the plain files in a folder, as a backup takes them along; none where there is no folder. */
export function listFiles(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}
