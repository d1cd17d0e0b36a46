import type { Memory } from './card-state.ts';
import type { Weights } from './memory.ts';

/** What SM-2 knows of a card: by what its interval grew, and the interval itself. */
export type Sm2State = { easeFactor: number; intervalDays: number };

/** Recall at which SM-2 is taken to ask again: the 0.9 that its intervals were made for. */
const sm2Retention = 0.9;
/** Shortest stability in days that FSRS knows (fsrs-rs `S_MIN`). */
const shortestStability = 0.001;

/**
 * The FSRS memory that fits an SM-2 state: stability such that recall is 0.9 at the end of the interval, and the
 * difficulty at which a Good then would grow stability by the ease factor. The formula is that of fsrs-rs
 * (BSD-3-Clause), `FSRS::memory_state_from_sm2`:
 * S = ivl × (0.9^(1/decay) − 1) ÷ (r^(1/decay) − 1), decay = −w20;
 * D = 11 − (ease − 1) ÷ (e^w8 × S^−w9 × (e^((1−r)×w10) − 1)), within 1 to 10.
 */
export function convertSm2({ easeFactor, intervalDays }: Sm2State, weights: Weights): Memory {
  const w = (index: number): number => weights[index] ?? 0;
  const decay = -w(20);
  const factor = 0.9 ** (1 / decay) - 1;
  const stability = (Math.max(intervalDays, shortestStability) * factor) / (sm2Retention ** (1 / decay) - 1);
  const growth = Math.exp(w(8)) * stability ** -w(9) * Math.expm1((1 - sm2Retention) * w(10));
  const difficulty = 11 - (easeFactor - 1) / growth;
  return { stability, difficulty: Math.min(10, Math.max(1, difficulty)) };
}
