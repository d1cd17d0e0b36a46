import fs from 'node:fs';
import path from 'node:path';
import { findStudyDay } from '../../src-shared/domain/study-day.ts';
import { answering, answeringByPlan, undoing } from './answering.ts';
import type { Collection } from './collection.ts';
import { exporting, importingJson, importingPackage } from './exchanging.ts';
import {
  floorAnswer,
  floorCheck,
  floorColumns,
  floorCsv,
  floorFit,
  floorImport,
  floorJson,
  floorOpen,
  floorPackage,
  floorSearch,
  floorTallies,
  floorUndo,
} from './floors.ts';
import {
  checking,
  counting,
  fitting,
  folding,
  opening,
  searching,
  searchTurns,
  showingProgress,
} from './looking.ts';
import { type Measured, measure, type Often, type Pair } from './measure.ts';
import { generating, scoring } from './mocking.ts';

/** Something that is promised to be fast. */
export type Operation = {
  name: string;
  /** What is promised, in words. */
  goal: string;
  often: Often;
  /** Largest collection on which it is measured. */
  most?: number;
  /** Makes both sides ready; `copy` gives a copy of the collection that is theirs to change. */
  prepare(copy: () => Collection): Pair;
};

/** Work of seconds or minutes: once in each run, and in one run alone on the largest collection. */
const seldom: Often = { warmUp: 0, repetitions: 1, isLong: true };

export const operations: readonly Operation[] = [
  {
    name: 'answer',
    goal: 'p99 ≤ 1.5 ×',
    often: { warmUp: 100, repetitions: 200 },
    prepare: copy => ({ product: answering(copy()), floor: floorAnswer(databaseOf(copy())) }),
  },
  {
    name: 'answer by a plan',
    goal: 'p99 ≤ 1.5 ×',
    often: { warmUp: 100, repetitions: 100 },
    prepare: copy => ({ product: answeringByPlan(copy()), floor: floorAnswer(databaseOf(copy())) }),
  },
  {
    name: 'undo',
    goal: '≤ 1.5 ×',
    often: { warmUp: 50, repetitions: 100 },
    prepare: copy => ({ product: undoing(copy()), floor: floorUndo(databaseOf(copy())) }),
  },
  {
    name: 'open',
    goal: '≤ 10 ms more',
    often: { warmUp: 3, repetitions: 10 },
    prepare: copy => {
      const collection = copy();
      const { product, today } = opening(collection);
      return { product, floor: floorOpen(databaseOf(copy()), today) };
    },
  },
  {
    name: 'search as you type',
    goal: '≤ 1.5 ×',
    often: { warmUp: 20, repetitions: 100 },
    prepare: copy => {
      const collection = copy();
      return { product: searching(collection), floor: floorSearch(databaseOf(collection), searchTurns) };
    },
  },
  {
    name: 'progress: first plots',
    goal: '≤ 100 ms',
    often: { warmUp: 1, repetitions: 5 },
    prepare: copy => {
      const collection = copy();
      const today = findStudyDay(collection.now, 4);
      return { product: showingProgress(collection), floor: floorTallies(databaseOf(copy()), today) };
    },
  },
  {
    name: 'progress: calibration',
    goal: '≤ 2 ×',
    often: seldom,
    prepare: copy => {
      const collection = copy();
      return { product: counting(collection), floor: floorColumns(databaseOf(collection)) };
    },
  },
  {
    name: 'export JSON',
    goal: '≤ 1.5 ×',
    often: seldom,
    prepare: copy => {
      const collection = copy();
      const out = path.join(collection.dir, 'floor.jsonl');
      return { product: exporting(collection, 'json'), floor: floorJson(databaseOf(collection), out) };
    },
  },
  {
    name: 'export CSV',
    goal: '≤ 1.5 ×',
    often: seldom,
    prepare: copy => {
      const collection = copy();
      const out = path.join(collection.dir, 'floor');
      return { product: exporting(collection, 'csv'), floor: floorCsv(databaseOf(collection), out) };
    },
  },
  {
    name: 'export apkg',
    goal: '≤ 1.5 ×',
    often: seldom,
    prepare: copy => {
      const collection = copy();
      return {
        product: exporting(collection, 'apkg'),
        floor: floorPackage(databaseOf(collection), path.join(collection.dir, 'floor')),
      };
    },
  },
  {
    name: 'import JSON',
    goal: '≤ 2 ×',
    often: seldom,
    prepare: copy => {
      const collection = copy();
      return {
        product: importingJson(collection),
        floor: floorImport(databaseOf(collection), path.join(collection.dir, 'floor')),
      };
    },
  },
  {
    name: 'import apkg',
    goal: '≤ 2 ×',
    often: seldom,
    prepare: copy => {
      const collection = copy();
      return {
        product: importingPackage(collection),
        floor: floorImport(databaseOf(collection), path.join(collection.dir, 'floor')),
      };
    },
  },
  {
    name: 'states from the log',
    goal: '≤ 1.67 ×',
    often: seldom,
    prepare: copy => {
      const collection = copy();
      return { product: folding(collection), floor: floorCheck(databaseOf(collection)) };
    },
  },
  {
    name: 'check',
    goal: '≤ 1.67 ×',
    often: seldom,
    prepare: copy => {
      const collection = copy();
      return { product: checking(collection), floor: floorCheck(databaseOf(collection)) };
    },
  },
  {
    name: 'optimise',
    goal: '≤ 1.1 ×',
    often: seldom,
    prepare: copy => {
      const collection = copy();
      return { product: fitting(collection), floor: floorFit(databaseOf(collection)) };
    },
  },
  {
    name: 'score a mock',
    goal: '≤ 5 ms',
    often: { warmUp: 50, repetitions: 100 },
    most: 1_000,
    prepare: () => ({ product: scoring(), floor: null }),
  },
  {
    name: 'generate and check a prompt',
    goal: '≥ 1,000/s',
    often: { warmUp: 200, repetitions: 500 },
    most: 1_000,
    prepare: () => ({ product: generating(), floor: null }),
  },
];

/** Times an operation on copies of a closed collection, which lie in `folder`; `quick` shows only that it runs. */
export function measureOn(
  collection: Collection,
  name: string,
  folder: string,
  pace: 'quick' | 'whole',
): Promise<Measured> {
  const operation = operations.find(one => one.name === name);
  if (!operation) throw new Error(`no operation is called ${name}`);
  let copies = 0;
  const pair = operation.prepare(() => copyCollection(collection, path.join(folder, `${++copies}`)));
  if (pace === 'quick') return measure(pair, { warmUp: 0, repetitions: 1 }, 1);
  const runs = operation.often.isLong && collection.cards >= 100_000 ? 1 : 5;
  return measure(pair, operation.often, runs);
}

/** Copies a closed collection with its decks. */
function copyCollection(collection: Collection, dir: string): Collection {
  fs.cpSync(collection.dir, dir, { recursive: true });
  return { ...collection, dir };
}

function databaseOf({ dir }: Collection): string {
  return path.join(dir, 'baseline.db');
}
