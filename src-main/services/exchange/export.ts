import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';
import { locateMedia } from '../media.ts';
import type { Profile } from '../profile.ts';
import { gatherCards } from './anki/gather.ts';
import { waitForJob } from './jobs.ts';
import type { LeftOut } from './report.ts';

/** What an export wrote: how much of what, and what could not be taken along. */
export type Exported = { file: string; counts: Record<string, number>; leftOut: LeftOut[] };

/** A way to take progress elsewhere. `write` makes the file whole or leaves what was there. */
type ExportFormat = {
  /** What it is, for the help. */
  says: string;
  /** True where it may be a folder of several files. */
  isFolder?: boolean;
  write(profile: Profile, file: string, at: Instant): Omit<Exported, 'file'>;
};

/** Every format there is, by the name that a person types. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  json: { says: 'everything: log, mocks, settings, your own decks and pictures', write: writeEverything },
  csv: {
    says: 'reviews, cards and mocks as tables, in a folder or a .zip',
    isFolder: true,
    write: writeTables,
  },
  apkg: { says: 'a package for Anki, with all cards, schedule, memory and log', write: writeAnki },
};

/** Writes a file for another program. Throws a ProblemError, with what was there untouched. */
export function exportFile(profile: Profile, format: string, out: string, at: Instant): Exported {
  const known = Object.hasOwn(exportFormats, format) ? exportFormats[format] : undefined;
  if (!known) {
    const names = Object.keys(exportFormats).join(', ');
    throw new ProblemError('invalid', `“${format}” is not a format.`, `Use one of: ${names}.`);
  }
  const file = path.resolve(out);
  if (!known.isFolder && fs.statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new ProblemError('invalid', `${file} is a folder.`, 'Name a file to write.');
  return { file, ...known.write(profile, file, at) };
}

/** What was written, in words. Names are plurals that end with an s. */
export function describeCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([plural, count]) => countOf(count, plural.slice(0, -1)))
    .join(', ');
}

function writeEverything(profile: Profile, file: string): Omit<Exported, 'file'> {
  const { events, cards, pictures, leftOut } = waitForJob('write-json', {
    file,
    database: path.join(profile.dir, 'baseline.db'),
    mediaFolder: locateMedia(profile.dir),
  });
  return { counts: { events, cards, pictures }, leftOut };
}

function writeTables(profile: Profile, out: string): Omit<Exported, 'file'> {
  const counts = waitForJob('write-csv', { out, database: path.join(profile.dir, 'baseline.db') });
  return { counts, leftOut: [] };
}

function writeAnki(profile: Profile, file: string, at: Instant): Omit<Exported, 'file'> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-export-'));
  try {
    const outgoing = gatherCards(profile, at);
    const { cards, reviews, media, leftOut } = waitForJob('write-anki', { file, folder, outgoing });
    return { counts: { cards, reviews, pictures: media }, leftOut };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
