import type { Instant, StudyDay } from '../../src-shared/domain/study-day.ts';
import type { CountedStatistics } from '../../src-shared/ipc/stats-contract.ts';
import { type RunningJob, startJob } from './exchange/jobs.ts';
import type { Profile } from './profile.ts';
import { locateDatabase } from './profile-folder.ts';
import { frameCount } from './statistics.ts';

/** What a count holds for: the store (another one where the file was replaced), what was written, and the day. */
type State = readonly [store: Profile['store'], changes: number, today: StudyDay];

/**
 * Has a worker count what progress is told by, while the window goes on. One counts at a time, and what it came to is
 * told again until something was written or the day has turned; where that happens meanwhile it begins anew, and all who
 * wait are told the later figures.
 */
export function createCounting(profile: Profile): (at: Instant) => Promise<CountedStatistics> {
  let latest: { state: State; job: RunningJob<'count'> } | null = null;

  const wait = async (asked: NonNullable<typeof latest>): Promise<CountedStatistics> => {
    try {
      const value = await asked.job.done;
      if (latest === asked || latest === null) return value;
    } catch (error) {
      if (latest === asked) latest = null;
      if (latest === null) throw error;
    }
    return wait(latest);
  };

  return at => {
    const frame = frameCount(profile, at);
    const state: State = [profile.store, profile.store.countChanges(), frame.today];
    if (!latest?.state.every((part, index) => part === state[index])) {
      latest?.job.cancel();
      const file = locateDatabase(profile.dir);
      latest = { state, job: startJob('count', { ...frame, file }, () => undefined) };
    }
    return wait(latest);
  };
}
