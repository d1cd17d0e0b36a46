import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';
import { type ExportName, exportNames } from '../../../src-shared/ipc/exchange-contract.ts';
import { locateMedia } from '../media.ts';
import type { Profile } from '../profile.ts';
import { locateDatabase } from '../profile-folder.ts';
import type { LeftOut } from './left-out.ts';
import { writeReport } from './readiness/write-report.ts';
import { cleanAfter, type Work, workAtOnce, workByJob } from './work.ts';

/** What an export wrote: how much of what, and what could not be taken along. */
export type Exported = { file: string; counts: Record<string, number>; leftOut: LeftOut[] };

/** A way to take progress elsewhere. `write` makes the file whole or leaves what was there. */
type ExportFormat = {
  /** What it is, for the help. */
  says: string;
  /** How its file ends; where it may be a folder of several files, the first that is one file. */
  ending: string;
  isFolder?: boolean;
  write(profile: Profile, file: string, at: Instant): Work<Omit<Exported, 'file'>>;
};

/** Every format there is, by the name that a person types. */
export const exportFormats: Readonly<Record<ExportName, ExportFormat>> = {
  json: {
    says: 'everything: log, mocks, settings, your own decks and pictures',
    ending: '.json',
    write: writeEverything,
  },
  apkg: {
    says: 'a package for Anki, with all cards, schedule, memory and log',
    ending: '.apkg',
    write: writeAnki,
  },
  csv: {
    says: 'reviews, cards and mocks as tables, in a folder or a .zip',
    ending: '.zip',
    isFolder: true,
    write: writeTables,
  },
  report: {
    says: 'a page about your readiness (.html), to print or to hand to someone who helps you prepare',
    ending: '.html',
    write: (profile, file, at) =>
      workAtOnce(() => {
        writeReport(profile, file, at);
        return { counts: {}, leftOut: [] };
      }),
  },
};

/** Writes a file for another program. Throws a ProblemError, with what was there untouched. */
export function exportFile(profile: Profile, format: string, out: string, at: Instant): Exported {
  return planExport(profile, format, out, at).now();
}

/** The same as work that can be watched. Throws a ProblemError where it cannot begin. */
export function planExport(profile: Profile, format: string, out: string, at: Instant): Work<Exported> {
  const name = exportNames.find(one => one === format);
  if (!name) {
    throw new ProblemError(
      'invalid',
      `“${format}” is not a format.`,
      `Use one of: ${exportNames.join(', ')}.`,
    );
  }
  const file = path.resolve(out);
  const { isFolder = false, write } = exportFormats[name];
  if (!isFolder && fs.statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new ProblemError('invalid', `${file} is a folder.`, 'Name a file to write.');
  const work = write(profile, file, at);
  const named = (exported: Omit<Exported, 'file'>): Exported => ({ file, ...exported });
  return {
    now: () => named(work.now()),
    beside: progress => {
      const { done, cancel } = work.beside(progress);
      return { done: done.then(named), cancel };
    },
  };
}

/** What was written, in words. Names are plurals that end with an s. */
export function describeCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([plural, count]) => countOf(count, plural.slice(0, -1)))
    .join(', ');
}

function writeEverything(profile: Profile, file: string): Work<Omit<Exported, 'file'>> {
  const task = { file, database: locateDatabase(profile.dir), mediaFolder: locateMedia(profile.dir) };
  return workByJob('write-json', task, ({ events, cards, pictures, leftOut }) => ({
    counts: { events, 'own cards': cards, pictures },
    leftOut,
  }));
}

function writeTables(profile: Profile, out: string): Work<Omit<Exported, 'file'>> {
  const task = { out, database: locateDatabase(profile.dir) };
  return workByJob('write-csv', task, counts => ({ counts, leftOut: [] }));
}

function writeAnki(profile: Profile, file: string, at: Instant): Work<Omit<Exported, 'file'>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-export-'));
  const task = { file, folder, dir: profile.dir, database: locateDatabase(profile.dir), at };
  const work = workByJob('write-anki', task, ({ cards, reviews, media, leftOut }) => ({
    counts: { cards, reviews, pictures: media },
    leftOut,
  }));
  return cleanAfter(work, () => fs.rmSync(folder, { recursive: true, force: true }));
}
