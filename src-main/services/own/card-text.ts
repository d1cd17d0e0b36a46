import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isSeq,
  type Node,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { z } from 'zod';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { readYaml, writeYaml } from '../decks/yaml-text.ts';

/**
 * Changes of single cards in a deck's text. Whatever is not the card, comments and layout too, stays byte for byte as
 * it is; the card's own comments and order stay as well.
 */

/** A card in a deck's text: what its lines say, without the depth at which they stand there. */
export type CardPlace = {
  start: number;
  end: number;
  indent: number;
  text: string;
  map: YAMLMap;
  fields: Fields;
};

type Deck = { text: string; document: Document; cards: YAMLSeq };
type Fields = Readonly<Record<string, unknown>>;

/** Reads a deck's text. Throws a ProblemError where it is none; `name` is its file's. */
export function openDeckText(name: string, text: string): Deck {
  const document = readYaml(text, { prettyErrors: false });
  const [error] = document.errors;
  const cards = isMap(document.contents) ? document.get('cards') : null;
  if (error || !isSeq(cards)) {
    const line = error ? text.slice(0, error.pos[0]).split('\n').length : null;
    throw new ProblemError(
      'invalid',
      line === null ? `${name} holds no list of cards.` : `${name} cannot be read from line ${line} on.`,
      'Mend the file in an editor of text first. Nothing was changed.',
    );
  }
  return { text, document, cards };
}

/** Where a card stands; null where it does not. */
export function findPlace({ text, document, cards }: Deck, cardId: string): CardPlace | null {
  const map = cards.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === cardId);
  if (!map) return null;
  const [start, end] = readRange(map);
  const indent = measureIndent(text, start);
  const own = text.slice(start, end).trimEnd();
  const lines = own.replaceAll('\r\n', '\n').split('\n');
  const margin = ' '.repeat(indent);
  const said = lines.map(line => (line.startsWith(margin) ? line.slice(indent) : line)).join('\n');
  return { start, end: start + own.length, indent, text: said, map, fields: readFields(map, document) };
}

function readFields(map: YAMLMap, document: Document): Fields {
  try {
    return z.record(z.string(), z.unknown()).parse(map.toJS(document, { maxAliasCount: 100 }));
  } catch {
    // It names something that is not there, or so much that it would never end.
    throw refuseBorrowed();
  }
}

function refuseBorrowed(): ProblemError {
  return new ProblemError(
    'invalid',
    'This card borrows from another part of its file.',
    'Edit it in the file itself. Nothing was changed.',
  );
}

/** What a card's lines say with other fields: its comments, its order and what does not change stay. */
export function writeFields(place: CardPlace, card: Fields): string {
  if (place.map.flow) return JSON.stringify(card);
  const document = readYaml(place.text);
  let borrows = !isMap(document.contents);
  visit(document, (_key, node) => {
    borrows ||= isAlias(node);
  });
  if (borrows || document.errors.length > 0) throw refuseBorrowed();
  const before = place.fields;
  for (const name of Object.keys(before)) if (!(name in card)) document.delete(name);
  for (const [name, value] of Object.entries(card)) {
    if (!isDeepStrictEqual(before[name], value))
      document.set(name, commentLike(document.createNode(value), document.get(name, true)));
  }
  return writeYaml(document, 'This card').trimEnd();
}

/** A value with the comments of the one that it takes the place of. */
function commentLike(value: Node, before: unknown): Node {
  if (isNode(before)) {
    value.comment = before.comment ?? null;
    value.commentBefore = before.commentBefore ?? null;
  }
  return value;
}

/** The deck's text with other lines for a card. */
export function replaceCard({ text, cards }: Deck, place: CardPlace, lines: string, card: Fields): string {
  // In a list of braces no card can have lines of its own.
  const own = cards.flow ? JSON.stringify(card) : layOut(lines, place.indent, text);
  return text.slice(0, place.start) + own + text.slice(place.end);
}

/** The deck's text with a card behind the last one. */
export function appendCard({ text, cards }: Deck, lines: string, card: Fields): string {
  const last = cards.items.at(-1);
  if (!isMap(last) || cards.flow) {
    return writeAnew(text, (list, document) => list.add(document.createNode(card)));
  }
  const [start, end] = readRange(last);
  const indent = measureIndent(text, start);
  const after = start + text.slice(start, end).trimEnd().length;
  const item = `${' '.repeat(indent - 2)}- ${layOut(lines, indent, text)}`;
  return text.slice(0, after) + newLineOf(text) + item + text.slice(after);
}

/** The dash of a list before what begins here, perhaps with comments between the two. */
const dashBefore = /-(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*$/;

/** The deck's text without a card. */
export function removeCard({ text, cards }: Deck, place: CardPlace): string {
  const index = cards.items.indexOf(place.map);
  if (cards.flow || cards.items.length === 1) return writeAnew(text, list => void list.delete(index));
  const dash = text.slice(0, place.start).search(dashBefore);
  const start = text.lastIndexOf('\n', dash) + 1;
  const lineEnd = text.indexOf('\n', place.end);
  return text.slice(0, start) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1));
}

/** What the library writes where there is no block of cards to add a line to, or the last one goes. */
function writeAnew(text: string, change: (cards: YAMLSeq, document: Document) => void): string {
  const document = readYaml(text);
  const cards = document.get('cards');
  if (!isSeq(cards)) throw new TypeError('not opened as a deck');
  change(cards, document);
  cards.flow = cards.items.length === 0;
  return writeYaml(document, 'The deck');
}

/** Lines after the first stand as deep as it does. */
function layOut(own: string, indent: number, file: string): string {
  return own
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : ' '.repeat(indent) + line))
    .join(newLineOf(file));
}

const newLineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const measureIndent = (text: string, start: number): number =>
  start - (text.lastIndexOf('\n', start - 1) + 1);

function readRange(node: Node): [number, number] {
  const [start, end] = node.range ?? [];
  if (start === undefined || end === undefined) throw new TypeError('a node that was not parsed');
  return [start, end];
}
