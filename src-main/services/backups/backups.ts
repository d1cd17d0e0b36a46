import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { BackupAbout, BackupReason } from '../../../src-shared/domain/backup/backup.ts';
import { listToThin } from '../../../src-shared/domain/backup/thin.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { formatStudyDay, type Instant, studyDaySchema } from '../../../src-shared/domain/study-day.ts';
import type { BackupLine, BackupList } from '../../../src-shared/ipc/backup-contract.ts';
import { startJob, waitForJob } from '../exchange/jobs.ts';
import { findOpen } from '../mocks/attempts.ts';
import type { Profile } from '../profile.ts';
import { listNames, listUnfinished, locateBackups, nameBackup, readAbout } from './folder.ts';
import { finishRestore, prepareRestore } from './replace.ts';
import type { BackupTask } from './write.ts';

/** What backups there are, the newest first. */
export function listBackups({ dir }: Profile): Omit<BackupList, 'fault'> {
  const folder = locateBackups(dir);
  const names = listNames(folder).map(name => ({ name, about: readAbout(folder, name) }));
  return {
    folder,
    backups: names.flatMap(({ name, about }) => (about ? [writeLine(name, about)] : [])),
    unreadable: names.flatMap(({ name, about }) => (about ? [] : [name])),
  };
}

/** A backup as the lists show it. */
export function writeLine(name: string, { at, reason, holds, files }: BackupAbout): BackupLine {
  const local = new Date(at.atMs + at.offsetMin * 60_000).toISOString();
  const { lastDay, events: _events, ...counts } = holds;
  return {
    name,
    date: local.slice(0, 10),
    time: local.slice(11, 16),
    reason,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    holds: { ...counts, lastDate: lastDay === null ? null : formatStudyDay(studyDaySchema.parse(lastDay)) },
  };
}

/** Fingerprint of what a backup would hold: where the log stands, and the person's own decks. */
export function describeState({ store }: Profile): string {
  const own = store.content.files().filter(file => file.own);
  const decks = own.map(({ path: file, hash }) => `${file} ${hash}`).sort();
  return createHash('sha256')
    .update([store.log.lastClock(), ...decks].join('\n'))
    .digest('hex');
}

/** True where nothing happened since the newest backup, or ever. */
export function isSaved(profile: Profile): boolean {
  const { store, dir } = profile;
  if (store.log.lastClock() === 0 && !store.content.files().some(file => file.own)) return true;
  const folder = locateBackups(dir);
  const state = describeState(profile);
  return listNames(folder).some(name => readAbout(folder, name)?.state === state);
}

/** Makes a backup in a worker, beside the window. Answers with its name. Throws a ProblemError with nothing left behind. */
export async function makeBackup(profile: Profile, reason: BackupReason, at: Instant): Promise<string> {
  const task = planBackup(profile, reason, at);
  await startJob('write-backup', task, () => undefined).done;
  thinBackups(profile, reason, at);
  return task.name;
}

/** The same for a command, which waits for it. */
export function makeBackupNow(profile: Profile, reason: BackupReason, at: Instant): string {
  const task = planBackup(profile, reason, at);
  waitForJob('write-backup', task);
  thinBackups(profile, reason, at);
  return task.name;
}

function planBackup(profile: Profile, reason: BackupReason, at: Instant): BackupTask {
  const folder = locateBackups(profile.dir);
  // One at a time is made: another that is unfinished was ended in the middle.
  for (const left of listUnfinished(folder)) remove(folder, left);
  const name = nameBackup(folder, at, reason);
  return { profileDir: profile.dir, name, about: { at, reason, state: describeState(profile) } };
}

/** Takes away what need not be kept. Not before a restore: the one that was chosen could be among it. */
function thinBackups({ dir }: Profile, reason: BackupReason, at: Instant): void {
  if (reason === 'restore') return;
  const folder = locateBackups(dir);
  const dated = listNames(folder).flatMap(name => {
    const about = readAbout(folder, name);
    return about ? [{ name, ...about }] : [];
  });
  for (const name of listToThin(dated, at)) remove(folder, name);
}

function remove(folder: string, name: string): void {
  fs.rmSync(path.join(folder, name), { recursive: true, force: true });
}

/** Refuses to take a mock interview away from under a person. */
export function refuseOpenMock(profile: Profile): void {
  if (!findOpen(profile)) return;
  throw new ProblemError(
    'invalid',
    'A mock interview is open.',
    'Hand it in or give it up first. Nothing was changed.',
  );
}

/** Refuses a restore that cannot be, before anything is done for it. */
export function checkRestore(profile: Profile, name: string): void {
  refuseOpenMock(profile);
  if (!readAbout(locateBackups(profile.dir), name)) {
    throw new ProblemError('not-found', `There is no whole backup “${name}”.`, 'Choose one of the list.');
  }
}

/**
 * Puts a backup in the profile's place; what is there must have been saved. The open profile goes on with it, as a
 * new device. Throws a ProblemError, with nothing changed, where the backup is not what was saved.
 */
export function putBack(profile: Profile, name: string): void {
  prepareRestore(profile.dir, name);
  profile.reopen(() => finishRestore(profile.dir));
}
