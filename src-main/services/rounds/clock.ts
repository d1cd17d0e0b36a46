import { ROUND_MS } from '../../../src-shared/domain/mock/round-answer.ts';
import type { Clock } from '../../clock.ts';
import type { RoundRow } from '../../db/queries/rounds.ts';

/**
 * The clock of the running round. It runs while a decision is asked, and rests while a verdict is read. While this
 * process lives, time is monotonic: a changed system clock neither ends nor extends a round. From one process to the
 * next, and over a sleep of the machine, it goes by the wall, and never back behind what was answered.
 */
export type RoundClock = {
  /** Ms since the round began; never more than its whole time. From the first reading on it runs here. */
  read(round: RoundRow, nowMs: number): number;
  /** A decision is on screen: its time counts, from now on or already. */
  run(round: RoundRow, nowMs: number): void;
  /** An answer was given: no time counts until the next decision is on screen. */
  rest(round: RoundRow, nowMs: number): void;
  /** True where the clock rests. */
  isResting(round: RoundRow): boolean;
  /** The machine woke from sleep. */
  wake(round: RoundRow, nowMs: number): void;
};

/** Makes the clock of a profile's rounds. `lastAtMs`: when, by the wall, a round's last event was recorded. */
export function createRoundClock(clock: Clock, lastAtMs: (roundId: string) => number): RoundClock {
  let held: { roundId: string; ranMs: number; sinceMs: number | null } | null = null;
  const byWall = ({ round_id, ran_ms }: RoundRow, nowMs: number): number =>
    ran_ms + Math.max(0, nowMs - lastAtMs(round_id));
  const hold = (round: RoundRow, nowMs: number): NonNullable<typeof held> => {
    if (held?.roundId === round.round_id) return held;
    held = { roundId: round.round_id, ranMs: byWall(round, nowMs), sinceMs: clock.monotonicMs() };
    return held;
  };
  const read = (round: RoundRow, nowMs: number): number => {
    const { ranMs, sinceMs } = hold(round, nowMs);
    return sinceMs === null ? ranMs : ranMs + Math.max(0, clock.monotonicMs() - sinceMs);
  };
  const set = (round: RoundRow, ranMs: number, isRunning: boolean): void => {
    held = { roundId: round.round_id, ranMs, sinceMs: isRunning ? clock.monotonicMs() : null };
  };
  const isResting = ({ round_id }: RoundRow): boolean => held?.roundId === round_id && held.sinceMs === null;
  return {
    read: (round, nowMs) => Math.min(ROUND_MS, Math.floor(read(round, nowMs))),
    run: (round, nowMs) => set(round, read(round, nowMs), true),
    rest: (round, nowMs) => set(round, read(round, nowMs), false),
    isResting,
    wake(round, nowMs) {
      if (!isResting(round)) set(round, Math.max(read(round, nowMs), byWall(round, nowMs)), true);
    },
  };
}
