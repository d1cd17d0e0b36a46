import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Profile } from '../profile.ts';
import { type BroughtIn, bringIn } from './bring-in.ts';
import type { Incoming } from './incoming.ts';
import { mergeExport } from './json/merge.ts';
import { readCsvDeck } from './text/csv-deck.ts';
import { readMarkdownDeck } from './text/markdown-deck.ts';
import { makeDeck, readTextFile } from './text/text-deck.ts';
import { cleanAfter, type Work, workAtOnce, workByJob } from './work.ts';

/** A kind of file that comes in. `folder` is empty, for what is unpacked on the way. */
type ImportFormat = {
  /** Ends of file names, in lower case. */
  endings: readonly string[];
  bring(profile: Profile, file: string, folder: string, at: Instant): Work<BroughtIn>;
};

/** A table or a list of cards in a text, which is read in a moment. */
function textFormat(endings: readonly string[], read: (file: string) => Incoming): ImportFormat {
  return {
    endings,
    bring: (profile, file, _folder, at) => workAtOnce(() => bringIn(profile, read(file), at)),
  };
}

/** Every kind of file that can come in. */
const importFormats: readonly ImportFormat[] = [
  {
    endings: ['.json'],
    bring: (profile, file, folder) =>
      workByJob('read-json', { file, folder }, incoming => mergeExport(profile, incoming)),
  },
  {
    endings: ['.apkg', '.colpkg'],
    bring: (profile, file, folder, at) => {
      const options = { at, weights: profile.journal.weights() };
      return workByJob('read-anki', { file, folder, options }, incoming => bringIn(profile, incoming, at));
    },
  },
  textFormat(['.csv'], file => makeDeck(file, 'csv', readCsvDeck(readTextFile(file)))),
  textFormat(['.tsv'], file => makeDeck(file, 'tsv', readCsvDeck(readTextFile(file)))),
  textFormat(['.md', '.markdown'], file => makeDeck(file, 'md', readMarkdownDeck(readTextFile(file)))),
];

/** All endings that are known, for a message. */
export const importEndings: readonly string[] = importFormats.flatMap(({ endings }) => endings);

/**
 * Brings a file in: decks with their progress, or a whole export. Everything is read and proven first; then it goes in
 * at once. Throws a ProblemError with nothing changed.
 */
export function importFile(profile: Profile, file: string, at: Instant): BroughtIn {
  return planImport(profile, file, at).now();
}

/**
 * The same as work that can be watched. Throws a ProblemError where it cannot begin. It has an empty folder beside what
 * the profile keeps, so that a picture is moved and not copied; what a killed import left there goes first.
 */
export function planImport(profile: Profile, file: string, at: Instant): Work<BroughtIn> {
  const format = findFormat(file);
  const folder = path.join(profile.dir, 'incoming');
  const clear = (): void => fs.rmSync(folder, { recursive: true, force: true });
  clear();
  fs.mkdirSync(folder, { mode: 0o700 });
  return cleanAfter(format.bring(profile, file, folder, at), clear);
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
