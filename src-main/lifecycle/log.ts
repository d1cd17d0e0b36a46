import fs from 'node:fs';
import path from 'node:path';
import { formatInstant } from '../../src-shared/domain/study-day.ts';
import type { Clock } from '../clock.ts';
import { describeForLog } from './log-line.ts';

/** Beyond this size the log starts anew, and the one before is kept beside it. */
const maxBytes = 1_000_000;

/**
 * Keeps the details of faults in `faults.log` of a profile folder, for whoever looks into them, without anything that a
 * person wrote; a person is told in words instead. Never throws: a full disk must not turn one fault into two.
 */
export function createLog(dir: string, clock: Clock): (error: unknown) => void {
  const file = path.join(dir, 'faults.log');
  return error => {
    try {
      const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > maxBytes) fs.renameSync(file, `${file}.1`);
      fs.appendFileSync(file, `${formatInstant(clock.now())} ${describeForLog(error)}\n`, { mode: 0o600 });
    } catch {
      console.error(error);
    }
  };
}
