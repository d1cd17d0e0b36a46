import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { isAsClosed, noteClosed, noteOpen, readLeft, refuseStrangers, writeLeft } from '../../db/left.ts';
import { proveDatabase } from '../../db/open.ts';
import { openStore, type Store } from '../../db/store.ts';
import { syncNames } from '../exchange/whole-file.ts';

/** A database that is open for its one writer. */
export type OwnedStore = { store: Store; close(): void };

/**
 * Opens a profile's database for its one writer: looks whether its files are those that were left, and, unless it was
 * closed in order, through all of it, before anything is trusted. Throws a ProblemError with nothing changed: `damaged`
 * where something is wrong, and where a part of it is lost or strange, without the details that SQLite gives.
 */
export function openOwned(file: string, { hasBackups }: { hasBackups: boolean }): OwnedStore {
  const left = readLeft(file);
  refuseStrangers(file, left, hasBackups);
  if (left?.state === 'found') throw new ProblemError('damaged', 'A part of your log is damaged.', null);
  const isNew = (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
  // A first start that was ended leaves a transaction of SQLite's half done, which only a writer can take back.
  const isBegun = left?.state === 'first';
  if (!isNew && !isBegun && !isAsClosed(file, left)) proveDatabase(file);
  writeLeft(file, { state: isNew || isBegun ? 'first' : 'moving' });
  const store = openStore(file, { readOnly: false });
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    process.off('exit', close);
    writeLeft(file, { state: 'moving' });
    store.close();
    try {
      // SQLite's log must be gone for good before that is noted: where it came back, it would pass for another's.
      syncNames(path.dirname(file));
      noteClosed(file);
    } catch {
      // What is not noted is proven by the next start.
    }
  };
  // A process that ends without a word closes the database, and its log goes without being noted.
  process.on('exit', close);
  try {
    store.touch();
    noteOpen(file);
  } catch {
    // Where nothing can be written, nothing is said of the log either.
    writeLeft(file, { state: 'moving' });
  }
  return { store, close };
}
