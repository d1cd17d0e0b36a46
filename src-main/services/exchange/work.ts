import type { JobName, Jobs } from './job-task.ts';
import { startJob, waitForJob } from './jobs.ts';

/** Long work that can be waited for (by a command) or run beside the window, watched and cancelled. */
export type Work<T> = {
  now(): T;
  /** `done` rejects with a CancelledError where it was cancelled; `progress` hears how far it is, 0 to 1. */
  beside(progress: (share: number) => void): { done: Promise<T>; cancel(): void };
};

/** Work whose long part is a job in a worker; `finish` makes the rest of what the job answered with. */
export function workByJob<N extends JobName, T>(
  name: N,
  input: Jobs[N]['input'],
  finish: (output: Jobs[N]['output']) => T,
): Work<T> {
  return {
    now: () => finish(waitForJob(name, input)),
    beside: progress => {
      const { done, cancel } = startJob(name, input, progress);
      return { done: done.then(finish), cancel };
    },
  };
}

/** Work that is over in a moment. */
export function workAtOnce<T>(run: () => T): Work<T> {
  return { now: run, beside: () => ({ done: Promise.resolve().then(run), cancel: () => undefined }) };
}

/** Work, and then what `next` makes of it at once. */
export function thenDo<T, U>(work: Work<T>, next: (value: T) => U): Work<U> {
  return {
    now: () => next(work.now()),
    beside: progress => {
      const { done, cancel } = work.beside(progress);
      return { done: done.then(next), cancel };
    },
  };
}

/** The same work, after which `clean` is called whatever came of it. */
export function cleanAfter<T>(work: Work<T>, clean: () => void): Work<T> {
  return {
    now: () => {
      try {
        return work.now();
      } finally {
        clean();
      }
    },
    beside: progress => {
      const { done, cancel } = work.beside(progress);
      return { done: done.finally(clean), cancel };
    },
  };
}
