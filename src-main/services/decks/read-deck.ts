import { createHash } from 'node:crypto';
import {
  builtInRequired,
  type Card,
  cardSchema,
  type Default,
  deckHeadSchema,
  defaultsFileSchema,
} from '../../../src-shared/domain/deck/card-schema.ts';
import { checkScenario } from '../../../src-shared/domain/scenario/check.ts';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';
import { listFaults, parseYaml, placeFault } from './yaml-file.ts';

/** A deck as its file holds it: the cards that are sound, and the faults of the others. */
export type ReadDeck = {
  deck: { id: string; title: string; topic: string } | null;
  cards: { card: Card; line: number }[];
  faults: DeckFault[];
};

/**
 * Reads a deck's text. A faulty card is left out and listed with file, line and field; the others are kept.
 * `builtIn` asks for the fields that built-in cards must have.
 */
export function readDeck(file: string, text: string, options: { builtIn: boolean }): ReadDeck {
  const parsed = parseYaml(file, text);
  if ('faults' in parsed) return { deck: null, cards: [], faults: parsed.faults };
  const head = deckHeadSchema.safeParse(parsed.content);
  if (!head.success) return { deck: null, cards: [], faults: listFaults(file, head.error, parsed, []) };
  const cards: ReadDeck['cards'] = [];
  const faults: DeckFault[] = [];
  for (const [index, raw] of head.data.cards.entries()) {
    const base = ['cards', index];
    const result = cardSchema.safeParse(raw);
    if (!result.success) {
      faults.push(...listFaults(file, result.error, parsed, base));
      continue;
    }
    if (result.data.kind === 'scenario') {
      const found = checkScenario(result.data);
      faults.push(
        ...found.map(({ path, message }) => placeFault(file, parsed, [...base, ...path], message, false)),
      );
      if (found.length > 0) continue;
    }
    const missing = options.builtIn ? findMissing(result.data) : [];
    for (const field of missing) {
      faults.push(placeFault(file, parsed, [...base, field], 'is missing', false));
    }
    if (missing.length === 0) cards.push({ card: result.data, line: parsed.at(base) ?? 1 });
  }
  return { deck: { id: head.data.deck, title: head.data.title, topic: head.data.topic }, cards, faults };
}

/** Reads the file of the defaults; any fault in it is a fault of the whole. */
export function readDefaults(file: string, text: string): { defaults: Default[]; faults: DeckFault[] } {
  const parsed = parseYaml(file, text);
  if ('faults' in parsed) return { defaults: [], faults: parsed.faults };
  const result = defaultsFileSchema.safeParse(parsed.content);
  if (!result.success) return { defaults: [], faults: listFaults(file, result.error, parsed, []) };
  return { defaults: result.data.defaults, faults: [] };
}

/** Fingerprint of a text or of a card's content. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function findMissing(card: Card): string[] {
  const needed =
    card.kind === 'scenario' ? builtInRequired.all : [...builtInRequired.all, ...builtInRequired.written];
  return needed.filter(field => !(field in card));
}
