import type { Jobs } from './exchange/job-task.ts';
import { type RunningJob, startJob } from './exchange/jobs.ts';
import type { Profile } from './profile.ts';

/** Jobs that only read the database. */
type ReadingName = 'count' | 'plan';

/** What a reading holds for: the store (another one where the file was replaced), what was written, and what was asked. */
type State = readonly [store: Profile['store'], changes: number, asked: string];

/**
 * Has a worker read what takes long, while the window goes on. One reads at a time, and what it came to is told again
 * until something was written or something else is asked, such as on another day; where that happens meanwhile it begins
 * anew, and all who wait are told the later answer.
 */
export function createReading<N extends ReadingName>(
  profile: Profile,
  name: N,
): (input: Jobs[N]['input']) => Promise<Jobs[N]['output']> {
  let latest: { state: State; job: RunningJob<N> } | null = null;

  const wait = async (asked: NonNullable<typeof latest>): Promise<Jobs[N]['output']> => {
    try {
      const value = await asked.job.done;
      if (latest === asked || latest === null) return value;
    } catch (error) {
      if (latest === asked) latest = null;
      if (latest === null) throw error;
    }
    return wait(latest);
  };

  return input => {
    const state: State = [profile.store, profile.store.countChanges(), JSON.stringify(input)];
    if (!latest?.state.every((part, index) => part === state[index])) {
      latest?.job.cancel();
      latest = { state, job: startJob(name, input, () => undefined) };
    }
    return wait(latest);
  };
}
