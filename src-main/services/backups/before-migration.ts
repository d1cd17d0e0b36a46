import path from 'node:path';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { compareFormat } from '../../db/open.ts';
import { waitForJob } from '../exchange/jobs.ts';
import { locateBackups, nameBackup } from './folder.ts';

/**
 * Backs a profile up whose format is older than this version's, before opening it changes that. Throws a ProblemError
 * where it cannot; then nothing is to be changed.
 */
export function backUpBeforeMigration(profileDir: string, at: Instant): void {
  if (compareFormat(path.join(profileDir, 'baseline.db')) !== 'older') return;
  const name = nameBackup(locateBackups(profileDir), at, 'migration');
  // It is the state of a format that is gone in a moment, so it equals none.
  waitForJob('write-backup', { profileDir, name, about: { at, reason: 'migration', state: '' } });
}
