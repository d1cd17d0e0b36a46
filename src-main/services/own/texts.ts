import { z } from 'zod';
import { type Card, cardSchema, deckHeadSchema } from '../../../src-shared/domain/deck/card-schema.ts';
import { advanceClock } from '../../../src-shared/domain/events.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Store } from '../../db/store.ts';
import { readStored } from '../../db/stored-json.ts';
import { writeCanonical } from './canonical.ts';
import { beginRegister, editRegister, type Register } from './register.ts';

/** What a version of a card of the person's own says: the card, and the deck in which it stands. */
export const cardTextSchema = z.strictObject({ card: cardSchema, deck: deckHeadSchema.shape.deck });
/** What a version of a deck's head says. */
export const deckTextSchema = z.strictObject({
  title: deckHeadSchema.shape.title,
  topic: deckHeadSchema.shape.topic,
});
export type DeckHead = z.infer<typeof deckTextSchema>;

export const writeCardText = (deck: string, card: Card): string => writeCanonical({ card, deck });
export const writeDeckText = ({ title, topic }: DeckHead): string => writeCanonical({ title, topic });

export const nameCardEntry = (cardId: string): string => `card:${cardId}`;
export const nameDeckEntry = (deckId: string): string => `deck:${deckId}`;

/** What is known of a text: its register, if there is one in JSON, or `present` without a history. */
export function readRegister(json: string | null | undefined, present: string): Register {
  return typeof json === 'string' ? readStored<Register>(json) : beginRegister(present);
}

/** Keeps that a text of the person's own was edited in its file. */
export function recordEdit(store: Store, entry: string, before: string, after: string, at: Instant): void {
  if (before === after) return;
  const register = readRegister(store.ownRegisters.get(entry), before);
  const seen = Math.max(store.log.lastClock(), ...register.versions.map(({ clock }) => clock));
  const next = editRegister(register, after, advanceClock(seen, at.atMs));
  if (next !== register) store.ownRegisters.put(entry, JSON.stringify(next));
}
