import { z } from 'zod';
import { phases } from '../domain/card-state.ts';
import { cardIdSchema } from '../domain/ids.ts';

/** The part of the contract that is about all cards at once. */

export const cardOrders = ['deck', 'title', 'due', 'stability', 'difficulty', 'lapses'] as const;
export type CardOrder = (typeof cardOrders)[number];

const rowSchema = z.object({
  cardId: cardIdSchema,
  title: z.string(),
  deck: z.string(),
  phase: z.enum(phases),
  /** YYYY-MM-DD; null for a card never answered. */
  dueDate: z.string().nullable(),
  /** Days until recall falls to 90 %; null for a card never answered. */
  stability: z.number().nullable(),
  lapses: z.number().int(),
  suspended: z.boolean(),
  flag: z.number().int(),
  tags: z.array(z.string()),
  /** Of a deck of the person's own, which can be edited here. */
  own: z.boolean(),
});
export type CardLine = z.infer<typeof rowSchema>;

const search = z.string().max(1000);
const sorted = { search, order: z.enum(cardOrders), descending: z.boolean() };

/** More cards than any collection holds. */
export const mostCards = 1_000_000;
const place = z.number().int().min(0).max(mostCards);

/** What can be done to many cards at once. */
export const cardsChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('suspend'), on: z.boolean() }),
  z.object({ kind: z.literal('flag'), flag: z.number().int().min(0).max(4) }),
  z.object({ kind: z.literal('tag'), tag: z.string().trim().min(1).max(60), on: z.boolean() }),
  z.object({ kind: z.literal('forget') }),
  z.object({ kind: z.literal('setDue'), inDays: z.number().int().min(0).max(3650) }),
]);
export type CardsChange = z.infer<typeof cardsChangeSchema>;

/** The channels of the list of all cards. */
export const cardsChannels = {
  /** A window of the cards that a search finds; `problem` says what of it was not understood, and then none are. */
  'cards:find': {
    input: z.object({ ...sorted, offset: place, limit: z.number().int().min(1).max(200) }),
    output: z.object({
      count: z.number().int(),
      rows: z.array(rowSchema),
      problem: z.string().nullable(),
    }),
  },
  /** The ids of a stretch of them, from one place to before another: what is chosen may be far out of sight. */
  'cards:ids': {
    input: z.object({ ...sorted, from: place, to: place }),
    output: z.object({ ids: z.array(cardIdSchema) }),
  },
  /** One action on the cards that are named, or on all that a search finds. */
  'cards:change': {
    input: z.object({
      on: z.union([z.object({ ids: z.array(cardIdSchema).min(1).max(mostCards) }), z.object({ search })]),
      change: cardsChangeSchema,
    }),
    output: z.object({ changed: z.number().int() }),
  },
} as const;
