import { listReviewDays, type Sequence } from './sequence.ts';

/**
 * Reviews that a fit needs. Below `fewest` the fifth that is held back is under twenty answers, and a difference
 * between weights would be luck. Below `allWeights` only the four initial stabilities are fitted: twenty-one
 * weights would follow the accidents of so few answers. Both are `field`.
 */
export const fitLimits = { fewest: 100, allWeights: 400 } as const;

/** Share of the reviews, the latest ones, that the fit does not see and is judged by. */
const heldBackShare = 0.2;

/** What is fitted: the four initial stabilities alone, or all weights. */
export type FitScope = 'initial' | 'all';

/** A fit that can be made, or why it cannot. Reviews on the cut day and later are held back. */
export type Preparation =
  | { kind: 'refused'; reviews: number; needed: number }
  | { kind: 'ready'; reviews: number; scope: FitScope; cutDay: number };

/** Decides whether there is enough to fit, and where the log is cut into what is learnt from and what is judged by. */
export function prepareFit(sequences: readonly Sequence[]): Preparation {
  const days = listReviewDays(sequences);
  const refused = { kind: 'refused', reviews: days.length, needed: fitLimits.fewest } as const;
  const cutDay = days[Math.floor(days.length * (1 - heldBackShare))];
  if (days.length < fitLimits.fewest || cutDay === undefined) return refused;
  // All on one day: nothing would be left to learn from.
  if (days[0] === cutDay) return refused;
  return {
    kind: 'ready',
    reviews: days.length,
    scope: days.length < fitLimits.allWeights ? 'initial' : 'all',
    cutDay,
  };
}
