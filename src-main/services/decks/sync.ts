import fs from 'node:fs';
import path from 'node:path';
import type { Card } from '../../../src-shared/domain/deck/card-schema.ts';
import { type CardId, cardIdSchema } from '../../../src-shared/domain/ids.ts';
import { orderNewCards } from '../../../src-shared/domain/queue.ts';
import { titleCard } from '../../../src-shared/domain/render-card.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';
import type { Clock } from '../../clock.ts';
import type { DeckFile, StoredCard } from '../../db/queries/content.ts';
import type { Store } from '../../db/store.ts';
import type { Journal } from '../journal.ts';
import { nameCardEntry, nameDeckEntry, recordEdit, writeCardText, writeDeckText } from '../own/texts.ts';
import { type DeckFolders, nameDeckFile } from './location.ts';
import { hashText, type ReadDeck, readDeck, readDefaults } from './read-deck.ts';
import { type DeckText, hasHash, isDeckFile, readDeckFile, stampFile } from './read-file.ts';

/** The file of the defaults, in the folder of the built-in decks. */
const defaultsFile = 'defaults.yaml';

/**
 * Brings the content cache in line with the deck files: reads those whose stamp and hash changed, retires cards that are
 * gone, follows renames, and orders the new cards. One transaction; answers whether anything changed.
 */
export function syncDecks(profile: DeckFolders & { store: Store; journal: Journal; clock: Clock }): boolean {
  const { store, journal } = profile;
  const known = new Map(store.content.files().map(file => [file.path, file]));
  const found = [
    ...listDecks(profile.builtInDecks, null),
    ...listDecks(profile.ownDecks, profile.clock.now()),
  ];
  const read = (file: FoundFile): TextFile => ({ ...file, ...readDeckFile(file.location) });
  const same = new Set(found.filter(file => isAsRead(file, known.get(file.path))));
  const changed = found
    .filter(file => !same.has(file))
    .map(read)
    // What cannot be read has no other fingerprint than why.
    .filter(file => known.get(file.path)?.hash !== file.hash);
  const present = new Set(found.map(file => file.path));
  const gone = [...known.keys()].filter(file => !present.has(file));
  if (changed.length === 0 && gone.length === 0) {
    putStamps(store, [...same], known);
    return false;
  }
  // A fault may lie in two files at once (an id used twice), so faulty files are read again with any other.
  const changedPaths = new Set(changed.map(file => file.path));
  const again = found
    .filter(file => !changedPaths.has(file.path) && known.get(file.path)?.faults.length)
    .map(read);
  const toRead = [...changed, ...again];

  store.transact(() => {
    for (const file of gone) {
      store.content.retireFile(file);
      store.content.removeFile(file);
    }
    for (const file of toRead) store.content.retireFile(file.path);
    for (const file of toRead) storeFile(store, file, known, profile.clock.now());
    const order = orderNewCards(store.content.activeCards());
    for (const [position, cardId] of order.entries()) store.content.setPosition(cardId, position);
    const at = profile.clock.now();
    settleFormerIds(store, journal, at);
    followRenames(store, journal, at);
  });
  return true;
}

/** A deck's file: its name in the database, where it lies, and its stamp from before it is read. */
type FoundFile = { path: string; location: string; own: boolean; stamp: string | null };
type TextFile = FoundFile & DeckText;

/** The files of a folder: with a moment, of the person's own. The built-in ones are few and have no times to be trusted. */
function listDecks(folder: string, at: Instant | null): FoundFile[] {
  const own = at !== null;
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter(isDeckFile)
    .sort()
    .map(name => {
      const location = path.join(folder, name);
      return { path: nameDeckFile(name, own), location, own, stamp: at && stampFile(location, at) };
    });
}

function isAsRead({ stamp, location }: FoundFile, before: DeckFile | undefined): boolean {
  if (!before) return false;
  return (stamp !== null && stamp === before.stamp) || hasHash(location, before.hash);
}

