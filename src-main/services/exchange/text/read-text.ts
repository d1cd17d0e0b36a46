import type { Incoming } from '../incoming.ts';
import { readCsvDeck } from './csv-deck.ts';
import { readMarkdownDeck } from './markdown-deck.ts';
import { makeDeck, readTextFile, type TextDeck } from './text-deck.ts';

/** The kinds of text that hold cards, each with what its decks’ ids begin with. */
const readers = { csv: readCsvDeck, tsv: readCsvDeck, md: readMarkdownDeck } satisfies Record<
  string,
  (text: string) => TextDeck
>;
export type TextKind = keyof typeof readers;

/** Reads a deck from a table or a text. Throws a ProblemError where it cannot be, or holds no cards. */
export function readTextDeck(file: string, kind: TextKind): Incoming {
  return makeDeck(file, kind, readers[kind](readTextFile(file)));
}
