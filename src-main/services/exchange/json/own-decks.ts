import fs from 'node:fs';
import path from 'node:path';
import { type Document, isMap, isSeq, stringify, type YAMLSeq } from 'yaml';
import type { Card } from '../../../../src-shared/domain/deck/card-schema.ts';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import { readDeckFile } from '../../decks/read-file.ts';
import { readYaml, writeYaml, yamlStyle } from '../../decks/yaml-text.ts';
import type { DeckHead } from '../../own/texts.ts';
import { fullFile, orderFields } from '../deck-files.ts';

/** Changes of the files of a person's own decks, gathered before any is written. */
export type DeckEdits = {
  /** Puts a card into a deck's file, in the place of the one of its id if that is there. */
  putCard(file: string | null, deck: string, card: Card): void;
  removeCard(file: string, cardId: string): void;
  /** Gives every file of a deck this head. */
  setHead(deck: string, head: DeckHead): void;
  /** The files that changed, as they will be, with how many cards were put into each. */
  list(): { name: string; text: string; cards: number }[];
};

type OpenFile = { document: Document; cards: YAMLSeq; put: number; isChanged: boolean };

/**
 * Opens the folder of own decks to be edited; `decks` says which file holds which deck, and `heads` how a deck that has
 * no file begins. What is not touched, comments too, stays as it is.
 */
export function openDeckEdits(
  folder: string,
  decks: ReadonlyMap<string, string>,
  heads: (deck: string) => DeckHead,
): DeckEdits {
  const files = new Map<string, OpenFile>();
  const deckOf = new Map(decks);

  const open = (name: string): OpenFile => {
    const known = files.get(name);
    if (known) return known;
    const opened = readFile(folder, name);
    files.set(name, opened);
    return opened;
  };
  const begin = (deck: string): string => {
    const names = [deck, ...Array.from({ length: 999 }, (_, n) => `${deck}-${n + 2}`)].map(
      one => `${one}.yaml`,
    );
    const name =
      names.find(one => !deckOf.has(one) && !fs.existsSync(path.join(folder, one))) ?? `${deck}.yaml`;
    const document = readYaml(stringify({ deck, ...heads(deck), cards: [] }, yamlStyle));
    files.set(name, { ...readDocument(name, document), isChanged: true });
    deckOf.set(name, deck);
    return name;
  };
  const findRoom = (deck: string): string => {
    const own = [...deckOf].filter(([, id]) => id === deck).map(([name]) => name);
    return own.find(name => open(name).cards.items.length < fullFile.cards) ?? begin(deck);
  };
  return {
    putCard(file, deck, card) {
      const target = open(file ?? findRoom(deck));
      const node = target.document.createNode(orderFields(card));
      const index = findCard(target.cards, card.id);
      target.cards.flow = false;
      if (index < 0) target.cards.add(node);
      else target.cards.items[index] = node;
      target.isChanged = true;
      target.put++;
    },
    removeCard(file, cardId) {
      const source = open(file);
      const index = findCard(source.cards, cardId);
      if (index >= 0) source.cards.items.splice(index, 1);
      source.isChanged = true;
    },
    setHead(deck, { title, topic }) {
      for (const [name] of [...deckOf].filter(([, id]) => id === deck)) {
        const file = open(name);
        file.document.set('title', title);
        file.document.set('topic', topic);
        file.isChanged = true;
      }
    },
    list: () =>
      [...files]
        .filter(([, { isChanged }]) => isChanged)
        .map(([name, { document, put }]) => ({ name, text: writeYaml(document, name), cards: put })),
  };
}

function findCard(cards: YAMLSeq, cardId: string): number {
  return cards.items.findIndex(item => isMap(item) && item.get('id') === cardId);
}

function readFile(folder: string, name: string): OpenFile {
  const { text, problem } = readDeckFile(path.join(folder, name));
  if (text === null) throw refuse(name, problem);
  return readDocument(name, readYaml(text));
}

function readDocument(name: string, document: Document): OpenFile {
  const cards = isMap(document.contents) ? document.get('cards') : null;
  if (document.errors.length > 0 || !isSeq(cards)) throw refuse(name, 'is no deck');
  return { document, cards, put: 0, isChanged: false };
}

function refuse(name: string, problem: string): ProblemError {
  return new ProblemError(
    'invalid',
    `Cards belong into ${name} in your decks folder, which ${problem}.`,
    'Mend it or move it away, and import again. Nothing was changed.',
  );
}
