import type { Instant } from '../../src-shared/domain/study-day.ts';
import { openReader } from '../db/create-store.ts';
import { type CheckReport, checkProfile } from './check.ts';
import { createJournal } from './journal.ts';

/** Checks a database in a worker, by a connection of its own that only reads, while the window goes on. */
export function checkFile({ file, at }: { file: string; at: Instant }): CheckReport {
  const store = openReader(file);
  try {
    return checkProfile({ store, journal: createJournal(store, { at, readOnly: true }) });
  } finally {
    store.close();
  }
}
