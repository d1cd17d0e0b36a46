import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Profile } from '../profile.ts';
import { type BroughtIn, bringIn } from './bring-in.ts';
import type { Incoming } from './incoming.ts';
import { waitForJob } from './jobs.ts';
import { mergeExport } from './json/merge.ts';
import { readCsvDeck } from './text/csv-deck.ts';
import { readMarkdownDeck } from './text/markdown-deck.ts';
import { makeDeck, readTextFile } from './text/text-deck.ts';

/** A kind of file that comes in. `folder` is empty, for what is unpacked on the way. */
type ImportFormat = {
  /** Ends of file names, in lower case. */
  endings: readonly string[];
  bring(profile: Profile, file: string, folder: string, at: Instant): BroughtIn;
};

/** A kind of file that comes in as a deck. */
function deckFormat(
  endings: readonly string[],
  read: (profile: Profile, file: string, folder: string, at: Instant) => Incoming,
): ImportFormat {
  const bring: ImportFormat['bring'] = (profile, file, folder, at) =>
    bringIn(profile, read(profile, file, folder, at), at);
  return { endings, bring };
}

/** Every kind of file that can come in. */
const importFormats: readonly ImportFormat[] = [
  {
    endings: ['.json'],
    bring: (profile, file, folder) => mergeExport(profile, waitForJob('read-json', { file, folder })),
  },
  deckFormat(['.apkg', '.colpkg'], ({ journal }, file, folder, at) =>
    waitForJob('read-anki', { file, folder, options: { at, weights: journal.weights() } }),
  ),
  deckFormat(['.csv'], (_profile, file) => makeDeck(file, 'csv', readCsvDeck(readTextFile(file)))),
  deckFormat(['.tsv'], (_profile, file) => makeDeck(file, 'tsv', readCsvDeck(readTextFile(file)))),
  deckFormat(['.md', '.markdown'], (_profile, file) =>
    makeDeck(file, 'md', readMarkdownDeck(readTextFile(file))),
  ),
];

/** All endings that are known, for a message. */
export const importEndings: readonly string[] = importFormats.flatMap(({ endings }) => endings);

/**
 * Brings a file in: decks with their progress, or a whole export. Everything is read and proven first; then it goes in
 * at once. Throws a ProblemError with nothing changed.
 */
export function importFile(profile: Profile, file: string, at: Instant): BroughtIn {
  const format = findFormat(file);
  return withStaging(profile, folder => format.bring(profile, file, folder, at));
}

function findFormat(file: string): ImportFormat {
  const ending = path.extname(file).toLowerCase();
  const format = importFormats.find(({ endings }) => endings.includes(ending));
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new ProblemError('invalid', `${file} is not there or is no file.`, 'Check the path.');
  if (format) return format;
  throw new ProblemError(
    'invalid',
    `“${path.basename(file)}” is of no kind that Baseline knows.`,
    `It takes files that end with ${importEndings.join(', ')}.`,
  );
}

/**
 * Gives `work` an empty folder beside what the profile keeps, so that a picture is moved and not copied. What a
 * killed import left there goes first.
 */
function withStaging<T>({ dir }: Profile, work: (folder: string) => T): T {
  const folder = path.join(dir, 'incoming');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { mode: 0o700 });
  try {
    return work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
