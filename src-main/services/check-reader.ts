import { withReader } from '../db/create-store.ts';
import { type CheckReport, checkProfile } from './check.ts';

/** Checks a database in a worker, by a connection of its own that only reads, while the window goes on. */
export function checkFile({ file }: { file: string }): CheckReport {
  return withReader(file, store => checkProfile({ store }));
}
