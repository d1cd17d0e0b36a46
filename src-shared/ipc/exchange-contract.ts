import { z } from 'zod';

/** The part of the contract that is about files for, and of, other places. */

export const exportNames = ['json', 'apkg', 'csv', 'report'] as const;
export type ExportName = (typeof exportNames)[number];

const leftOut = z.array(
  z.object({ why: z.string(), count: z.number().int(), examples: z.array(z.string()) }),
);

/** Where an export or an import stands. */
export const exchangeStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({
    kind: z.literal('running'),
    what: z.enum(['export', 'import']),
    /** Name of the file, and how far it is, 0 to 1. */
    name: z.string(),
    share: z.number(),
  }),
  /** A file was looked into, and waits for a word; nothing of it is in the profile. */
  z.object({
    kind: z.literal('chosen'),
    name: z.string(),
    cards: z.number().int(),
    answers: z.number().int(),
    pictures: z.number().int(),
    leftOut,
  }),
  z.object({
    kind: z.literal('exported'),
    file: z.string(),
    /** How much of what, in words. */
    held: z.string(),
    leftOut,
  }),
  z.object({
    kind: z.literal('imported'),
    name: z.string(),
    added: z.number().int(),
    known: z.number().int(),
    progress: z.number().int(),
    reviews: z.number().int(),
    media: z.number().int(),
    leftOut,
  }),
]);
export type ExchangeState = z.infer<typeof exchangeStateSchema>;

/** The channels of export and import. Each asks for the place of the file itself; without one nothing happens. */
export const exchangeChannels = {
  'exchange:get': { input: z.object({}), output: exchangeStateSchema },
  'exchange:export': { input: z.object({ format: z.enum(exportNames) }), output: exchangeStateSchema },
  'exchange:import': { input: z.object({}), output: exchangeStateSchema },
  /** Looks into a file that was dropped on the window. Only the preload calls it, with the path of a real file. */
  'exchange:offer': { input: z.object({ file: z.string().max(4096) }), output: exchangeStateSchema },
  /** Brings in the file that was looked into. */
  'exchange:bring': { input: z.object({}), output: exchangeStateSchema },
  /** Stops what runs, or lets go of the file that was looked into. */
  'exchange:cancel': { input: z.object({}), output: exchangeStateSchema },
  /** Shows the file that was written last in its folder. */
  'exchange:show': { input: z.object({}), output: z.object({}) },
} as const;
