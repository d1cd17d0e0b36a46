import fs from 'node:fs';
import path from 'node:path';
import type { Card } from '../../../src-shared/domain/deck/card-schema.ts';
import { type CardId, cardIdSchema } from '../../../src-shared/domain/ids.ts';
import { orderNewCards } from '../../../src-shared/domain/queue.ts';
import { titleCard } from '../../../src-shared/domain/render-card.ts';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';
import type { DeckFile } from '../../db/queries/content.ts';
import type { Store } from '../../db/store.ts';
import type { Profile } from '../profile.ts';
import { nameDeckFile } from './location.ts';
import { hashText, largestDeck, type ReadDeck, readDeck, readDefaults } from './read-deck.ts';

/** The file of the defaults, in the folder of the built-in decks. */
const defaultsFile = 'defaults.yaml';

/**
 * Brings the content cache in line with the deck files: reads those whose hash changed, retires cards that are
 * gone, follows renames, and orders the new cards. One transaction; answers whether anything changed.
 */
export function syncDecks(
  profile: Pick<Profile, 'store' | 'journal' | 'clock' | 'builtInDecks' | 'ownDecks'>,
): boolean {
  const { store, journal } = profile;
  const known = new Map(store.content.files().map(file => [file.path, file]));
  const found = [...listDecks(profile.builtInDecks, false), ...listDecks(profile.ownDecks, true)];
  const texts = found.map(file => ({ ...file, ...readText(file.location) }));
  const changed = texts.filter(file => known.get(file.path)?.hash !== file.hash);
  const present = new Set(found.map(file => file.path));
  const gone = [...known.keys()].filter(file => !present.has(file));
  if (changed.length === 0 && gone.length === 0) return false;
  // A fault may lie in two files at once (an id used twice), so faulty files are read again with any other.
  const again = texts.filter(file => !changed.includes(file) && known.get(file.path)?.faults.length);
  const toRead = [...changed, ...again];

  store.transact(() => {
    for (const file of gone) {
      store.content.retireFile(file);
      store.content.removeFile(file);
    }
    for (const file of toRead) store.content.retireFile(file.path);
    for (const file of toRead) storeFile(store, file);
    const order = orderNewCards(store.content.activeCards());
    for (const [position, cardId] of order.entries()) store.content.setPosition(cardId, position);
    for (const { cardId, from } of findRenames(store)) {
      journal.commit(profile.clock.now(), [{ type: 'rename', cardId, from }], { undoable: false });
      store.content.removeCard(from);
    }
  });
  return true;
}

/** A deck's file: its name in the database, and where it lies. */
type FoundFile = { path: string; location: string; own: boolean };
type TextFile = FoundFile & { text: string | null; hash: string; problem: string | null };

function listDecks(folder: string, own: boolean): FoundFile[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter(name => /\.ya?ml$/i.test(name))
    .sort()
    .map(name => ({ path: nameDeckFile(name, own), location: path.join(folder, name), own }));
}

function readText(file: string): { text: string | null; hash: string; problem: string | null } {
  try {
    if (fs.statSync(file).size > largestDeck) {
      return { text: null, hash: 'too large', problem: `is larger than ${largestDeck / 1e6} MB` };
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file));
    return { text, hash: hashText(text), problem: null };
  } catch (error) {
    const problem = error instanceof TypeError ? 'is not UTF-8 text' : 'cannot be read';
    return { text: null, hash: problem, problem };
  }
}

function storeFile(store: Store, file: TextFile): void {
  if (file.text === null) {
    const fault = {
      file: file.path,
      line: null,
      field: null,
      message: file.problem ?? 'cannot be read',
      repairable: false,
    };
    putFile(store, file, null, [fault]);
    return;
  }
  if (!file.own && path.basename(file.path) === defaultsFile) {
    const { defaults, faults } = readDefaults(file.path, file.text);
    if (faults.length === 0) store.content.replaceDefaults(defaults);
    putFile(store, file, null, faults);
    return;
  }
  const read = readDeck(file.path, file.text, { builtIn: !file.own });
  putFile(store, file, read.deck, [...read.faults, ...storeCards(store, file, read)]);
}

function putFile(store: Store, file: TextFile, deck: DeckFile['deck'], faults: DeckFault[]): void {
  store.content.putFile({ path: file.path, own: file.own, hash: file.hash, deck, faults });
}

/** Stores a deck's cards; a card whose id another file (or an earlier card) has is a fault. */
function storeCards(store: Store, file: TextFile, read: ReadDeck): DeckFault[] {
  const faults: DeckFault[] = [];
  for (const { card, line } of read.cards) {
    const other = store.content.card(card.id);
    if (other && !other.retired) {
      const where = other.path === file.path ? `line ${other.line}` : path.basename(other.path);
      faults.push({
        file: file.path,
        line,
        field: 'id',
        message: `${card.id} is already the id of a card in ${where}`,
        repairable: false,
      });
      continue;
    }
    const content = JSON.stringify(card);
    store.content.putCard({
      cardId: card.id,
      path: file.path,
      line,
      topic: read.deck?.topic ?? '',
      sibling: card.default ?? card.id,
      title: titleCard(card),
      content: card,
      hash: hashText(content),
      retired: false,
    });
  }
  return faults;
}

/** Cards that say `was:` and whose history still stands under the former id. */
function findRenames(store: Store): { cardId: CardId; from: CardId }[] {
  return store.content.activeCards().flatMap(({ cardId, content }) =>
    listFormer(content)
      .filter(from => from !== cardId && store.settings.resolve(from) !== cardId)
      .filter(from => (store.content.card(from)?.retired ?? true) && store.log.ofCard(from).length > 0)
      .map(from => ({ cardId, from })),
  );
}

function listFormer(card: Card): CardId[] {
  if (card.was === undefined) return [];
  return (Array.isArray(card.was) ? card.was : [card.was]).map(id => cardIdSchema.parse(id));
}
