import type { Instant } from '../src-shared/domain/study-day.ts';

/** Where time comes from. Everything else in the product is given its time as an argument. */
export type Clock = {
  now(): Instant;
  /** Milliseconds since some moment: they run on evenly, whatever the system's clock is set to. */
  monotonicMs(): number;
};

/** Minutes east of UTC that the system's zone had, or will have, at a moment. */
export function readSystemOffset(atMs: number): number {
  return -new Date(atMs).getTimezoneOffset();
}

/** The system's clock and zone. */
export const systemClock: Clock = {
  now: () => {
    const atMs = Date.now();
    return { atMs, offsetMin: readSystemOffset(atMs) };
  },
  monotonicMs: () => performance.now(),
};

/** Minutes east of UTC at any moment, by the zone of a clock: the system's own, or the one that it was started in. */
export function readOffsets(clock: Clock): (atMs: number) => number {
  return clock === systemClock ? readSystemOffset : () => clock.now().offsetMin;
}

/** A clock that stands still: one command at one moment. */
export function fixClock(at: Instant): Clock {
  return { now: () => at, monotonicMs: () => 0 };
}

/** A clock that starts at a moment and runs on from there: for tests, the tour and trying things out. */
export function startClockAt(start: Instant): Clock {
  const begunMs = Date.now();
  return {
    now: () => ({ atMs: start.atMs + (Date.now() - begunMs), offsetMin: start.offsetMin }),
    monotonicMs: () => performance.now(),
  };
}