/** Keeps the stamps of files whose hash had to be taken, so that the next start need not. */
function putStamps(store: Store, same: readonly FoundFile[], known: Known): void {
  const fresh = same.flatMap(({ path, stamp }) =>
    stamp === null || stamp === known.get(path)?.stamp ? [] : [{ path, stamp }],
  );
  if (fresh.length === 0) return;
  store.transact(() => {
    for (const { path, stamp } of fresh) store.content.setStamp(path, stamp);
  });
}

/** Deck files by name, as they were read last. */
type Known = ReadonlyMap<string, DeckFile>;

function storeFile(store: Store, file: TextFile, known: Known, at: Instant): void {
  if (file.text === null) {
    putFile(store, file, null, [
      { file: file.path, line: null, field: null, message: file.problem, repairable: false },
    ]);
    return;
  }
  if (!file.own && path.basename(file.path) === defaultsFile) {
    const { defaults, faults } = readDefaults(file.path, file.text);
    if (faults.length === 0) store.content.replaceDefaults(defaults);
    putFile(store, file, null, faults);
    return;
  }
  const read = readDeck(file.path, file.text, { builtIn: !file.own });
  const before = known.get(file.path)?.deck;
  if (file.own && before && read.deck?.id === before.id) {
    recordEdit(store, nameDeckEntry(before.id), writeDeckText(before), writeDeckText(read.deck), at);
  }
  putFile(store, file, read.deck, [...read.faults, ...storeCards(store, file, read, known, at)]);
}

function putFile(store: Store, file: TextFile, deck: DeckFile['deck'], faults: DeckFault[]): void {
  // What could not be read may be readable later, with nothing about the file changed.
  const stamp = file.text === null ? null : file.stamp;
  store.content.putFile({ path: file.path, own: file.own, hash: file.hash, stamp, deck, faults });
}

/** Stores a deck's cards; a card whose id another file (or an earlier card) has is a fault. */
function storeCards(store: Store, file: TextFile, read: ReadDeck, known: Known, at: Instant): DeckFault[] {
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
    const before = other && known.get(other.path);
    if (file.own && read.deck && other && before?.own && before.deck) {
      const text = writeCardText(before.deck.id, other.content);
      recordEdit(store, nameCardEntry(card.id), text, writeCardText(read.deck.id, card), at);
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

/**
 * Settles whose history is whose where a card stands under an id that was renamed. If the new name is gone (the
 * file went back), the history comes back too; else the card is left out and listed, since it would share it.
 */
function settleFormerIds(store: Store, journal: Journal, at: Instant): void {
  for (const card of store.content.activeCards()) {
    const now = cardIdSchema.parse(store.settings.resolve(card.cardId));
    if (now === card.cardId) continue;
    if (isActive(store, now)) refuseFormerId(store, card, now);
    else moveHistory(store, journal, at, card.cardId, now);
  }
}

/** Moves the history of a card that is gone to the one that says `was:`. None is taken from a card that stands. */
function followRenames(store: Store, journal: Journal, at: Instant): void {
  for (const { cardId, content } of store.content.activeCards()) {
    for (const former of listFormer(content)) {
      const from = cardIdSchema.parse(store.settings.resolve(former));
      if (from === cardId || isActive(store, from) || store.log.ofCard(from).length === 0) continue;
      moveHistory(store, journal, at, cardId, from);
    }
  }
}

function moveHistory(store: Store, journal: Journal, at: Instant, cardId: CardId, from: CardId): void {
  journal.commit(at, [{ type: 'rename', cardId, from }], { undoable: false });
  store.content.removeCard(from);
}

function refuseFormerId(store: Store, card: StoredCard, now: CardId): void {
  store.content.putCard({ ...card, retired: true });
  const file = store.content.files().find(({ path }) => path === card.path);
  if (!file) return;
  const message = `${card.cardId} is the former id of ${now}, so a new card needs another one`;
  const fault = { file: file.path, line: card.line, field: 'id', message, repairable: false };
  store.content.putFile({ ...file, faults: [...file.faults, fault] });
}

function isActive(store: Store, cardId: string): boolean {
  return store.content.card(cardId)?.retired === false;
}

function listFormer(card: Card): CardId[] {
  if (card.was === undefined) return [];
  return (Array.isArray(card.was) ? card.was : [card.was]).map(id => cardIdSchema.parse(id));
}
