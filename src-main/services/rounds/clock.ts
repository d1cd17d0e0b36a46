import { ROUND_MS } from '../../../src-shared/domain/mock/round-answer.ts';
import type { Clock } from '../../clock.ts';
import type { RoundRow } from '../../db/queries/rounds.ts';

/**
 * The clock of the running round. While this process lives, time is monotonic: a changed system clock neither ends
 * nor extends a round. From one process to the next, and over a sleep of the machine, it goes by the wall, and never
 * back behind what was answered.
 */
export type RoundClock = {
  /** Ms since the round began; never more than its whole time. From the first reading on it runs here. */
  read(round: RoundRow, nowMs: number): number;
  /** The machine woke from sleep. */
  wake(round: RoundRow, nowMs: number): void;
};

/** Makes the clock of a profile's rounds. */
export function createRoundClock(clock: Clock): RoundClock {
  let held: { roundId: string; ranMs: number; sinceMs: number } | null = null;
  const byWall = ({ started_at_ms, ran_ms }: RoundRow, nowMs: number): number =>
    Math.max(ran_ms, nowMs - started_at_ms);
  const run = (round: RoundRow, nowMs: number): number => {
    const sinceMs = clock.monotonicMs();
    if (held?.roundId !== round.round_id)
      held = { roundId: round.round_id, ranMs: byWall(round, nowMs), sinceMs };
    return held.ranMs + Math.max(0, sinceMs - held.sinceMs);
  };
  return {
    read: (round, nowMs) => Math.min(ROUND_MS, Math.floor(run(round, nowMs))),
    wake(round, nowMs) {
      const ranMs = Math.max(run(round, nowMs), byWall(round, nowMs));
      held = { roundId: round.round_id, ranMs, sinceMs: clock.monotonicMs() };
    },
  };
}
