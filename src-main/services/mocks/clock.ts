import { countRun, isPaused, limitOf, sumCost } from '../../../src-shared/domain/mock/interview-clock.ts';
import type { Clock } from '../../clock.ts';
import type { AttemptRow } from '../../db/queries/mocks.ts';
import type { Profile } from '../profile.ts';
import type { Attempt } from './attempts.ts';

/** The interview whose clock runs in this process, or stands still in it. */
type Held = {
  attemptId: string;
  /** Ms that it had run, without the price of questions, at `sinceMs`. */
  ranMs: number;
  /** Monotonic; null while it stands still. */
  sinceMs: number | null;
  /** What it had run when the machine went to sleep. */
  asleepAtMs: number | null;
};

/**
 * The clock of the open interview. While this process lives, time is monotonic: a changed system clock neither
 * ends nor extends an interview. From one process to the next, a strict one goes by the wall, and never back
 * behind what was done; a practice one goes on where it was seen last.
 */
export type InterviewClock = {
  /** Ms on the interview's own clock; never more than its whole time. */
  read(attempt: Attempt, nowMs: number): number;
  /** Whether it runs here. */
  isRunning(attempt: Attempt): boolean;
  /** Takes an attempt up: from now on it runs here, unless the person stopped it. */
  enter(attempt: Attempt, nowMs: number): void;
  pause(): void;
  resume(): void;
  leave(): void;
  /** The machine goes to sleep, and wakes again: strict takes the wall's word, practice slept as well. */
  sleep(): void;
  wake(attempt: Attempt, nowMs: number): void;
  /** Remembers how far a practice interview has run, for the next process. */
  beat(row: AttemptRow): void;
};

/** Makes the clock of a profile's interviews. It outlives the profile's store, which a reset or a backup replaces. */
export function createInterviewClock(profile: Profile, clock: Clock): InterviewClock {
  let held: Held | null = null;
  const ranOf = ({ ranMs, sinceMs }: Held): number =>
    ranMs + (sinceMs === null ? 0 : Math.max(0, clock.monotonicMs() - sinceMs));
  const holds = (attempt: Attempt): boolean => held?.attemptId === attempt.attemptId;
  const stopAt = (ranMs: number, running: boolean): void => {
    if (held) held = { ...held, ranMs, sinceMs: running ? clock.monotonicMs() : null };
  };
  const byWall = ({ row, events }: Attempt, nowMs: number): number =>
    Math.max(0, nowMs - row.started_at_ms, countRun(events));
  const reopen = (attempt: Attempt, nowMs: number): number =>
    attempt.row.mode === 'strict'
      ? byWall(attempt, nowMs)
      : Math.max(profile.store.mocks.elapsed(attempt.attemptId) ?? 0, countRun(attempt.events));

  return {
    read(attempt, nowMs) {
      const ranMs = held && holds(attempt) ? ranOf(held) : reopen(attempt, nowMs);
      return Math.min(limitOf(attempt.row.minutes), Math.floor(ranMs) + sumCost(attempt.events));
    },
    isRunning: attempt => holds(attempt) && held?.sinceMs !== null,
    enter(attempt, nowMs) {
      if (holds(attempt)) return;
      const sinceMs = isPaused(attempt.events) ? null : clock.monotonicMs();
      const ranMs = reopen(attempt, nowMs);
      held = { attemptId: attempt.attemptId, ranMs, sinceMs, asleepAtMs: null };
    },
    pause() {
      if (held) stopAt(ranOf(held), false);
    },
    resume() {
      if (held) stopAt(ranOf(held), true);
    },
    leave() {
      held = null;
    },
    sleep() {
      if (held) held = { ...held, asleepAtMs: ranOf(held) };
    },
    wake(attempt, nowMs) {
      if (!held || !holds(attempt)) return;
      const running = held.sinceMs !== null;
      const ranMs = ranOf(held);
      if (attempt.row.mode === 'strict') stopAt(Math.max(ranMs, byWall(attempt, nowMs)), running);
      else stopAt(held.asleepAtMs ?? ranMs, running);
      held = { ...held, asleepAtMs: null };
    },
    beat({ attempt_id, mode }) {
      if (held?.attemptId === attempt_id && mode === 'practice')
        profile.store.mocks.keepElapsed(attempt_id, ranOf(held));
    },
  };
}
