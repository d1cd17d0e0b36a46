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

/** Work, and then the further work that `next` makes of what came of it; each is half of the way. */
export function thenWork<T, U>(work: Work<T>, next: (value: T) => Work<U>): Work<U> {
  return {
    now: () => next(work.now()).now(),
    beside: progress => {
      const first = work.beside(share => progress(share / 2));
      let cancel = first.cancel;
      const done = first.done.then(value => {
        const second = next(value).beside(share => progress((1 + share) / 2));
        cancel = second.cancel;
        return second.done;
      });
      return { done, cancel: () => cancel() };
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
