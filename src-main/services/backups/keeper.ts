import type { BackupReason } from '../../../src-shared/domain/backup/backup.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Profile } from '../profile.ts';
import { checkRestore, describeState, isSaved, makeBackup, putBack } from './backups.ts';

/** Changes wait at most this long to be backed up, in ms. */
const longestWaitMs = 30 * 60_000;

/** Keeps an open profile's backups: at the start, after half an hour of changes, and when asked to. One at a time. */
export type BackupKeeper = ReturnType<typeof createBackupKeeper>;

/** Makes the keeper of an open profile. */
export function createBackupKeeper(profile: Profile) {
  let saved = describeState(profile);
  /** Monotonic; null while nothing changed. */
  let changedAtMs: number | null = null;
  let fault: string | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const make = (reason: BackupReason, at: Instant): Promise<string> => {
    const state = describeState(profile);
    const made = last.then(() => makeBackup(profile, reason, at));
    last = made.catch(() => undefined);
    // What failed is tried again after another wait.
    changedAtMs = null;
    saved = state;
    made.then(
      () => {
        fault = null;
      },
      error => {
        saved = '';
        fault = error instanceof ProblemError ? error.message : 'It could not be written.';
      },
    );
    return made;
  };

  return {
    /** A backup unless there is one of this state; true where it made one. Call it once, when the window is there. */
    async begin(at: Instant): Promise<boolean> {
      if (isSaved(profile)) return false;
      await make('start', at);
      return true;
    },
    /** Makes one if it is due; true where it did. Call it every minute. */
    async tick(at: Instant): Promise<boolean> {
      const nowMs = profile.clock.monotonicMs();
      if (describeState(profile) === saved) changedAtMs = null;
      else if (changedAtMs === null) changedAtMs = nowMs;
      else if (nowMs - changedAtMs >= longestWaitMs) {
        await make('changes', at);
        return true;
      }
      return false;
    },
    create: (at: Instant): Promise<string> => make('hand', at),
    /** Saves what is there and puts another backup in its place; answers with the name of what was saved. */
    async restore(name: string, at: Instant): Promise<string> {
      checkRestore(profile, name);
      const before = await make('restore', at);
      putBack(profile, name);
      saved = describeState(profile);
      return before;
    },
    /** Why the last one failed; null where it did not. */
    fault: (): string | null => fault,
  };
}
