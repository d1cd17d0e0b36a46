import type { BackupReason } from '../../../src-shared/domain/backup/backup.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Profile } from '../profile.ts';
import { clearProfile } from '../recovery/reset.ts';
import { checkRestore, describeState, isSaved, makeBackup, putBack, refuseOpenMock } from './backups.ts';

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

  /** Backups and restores wait for each other: what one reads, another would replace. */
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const write = async (reason: BackupReason, at: Instant): Promise<string> => {
    saved = describeState(profile);
    try {
      const name = await makeBackup(profile, reason, at);
      fault = null;
      return name;
    } catch (error) {
      saved = '';
      fault = error instanceof ProblemError ? error.message : 'It could not be written.';
      throw error;
    }
  };
  const make = (reason: BackupReason, at: Instant): Promise<string> => {
    // What failed is tried again after another wait.
    changedAtMs = null;
    return queue(() => write(reason, at));
  };
  /** The window goes on meanwhile: what was answered while the present was saved is saved too. */
  const saveAll = async (reason: BackupReason, at: Instant): Promise<string> => {
    let state: string;
    let name: string;
    do {
      state = describeState(profile);
      name = await write(reason, at);
    } while (describeState(profile) !== state);
    return name;
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
    restore(name: string, at: Instant): Promise<string> {
      checkRestore(profile, name);
      return queue(async () => {
        const before = await saveAll('restore', at);
        checkRestore(profile, name);
        putBack(profile, name);
        saved = describeState(profile);
        changedAtMs = null;
        return before;
      });
    },
    /** Saves what is there and takes all progress away; answers with the name of what was saved. */
    startOver(at: Instant): Promise<string> {
      refuseOpenMock(profile);
      return queue(async () => {
        const before = await saveAll('hand', at);
        refuseOpenMock(profile);
        clearProfile(profile);
        saved = describeState(profile);
        changedAtMs = null;
        return before;
      });
    },
    /** Does something for which the files of the profile must be at rest. */
    whileNoneIsMade: <T>(work: () => T): Promise<T> => queue(async () => work()),
    /** Why the last one failed; null where it did not. */
    fault: (): string | null => fault,
  };
}
