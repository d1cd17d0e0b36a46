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
import { listFaults, type Placed, parseYaml, placeFault } from './yaml-file.ts';

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
    const read = readCard(file, raw, parsed, base);
    faults.push(...read.faults);
    if (read.card === null) continue;
    const missing = options.builtIn ? findMissing(read.card) : [];
    for (const field of missing) {
      faults.push(placeFault(file, parsed, [...base, field], 'is missing', false));
    }
    if (missing.length === 0) cards.push({ card: read.card, line: parsed.at(base) ?? 1 });
  }
  return { deck: { id: head.data.deck, title: head.data.title, topic: head.data.topic }, cards, faults };
}

/** One card out of what its file says; null with what is wrong with it. `base` is its place in what was parsed. */
export function readCard(
  file: string,
  raw: unknown,
  parsed: Placed,
  base: readonly PropertyKey[],
): { card: Card | null; faults: DeckFault[] } {
  const result = cardSchema.safeParse(raw);
  if (!result.success) return { card: null, faults: listFaults(file, result.error, parsed, base) };
  const found = result.data.kind === 'scenario' ? checkScenario(result.data) : [];
  return {
    card: found.length === 0 ? result.data : null,
    faults: found.map(({ path, message }) => placeFault(file, parsed, [...base, ...path], message, false)),
  };
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
export function hashText(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function findMissing(card: Card): string[] {
  const needed =
    card.kind === 'scenario' ? builtInRequired.all : [...builtInRequired.all, ...builtInRequired.written];
  return needed.filter(field => !(field in card));
}
