import fs from 'node:fs';
import path from 'node:path';
import { readDeck } from '../../src-main/services/decks/read-deck.ts';
import type { Card } from '../../src-shared/domain/deck/card-schema.ts';

const folder = path.resolve(import.meta.dirname, '..', '..', 'decks');

/** A scenario card with its common fields. */
export type ScenarioCard = Extract<Card, { kind: 'scenario' }>;

/** Every sound card of the built-in decks. */
export function readBuiltInCards(): Card[] {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.yaml') && name !== 'defaults.yaml')
    .flatMap(name => {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      return readDeck(name, text, { builtIn: true }).cards.map(({ card }) => card);
    });
}

/** The scenario cards of the built-in decks. */
export function readScenarios(): ScenarioCard[] {
  return readBuiltInCards().filter(card => card.kind === 'scenario');
}
