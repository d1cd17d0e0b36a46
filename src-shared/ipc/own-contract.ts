import { z } from 'zod';
import { cardViewSchema } from '../domain/card-view.ts';
import { deckIdSchema } from '../domain/deck/card-schema.ts';
import { cardIdSchema } from '../domain/ids.ts';

/** The part of the contract that is about writing cards of one's own. */

/** A card as YAML, as it stands (or would stand) in its deck's file. */
const cardText = z.string().max(200_000);

const draftFaultSchema = z.object({
  /** Where in the card, e.g. `options[1].text`; null where it is the whole. */
  field: z.string().nullable(),
  message: z.string(),
});
/** What is wrong with a card that is being written. */
export type DraftFault = z.infer<typeof draftFaultSchema>;

const sidesSchema = cardViewSchema.pick({ body: true, back: true, note: true });

const openedSchema = z.object({
  cardId: cardIdSchema,
  deck: z.object({ id: z.string(), title: z.string() }),
  /** What the file says of the card now. A save names it, so that an edit from outside is noticed. */
  text: cardText,
  /** The same as fields. */
  card: z.record(z.string(), z.unknown()),
});
/** A card of one's own, opened to be edited. */
export type OpenedCard = z.infer<typeof openedSchema>;

/** `theirs` is what the file says now; null where the card is no longer in it. */
const conflict = z.object({ kind: z.literal('conflict'), theirs: cardText.nullable() });

export const ownChannels = {
  'own:open': { input: z.object({ cardId: cardIdSchema }), output: openedSchema },
  /** Reads a card that is being written: both its sides where it is sound, and else what is wrong; and what it says. */
  'own:check': {
    input: z.object({ text: cardText }),
    output: z.object({
      sides: sidesSchema.nullable(),
      faults: z.array(draftFaultSchema),
      fields: z.record(z.string(), z.unknown()),
      /** The fields as lines of YAML. */
      lines: z.string(),
    }),
  },
  /**
   * Writes a card into its deck's file; a new one (`cardId` null) gets an id. `base` is what the file said when the
   * card was opened: where it says something else by now, nothing is written.
   */
  'own:save': {
    input: z.object({
      deck: deckIdSchema,
      cardId: cardIdSchema.nullable(),
      base: cardText.nullable(),
      text: cardText,
      /** The lines are the person's own, and kept as they are; else only the fields count. */
      isText: z.boolean(),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), cardId: cardIdSchema }),
      z.object({ kind: z.literal('faulty'), faults: z.array(draftFaultSchema) }),
      conflict,
    ]),
  },
  /** Takes a card out of its deck's file; its history stays in the log. */
  'own:remove': {
    input: z.object({ cardId: cardIdSchema, base: cardText }),
    output: z.discriminatedUnion('kind', [z.object({ kind: z.literal('removed') }), conflict]),
  },
  /** Begins a deck's file. */
  'own:begin-deck': {
    input: z.object({ title: z.string().trim().min(1).max(200) }),
    output: z.object({ deck: z.string() }),
  },
  /** Keeps a picture, and answers with the address that a card shows it by. */
  'own:add-picture': {
    input: z.object({ content: z.instanceof(Uint8Array) }),
    output: z.object({ address: z.string() }),
  },
} as const;
