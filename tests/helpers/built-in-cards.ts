import fs from 'node:fs';
import path from 'node:path';
import { readDeck } from '../../src-main/services/decks/read-deck.ts';
import { isDeckFile } from '../../src-main/services/decks/read-file.ts';
import type { Card } from '../../src-shared/domain/deck/card-schema.ts';

/** The decks that come with Baseline. */
export const builtInDecks = path.resolve(import.meta.dirname, '..', '..', 'decks');

/** Every card that comes with Baseline, in the order of the files, with its deck's topic. */
export function readBuiltInCards(): { card: Card; topic: string }[] {
  const files = fs.readdirSync(builtInDecks).filter(isDeckFile).sort();
  return files.flatMap(name => {
    const text = fs.readFileSync(path.join(builtInDecks, name), 'utf8');
    const { deck, cards } = readDeck(name, text, { builtIn: true });
    return deck ? cards.map(({ card }) => ({ card, topic: deck.topic })) : [];
  });
}
