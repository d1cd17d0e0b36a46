import { z } from 'zod';
import { fitOutcomeSchema } from '../domain/fit/outcome.ts';

/** Where a fit of the weights stands. `share` of a running one is 0 to 1. */
export const fitStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('running'), share: z.number() }),
  z.object({ kind: z.literal('done'), outcome: fitOutcomeSchema }),
]);
export type FitState = z.infer<typeof fitStateSchema>;
