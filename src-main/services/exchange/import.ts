import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Profile } from '../profile.ts';
import { locateDatabase } from '../profile-folder.ts';
import { type BroughtIn, bringIn } from './bring-in.ts';
import type { Incoming, IncomingReview } from './incoming.ts';
import { planMerge } from './json/merge.ts';
import type { IncomingExport } from './json/read-json.ts';
import type { LeftOut } from './left-out.ts';
import type { TextKind } from './text/read-text.ts';
import { cleanAfter, thenWork, type Work, workAtOnce, workByJob } from './work.ts';

/** What a file holds, for a person to decide on. */
export type Holds = { cards: number; answers: number; pictures: number; leftOut: LeftOut[] };

/** A file that was read and proven, with nothing of it in the profile yet. */
export type ReadFile = {
  /** What of it would come in. */
  look(): Work<Holds>;
  /** Puts it into the profile, all of it or nothing. */
  bring(at: Instant): Work<BroughtIn>;
};

/** A kind of file that comes in. `folder` is empty, for what is unpacked on the way. */
type ImportFormat = {
  /** Ends of file names, in lower case. */
  endings: readonly string[];
  read(profile: Profile, file: string, folder: string, at: Instant): Work<ReadFile>;
};

/** A table or a list of cards in a text. */
function textFormat(endings: readonly string[], kind: TextKind): ImportFormat {
  return {
    endings,
    read: (profile, file) =>
      workByJob('read-text', { file, kind }, incoming => offerDecks(profile, incoming)),
  };
}

/** Every kind of file that can come in. */
const importFormats: readonly ImportFormat[] = [
  {
    endings: ['.json', '.baseline'],
    read: (profile, file, folder) =>
      workByJob('read-json', { file, folder }, incoming => offerExport(profile, incoming)),
  },
  {
    endings: ['.apkg', '.colpkg'],
    read: (profile, file, folder, at) => {
      const options = { at, weights: profile.journal.weights() };
      return workByJob('read-anki', { file, folder, options }, incoming => offerDecks(profile, incoming));
    },
  },
  textFormat(['.csv'], 'csv'),
  textFormat(['.tsv'], 'tsv'),
  textFormat(['.md', '.markdown'], 'md'),
];

function offerDecks(profile: Profile, incoming: Incoming): ReadFile {
  const { decks, progress, media, leftOut } = incoming;
  const isAnswer = ({ kind }: IncomingReview): boolean => kind !== 'forget';
  return {
    look: () =>
      workAtOnce(() => ({
        cards: decks.reduce((sum, { cards }) => sum + cards.length, 0),
        answers: progress.reduce((sum, { reviews }) => sum + reviews.filter(isAnswer).length, 0),
        pictures: media.length,
        leftOut,
      })),
    bring: at => workAtOnce(() => bringIn(profile, incoming, at)),
  };
}

function offerExport(profile: Profile, incoming: IncomingExport): ReadFile {
  const { staged, cards, pictures } = incoming;
  return {
    look: () =>
      workByJob('count-staged', { database: locateDatabase(profile.dir), staged }, ({ answers }) => ({
        cards: cards.length,
        answers,
        pictures: pictures.length,
        leftOut: [],
      })),
    bring: at => planMerge(profile, incoming, at),
  };
}

/** All endings that are known, for a message. */
export const importEndings: readonly string[] = importFormats.flatMap(({ endings }) => endings);

/**
 * Brings a file in: decks with their progress, or a whole export. Everything is read and proven first; then it goes in
 * at once. Throws a ProblemError with nothing changed.
 */
export function importFile(profile: Profile, file: string, at: Instant): BroughtIn {
  return planImport(profile, file, at).now();
}

/** The same as work that can be watched. Throws a ProblemError where it cannot begin. */
export function planImport(profile: Profile, file: string, at: Instant): Work<BroughtIn> {
  const { work, clear } = planLook(profile, file, at);
  return cleanAfter(
    thenWork(work, read => read.bring(at)),
    clear,
  );
}

/**
 * Looks into a file and brings nothing in; call `clear` once what was read is not needed any more. Throws a ProblemError
 * where it cannot begin. It has an empty folder beside what the profile keeps, so that a picture is moved and not
 * copied; what a killed import left there goes first.
 */
export function planLook(
  profile: Profile,
  file: string,
  at: Instant,
): { work: Work<ReadFile>; clear(): void } {
  const format = findFormat(file);
  const folder = path.join(profile.dir, 'incoming');
  const clear = (): void => fs.rmSync(folder, { recursive: true, force: true });
  clear();
  fs.mkdirSync(folder, { mode: 0o700 });
  return { work: format.read(profile, file, folder, at), clear };
}

function findFormat(file: string): ImportFormat {
  const ending = path.extname(file).toLowerCase();
  const format = importFormats.find(({ endings }) => endings.includes(ending));
  if (!format) {
    throw new ProblemError(
      'invalid',
      `“${path.basename(file)}” is of no kind that Baseline knows.`,
      `It takes files that end with ${importEndings.join(', ')}.`,
    );
  }
  if (fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return format;
  throw new ProblemError('invalid', `${file} is not there or is no file.`, 'Check the path.');
}
