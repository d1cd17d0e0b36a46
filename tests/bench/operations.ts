import fs from 'node:fs';
import path from 'node:path';
import { answering } from './answering.ts';
import type { Collection } from './collection.ts';
import { floorAnswer } from './floors.ts';
import type { Often, Pair } from './measure.ts';

/** Something that is promised to be fast. */
export type Operation = {
  name: string;
  /** What is promised, in words. */
  goal: string;
  often: Often;
  /** Makes both sides ready; `copy` gives a copy of the collection that is theirs to change. */
  prepare(copy: () => Collection): Pair | Promise<Pair>;
};

export const operations: readonly Operation[] = [
  {
    name: 'answer',
    goal: 'p99 ≤ 1.5 × the floor',
    often: { warmUp: 100, repetitions: 200 },
    prepare: copy => ({ product: answering(copy()), floor: floorAnswer(databaseOf(copy())) }),
  },
];

/** Copies a closed collection with its decks. */
export function copyCollection(collection: Collection, dir: string): Collection {
  fs.cpSync(collection.dir, dir, { recursive: true });
  return { ...collection, dir };
}

function databaseOf({ dir }: Collection): string {
  return path.join(dir, 'baseline.db');
}
