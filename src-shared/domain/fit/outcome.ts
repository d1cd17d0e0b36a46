import { z } from 'zod';
import { weightsSchema } from '../memory.ts';

/** What a fit came to. Log losses are of the reviews that were held back: 0 would be perfect foresight. */
export const fittedSchema = z.object({
  kind: z.literal('fitted'),
  scope: z.enum(['initial', 'all']).describe('what was fitted: the four initial stabilities, or all weights'),
  reviews: z.number().int().describe('reviews in the log, a day or more after the answer before'),
  heldBack: z.number().int().describe('of these the latest, which the fit did not see'),
  before: z.number().describe('log loss on them with the weights in force'),
  after: z.number().describe('log loss on them with the fitted weights'),
  better: z.boolean().describe('lower by more than chance (one standard error)'),
  weights: weightsSchema,
});
export type Fitted = z.infer<typeof fittedSchema>;

/** Too few reviews to fit. */
export const refusedSchema = z.object({
  kind: z.literal('refused'),
  reviews: z.number().int(),
  needed: z.number().int(),
});

export const fitOutcomeSchema = z.discriminatedUnion('kind', [fittedSchema, refusedSchema]);
export type FitOutcome = z.infer<typeof fitOutcomeSchema>;

/** A fit’s outcome in plain sentences. */
export function describeFit(outcome: FitOutcome): string[] {
  if (outcome.kind === 'refused') {
    return [
      `Not enough reviews yet: ${outcome.reviews} of ${outcome.needed}.`,
      'With fewer, a difference would be luck. Reviews count from the day after a card was last answered.',
    ];
  }
  const { scope, reviews, heldBack, before, after, better } = outcome;
  const extent =
    scope === 'all'
      ? `Fitted to ${reviews - heldBack} of your reviews.`
      : `Fitted to ${reviews - heldBack} of your reviews. With so few, only the first intervals are fitted.`;
  const losses = `On the latest ${heldBack}, which it did not see, the log loss is ${after.toFixed(3)} instead of ${before.toFixed(3)} (less is better).`;
  return [
    extent,
    losses,
    better ? 'It foresees your memory better.' : 'That is no better, or may be luck, so nothing changes.',
  ];
}
