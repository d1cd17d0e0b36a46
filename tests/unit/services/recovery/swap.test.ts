import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  finishSwap,
  isSwapDecided,
  prepareSwap,
  swapNow,
} from '../../../../src-main/services/recovery/swap.ts';
import { makeFolder } from '../../../helpers/profile.ts';

/** A folder with a database, and another one laid ready. The files are no databases: nothing here reads them. */
function layReady(): { dir: string; database: string } {
  const dir = makeFolder();
  const database = path.join(dir, 'baseline.db');
  fs.writeFileSync(database, 'old');
  prepareSwap(dir, file => fs.writeFileSync(file, 'new'));
  expect([isSwapDecided(dir), fs.readFileSync(database, 'utf8')]).toEqual([true, 'old']);
  return { dir, database };
}

test('a database that was laid ready takes the place at once, or at the next start', () => {
  for (const swap of [swapNow, finishSwap]) {
    const { dir, database } = layReady();
    swap(dir);
    expect([isSwapDecided(dir), fs.readFileSync(database, 'utf8')]).toEqual([false, 'new']);
  }
});

test('where it cannot, and the process goes on with the old one, no later start puts it over what was written since', () => {
  const { dir, database } = layReady();
  // What cannot be removed as a file.
  fs.mkdirSync(`${database}-shm`);
  expect(() => swapNow(dir)).toThrow();
  expect(isSwapDecided(dir)).toBe(false);
  fs.rmdirSync(`${database}-shm`);
  fs.writeFileSync(database, 'old, and an answer');
  finishSwap(dir);
  expect(fs.readFileSync(database, 'utf8')).toBe('old, and an answer');
});
