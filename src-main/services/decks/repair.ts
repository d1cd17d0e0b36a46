import path from 'node:path';
import { isMap, isScalar, isSeq } from 'yaml';
import { deckIdSchema } from '../../../src-shared/domain/deck/card-schema.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { hashText } from './read-deck.ts';
import { readDeckFile } from './read-file.ts';
import { replaceDeckFile } from './replace-file.ts';
import { readYaml } from './yaml-text.ts';

/**
 * Gives every card of a deck's text that lacks an id a new one, by inserting one line (or one entry of a
 * `{…}` card) before its first field. Everything else of the text, comments and layout too, stays as it is.
 * `isTaken` knows the ids of all other decks. A text that this would break is left alone.
 */
export function addMissingIds(
  text: string,
  isTaken: (id: string) => boolean,
): { text: string; added: number } {
  const document = readYaml(text);
  const cards = isMap(document.contents) ? document.get('cards') : null;
  if (document.errors.length > 0 || !isSeq(cards)) return { text, added: 0 };
  const deck = deckIdSchema.safeParse(document.get('deck')).data ?? 'card';
  const taken = new Set(
    cards.items.flatMap(item => (isMap(item) && item.has('id') ? [String(item.get('id'))] : [])),
  );
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const inserts = cards.items.flatMap(item => {
    const first = isMap(item) && !item.has('id') ? item.items[0] : undefined;
    const offset = first && isScalar(first.key) ? first.key.range?.[0] : undefined;
    if (!isMap(item) || offset === undefined) return [];
    const asks = String(item.get('ask') ?? item.get('text') ?? 'card');
    const id = chooseId(deck, asks, candidate => taken.has(candidate) || isTaken(candidate));
    taken.add(id);
    const indent = ' '.repeat(offset - (text.lastIndexOf('\n', offset - 1) + 1));
    return [{ offset, line: item.flow ? `id: ${id}, ` : `id: ${id}${newLine}${indent}` }];
  });
  let repaired = text;
  for (const { offset, line } of inserts.reverse())
    repaired = repaired.slice(0, offset) + line + repaired.slice(offset);
  if (readYaml(repaired).errors.length > 0) return { text, added: 0 };
  return { text: repaired, added: inserts.length };
}

/** Repairs a file of the person's own decks folder in place (through a new file, so that it is whole or untouched). */
export function repairDeckFile(file: string, ownDecks: string, isTaken: (id: string) => boolean): number {
  if (path.dirname(path.resolve(file)) !== path.resolve(ownDecks)) {
    throw new ProblemError(
      'invalid',
      'Only files in your own decks folder can be repaired.',
      'Mend any other in an editor of text.',
    );
  }
  const read = readDeckFile(file);
  if (read.text === null) {
    throw new ProblemError(
      'not-found',
      `${path.basename(file)} ${read.problem}.`,
      'Check that it is there, and a text in UTF-8.',
    );
  }
  const repaired = addMissingIds(read.text, isTaken);
  if (repaired.added > 0) replaceDeckFile(file, repaired.text);
  return repaired.added;
}

/** So that the deck's id, this and a number stay within a card id's 120 characters. */
const longestSlug = 50;

/** An id for a card that asks `text`: of its deck and its first words. */
export function chooseId(deck: string, text: string, isTaken: (id: string) => boolean): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug =
    words.slice(0, 5).join('-').slice(0, longestSlug).replace(/-$/, '') || hashText(text).slice(0, 6);
  const base = `${deck}.${slug}`;
  let id = base;
  for (let n = 2; isTaken(id); n++) id = `${base}-${n}`;
  return id;
}
