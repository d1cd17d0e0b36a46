import { z } from 'zod';
import { defaultSchema } from '../domain/deck/card-schema.ts';
import { standings } from '../domain/statistics/mastery.ts';

/** The part of the contract that is about the defaults themselves: what they say, and what hangs on each. */

const masterySchema = z.object({
  cards: z.number().int(),
  met: z.number().int(),
  /** Mean predicted recall now, 0 to 1; null where no card was met. */
  recall: z.number().nullable(),
  standing: z.enum(standings),
});

/** All defaults by topic, with how well each is held. */
export const referenceSchema = z.object({
  topics: z.array(
    z.object({
      topic: z.string(),
      title: z.string(),
      defaults: z.array(
        z.object({ id: z.string(), name: z.string(), default: z.string(), mastery: masterySchema }),
      ),
    }),
  ),
});
export type Reference = z.infer<typeof referenceSchema>;

/** One default with its cards and the interviews that turned on it. */
export const defaultPageSchema = z.object({
  default: defaultSchema,
  mastery: masterySchema,
  /** Of the built-in deck and of the person's own, in deck order; recall is null for a card never met. */
  cards: z.array(
    z.object({
      cardId: z.string(),
      title: z.string(),
      recall: z.number().nullable(),
      suspended: z.boolean(),
    }),
  ),
  /** Interviews handed in whose expected answers name it, the newest first. */
  taken: z.array(z.object({ attemptId: z.string(), title: z.string(), date: z.string(), total: z.number() })),
  /** Prompts never begun that turn on it. They are counted and not named, so that they give nothing away. */
  untaken: z.number().int(),
});
export type DefaultPage = z.infer<typeof defaultPageSchema>;

/** The channels of the defaults. */
export const referenceChannels = {
  'defaults:list': { input: z.object({}), output: referenceSchema },
  'defaults:get': { input: z.object({ id: z.string().max(60) }), output: defaultPageSchema },
} as const;
