import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { findCards } from '../../../src-main/services/browse.ts';
import { checkProfile } from '../../../src-main/services/check.ts';
import { exportFile } from '../../../src-main/services/exchange/export.ts';
import { readNext } from '../../../src-main/services/review.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { readStatistics } from '../../../src-main/services/statistics.ts';
import { readToday } from '../../../src-main/services/today.ts';
import { findStudyDay } from '../../../src-shared/domain/study-day.ts';
import { channels } from '../../../src-shared/ipc/contract.ts';
import { answering, takingBack } from '../answering.ts';
import { type Collection, openCollection } from '../collection.ts';
import { exporting, importing } from '../exchanging.ts';
import {
  floorAnswer,
  floorCheck,
  floorColumns,
  floorImport,
  floorOpen,
  floorPackage,
  floorSearch,
  floorUndo,
} from '../floors.ts';
import { opening, showingProgress } from '../looking.ts';
import type { Side } from '../measure.ts';
import type { OperationName, Request, Timed } from './protocol.ts';

// Our own side of `npm run bench:peers`, and with the argument `floor` that of the bare floors. Bundled as the app is.

/** What an operation is made of; the package is the one that every program was given. */
type Ground = { collection: Collection; package: string; words: readonly string[] };
type Operations = Partial<Record<OperationName, (ground: Ground) => Side>>;

/** As many as the window shows at once. */
const ROWS = 60;

const ours: Operations = {
  open: ({ collection }) => opening(collection).product,
  counts: ({ collection }) => {
    const profile = openCollection(collection);
    return { run: () => readToday(profile, collection.now).counts.due, close: () => profile.close() };
  },
  next: ({ collection }) => {
    const profile = openCollection(collection);
    const show = () => readNext(profile, { kind: 'today' }, collection.now, false);
    return {
      run: () => void channels['review:answer'].output.parse(show()),
      close: () => profile.close(),
    };
  },
  answer: ({ collection }) => answering(collection),
  undo: ({ collection }) => takingBack(collection),
  search: ({ collection, words }) => {
    const profile = openCollection(collection);
    let turn = 0;
    return {
      run() {
        const search = words[turn++ % words.length] ?? '';
        const asked = { search, order: 'deck', descending: false, offset: 0, limit: ROWS } as const;
        return findCards(profile, asked, collection.now).count;
      },
      close: () => profile.close(),
    };
  },
  plots: ({ collection }) => showingProgress(collection),
  statistics: ({ collection }) => {
    const profile = openCollection(collection);
    return { run: () => readStatistics(profile, collection.now), close: () => profile.close() };
  },
  export: ({ collection }) => exporting(collection, 'apkg'),
  import: ({ collection, package: file }) => importing(collection, file),
  check: ({ collection }) => {
    const profile = openCollection(collection);
    return { run: () => checkProfile(profile).faults.length, close: () => profile.close() };
  },
};

const floors: Operations = {
  open: ({ collection }) => floorOpen(databaseOf(collection), findStudyDay(collection.now, 4)),
  answer: ({ collection }) => floorAnswer(databaseOf(collection)),
  undo: ({ collection }) => floorUndo(databaseOf(collection)),
  search: ({ collection, words }) => floorSearch(databaseOf(collection), words),
  statistics: ({ collection }) => floorColumns(databaseOf(collection)),
  export: ({ collection }) => floorPackage(databaseOf(collection), path.join(collection.dir, 'floor')),
  import: ({ collection }) => floorImport(databaseOf(collection), path.join(collection.dir, 'floor')),
  check: ({ collection }) => floorCheck(databaseOf(collection)),
};

function databaseOf({ dir }: Collection): string {
  return path.join(dir, 'baseline.db');
}

const operations = process.argv[2] === 'floor' ? floors : ours;
/** So much later than its files, which are settled then as they are at any later start. */
const LATER_MS = 600_000;
const loaded: Collection = { dir: '', cards: 0, reviews: 0, now: { atMs: 0, offsetMin: 0 } };
let file = '';
let side: Side | null = null;

/** The collection lies there already; the package is written of it, with limits that let through what is due. */
function load(folder: string, out: string): void {
  loaded.dir = folder;
  loaded.now = { atMs: Date.now() + LATER_MS, offsetMin: 0 };
  file = out;
  if (fs.existsSync(out)) return;
  const profile = openCollection(loaded);
  changeSettings(profile, { newPerDay: 20, reviewsPerDay: 9_999 }, loaded.now);
  exportFile(profile, 'apkg', out, loaded.now);
  profile.close();
}

function begin(op: OperationName, folder: string, words: readonly string[]): { can: boolean } {
  const prepare = operations[op];
  if (!prepare) return { can: false };
  fs.cpSync(loaded.dir, folder, { recursive: true });
  side = prepare({ collection: { ...loaded, dir: folder }, package: file, words });
  return { can: true };
}

async function time(repetitions: number): Promise<Timed> {
  const timed: Timed = { times: [], results: [] };
  for (let n = 0; n < repetitions; n++) {
    side?.before?.();
    const start = performance.now();
    const result = await side?.run();
    timed.times.push(performance.now() - start);
    timed.results.push(typeof result === 'number' ? result : null);
  }
  return timed;
}

async function answer(request: Request): Promise<unknown> {
  switch (request.do) {
    case 'load':
      load(request.folder, request.package);
      return { about: 'journal wal, synchronous 2' };
    case 'begin':
      return begin(request.op, request.folder, request.words);
    case 'time':
      return time(request.repetitions);
    case 'end':
      side?.close?.();
      side = null;
      return {};
  }
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const request: Request = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await answer(request))}\n`);
}
