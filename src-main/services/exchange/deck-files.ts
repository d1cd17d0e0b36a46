import fs from 'node:fs';
import path from 'node:path';
import { isMap, isSeq, stringify } from 'yaml';
import type { Card } from '../../../src-shared/domain/deck/card-schema.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { readDeckFile } from '../decks/read-file.ts';
import { readYaml, writeYaml, yamlStyle } from '../decks/yaml-text.ts';
import type { IncomingDeck } from './incoming.ts';

/** A deck's file as it will be. */
export type DeckText = { name: string; text: string; cards: number };

/** A file is filled up to here and another begun: what an editor, and the reader of decks, takes with ease. */
export const fullFile = { cards: 4_000, bytes: 8_000_000 };

/**
 * The files that an incoming deck's cards go into: appended to its own where that is there (nothing in it changes),
 * in further ones once it is full. Throws a ProblemError where a file that is there cannot be read.
 */
export function planDeckFiles(folder: string, deck: IncomingDeck): DeckText[] {
  const files: DeckText[] = [];
  let left = deck.cards;
  for (let part = 1; left.length > 0; part++) {
    const id = part === 1 ? deck.id : `${deck.id}-${part}`;
    const title = part === 1 ? deck.title : `${deck.title} (${part})`;
    const name = `${id}.yaml`;
    const before = readExisting(path.join(folder, name));
    const taken = takeCards(left, before);
    left = left.slice(taken.length);
    if (taken.length === 0) continue;
    const text = before
      ? appendCards(name, before.text, taken)
      : writeDeckText({ ...deck, id, title, cards: taken });
    files.push({ name, text, cards: taken.length });
  }
  return files;
}

/** The text of a new deck's file. */
export function writeDeckText({ id, title, topic, cards }: IncomingDeck): string {
  return stringify({ deck: id, title, topic, cards: cards.map(orderFields) }, yamlStyle);
}

/** A card's fields as a person would write them: what it asks first, what is beside it last. */
export function orderFields(card: Card): Record<string, unknown> {
  const { id, kind, reason, tags, ...rest } = card;
  return { id, kind, ...rest, ...(reason ? { reason } : {}), ...(tags ? { tags } : {}) };
}

type Existing = { text: string; cards: number };

function readExisting(file: string): Existing | null {
  if (!fs.existsSync(file)) return null;
  const { text, problem } = readDeckFile(file);
  if (text === null) throw refuse(path.basename(file), problem);
  const document = readYaml(text);
  const cards = isMap(document.contents) ? document.get('cards') : null;
  if (document.errors.length > 0 || !isSeq(cards)) throw refuse(path.basename(file), 'is no deck');
  return { text, cards: cards.items.length };
}

function takeCards(cards: readonly Card[], before: Existing | null): Card[] {
  let count = before?.cards ?? 0;
  let bytes = before?.text.length ?? 0;
  const end = cards.findIndex(card => {
    count++;
    bytes += JSON.stringify(card).length;
    return count > fullFile.cards || bytes > fullFile.bytes;
  });
  return cards.slice(0, end === -1 ? cards.length : end);
}

function appendCards(name: string, text: string, cards: readonly Card[]): string {
  const document = readYaml(text);
  const list = document.get('cards');
  if (!isSeq(list)) throw refuse(name, 'is no deck');
  list.flow = false;
  for (const card of cards) list.add(document.createNode(orderFields(card)));
  return writeYaml(document, name);
}

function refuse(name: string, problem: string): ProblemError {
  return new ProblemError(
    'invalid',
    `New cards belong into ${name} in your decks folder, which ${problem}.`,
    'Mend it or move it away, and import again. Nothing was changed.',
  );
}
