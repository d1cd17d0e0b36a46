import { z } from 'zod';
import { deckIdSchema } from '../../../../src-shared/domain/deck/card-schema.ts';
import { cardIdSchema } from '../../../../src-shared/domain/ids.ts';
import { cardTextSchema, deckTextSchema } from '../../own/texts.ts';

/**
 * The format of an export, in its parts; `docs/export-format.md` is the specification in words. A newer version is
 * refused.
 */
export const formatVersion = 1;

const clock = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const superseded = z.array(z.string().regex(/^\d{16} [0-9a-f]{16}$/, 'is no mark of a version')).max(100_000);

/** A card of the person's own: its versions, the one in force first, and marks of those that were replaced. */
export const cardEntrySchema = z.strictObject({
  id: cardIdSchema,
  superseded,
  versions: z
    .array(z.strictObject({ clock, ...cardTextSchema.shape }))
    .min(1)
    .max(1000),
});
export type CardEntry = z.infer<typeof cardEntrySchema>;

/** The head of a deck of the person's own. */
export const deckEntrySchema = z.strictObject({
  id: deckIdSchema,
  superseded,
  versions: z
    .array(z.strictObject({ clock, ...deckTextSchema.shape }))
    .min(1)
    .max(1000),
});
export type DeckEntry = z.infer<typeof deckEntrySchema>;

/** A picture of the person's own cards, as base64. */
export const pictureSchema = z.strictObject({
  content: z.base64(),
  name: z.string().max(255),
  sha256: z.string().length(64),
});
