import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Recovered, RecoveryChoices } from '../../../src-shared/ipc/recovery-contract.ts';
import { writeLeft } from '../../db/left.ts';
import { takeProfileLock } from '../../db/lock.ts';
import { writeLine } from '../backups/backups.ts';
import { listNames, locateBackups, readAbout } from '../backups/folder.ts';
import { copyProvenDatabase, proveBackup } from '../backups/replace.ts';
import { keepAside } from './keep-aside.ts';
import { countLost, prepareSalvage, readSalvage } from './salvage.ts';
import { finishSwap, prepareSwap } from './swap.ts';

/** What a person can choose from where a profile cannot be opened. */
export function listChoices(profileDir: string): RecoveryChoices {
  const read = readSalvage(profileDir);
  const { events } = read;
  const backup = findGoodBackup(profileDir);
  const about = backup && readAbout(locateBackups(profileDir), backup);
  return {
    salvage: { events: events.length, answers: countAnswers(events), lost: countLost(read) },
    backup: backup && about ? writeLine(backup, about) : null,
  };
}

/** Makes a new database of what can be read in the damaged one, which is kept aside. */
export function salvage(profileDir: string, at: Instant): Recovered {
  return change(profileDir, () => {
    const read = readSalvage(profileDir);
    if (read.events.length === 0)
      throw new ProblemError('damaged', 'Nothing in the database can be read.', 'Nothing was changed.');
    const kept = keepAside(profileDir, at);
    prepareSalvage(profileDir, read, at);
    finishSwap(profileDir);
    const answers = countAnswers(read.events);
    return { kept, what: { kind: 'salvaged', events: read.events.length, answers, lost: countLost(read) } };
  });
}

/** Puts the database of the newest whole backup in the place of the damaged one. Decks and pictures are files, and stay. */
export function putBackNewest(profileDir: string, at: Instant): Recovered {
  return change(profileDir, () => {
    const name = findGoodBackup(profileDir);
    const about = name && readAbout(locateBackups(profileDir), name);
    if (!name || !about)
      throw new ProblemError('not-found', 'There is no whole backup.', 'Nothing was changed.');
    const kept = keepAside(profileDir, at);
    prepareSwap(profileDir, file => copyProvenDatabase(profileDir, name, file));
    finishSwap(profileDir);
    return { kept, what: { kind: 'put-back', backup: writeLine(name, about) } };
  });
}

/** Clears the place for a new database. Decks, pictures and backups stay. */
export function startAnew(profileDir: string, at: Instant): Recovered {
  return change(profileDir, () => {
    const kept = keepAside(profileDir, at);
    clearPlace(path.join(profileDir, 'baseline.db'));
    return { kept, what: { kind: 'anew' } };
  });
}

/** Takes a closed database away, which was saved or kept aside, so that a new one can begin in its place. */
export function clearPlace(file: string): void {
  for (const suffix of ['-wal', '-shm']) fs.rmSync(file + suffix, { force: true });
  // From here on an empty place is what was wanted.
  writeLeft(file, { state: 'first' });
  fs.rmSync(file, { force: true });
}

function change(profileDir: string, work: () => Recovered): Recovered {
  const lock = takeProfileLock(profileDir, { pid: process.pid, kind: 'app' });
  if ('heldBy' in lock) {
    throw new ProblemError(
      'busy',
      'This profile is open elsewhere.',
      'Close it and try again. Nothing was changed.',
    );
  }
  try {
    return work();
  } finally {
    lock.release();
  }
}

/** The newest backup of which every byte is what was saved, and which this version can open. */
function findGoodBackup(profileDir: string): string | null {
  for (const name of listNames(locateBackups(profileDir))) {
    try {
      proveBackup(profileDir, name);
      return name;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }
  return null;
}

function countAnswers(events: readonly { type: string }[]): number {
  return events.filter(({ type }) => type === 'answer').length;
}
