import path from 'node:path';
import { stringify } from 'yaml';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { DeckConflict } from '../../../src-shared/ipc/contract.ts';
import type { Store } from '../../db/store.ts';
import { readStored } from '../../db/stored-json.ts';
import { replaceDeckFile } from '../decks/replace-file.ts';
import { syncDecks } from '../decks/sync.ts';
import { orderFields } from '../exchange/deck-files.ts';
import { openDeckEdits } from '../exchange/json/own-decks.ts';
import type { Profile } from '../profile.ts';
import { listConflicts, type Register, settleConflicts, type Version } from './register.ts';
import { cardTextSchema, deckTextSchema } from './texts.ts';

/** Texts of the person's own that were edited in two places: what stands, and each version that lost against it. */
export function listOwnConflicts(profile: Profile): DeckConflict[] {
  const { content } = profile.store;
  const decks = new Map<string, string>(
    content
      .files()
      .flatMap(({ own, deck }) => (own && deck ? [[`deck:${deck.id}`, deck.title] as const] : [])),
  );
  const findTitle = (entry: string): string | undefined => {
    if (!entry.startsWith('card:')) return decks.get(entry);
    const card = content.card(entry.slice('card:'.length));
    return card && !card.retired ? card.title : undefined;
  };
  return [...profile.store.ownRegisters.all()].flatMap(([entry, json]) => {
    const register = readStored<Register>(json);
    const [present] = register.versions;
    const others = listConflicts(register);
    const title = others.length > 0 ? findTitle(entry) : undefined;
    if (title === undefined || !present) return [];
    return others.map(other => ({
      entry,
      clock: other.clock,
      title,
      stands: writeText(entry, present),
      other: writeText(entry, other),
    }));
  });
}

function writeText(entry: string, { content }: Version): string {
  const value: unknown = JSON.parse(content);
  const shown = entry.startsWith('card:')
    ? orderFields(cardTextSchema.parse(value).card)
    : deckTextSchema.parse(value);
  return stringify(shown, { lineWidth: 0 });
}

/**
 * Decides on a text that was edited in two places: what stands is kept, or the other version takes its place in its
 * file. Either way nothing is left to decide about it. Throws a ProblemError where there is no such version.
 */
export function settleConflict(
  profile: Profile,
  entry: string,
  clock: number,
  use: 'present' | 'other',
): void {
  const { store, ownDecks } = profile;
  const other = listConflicts(readEntry(store, entry)).find(one => one.clock === clock);
  if (!other) {
    throw new ProblemError('not-found', 'That was decided already.', 'Nothing was changed.');
  }
  if (use === 'other') {
    // The file first: until it is on the disk, the register is where this text is kept.
    for (const { name, text } of planFiles(profile, entry, other))
      replaceDeckFile(path.join(ownDecks, name), text);
    syncDecks(profile);
  }
  store.ownRegisters.put(entry, JSON.stringify(settleConflicts(readEntry(store, entry))));
}

function readEntry(store: Store, entry: string): Register {
  const json = store.ownRegisters.get(entry);
  return json === null ? { versions: [], superseded: [] } : readStored<Register>(json);
}

function planFiles(profile: Profile, entry: string, { content }: Version): { name: string; text: string }[] {
  const files = profile.store.content
    .files()
    .flatMap(file => (file.own && file.deck ? [{ ...file, deck: file.deck }] : []));
  const decks = new Map(files.map(({ path: name, deck }) => [path.basename(name), deck.id]));
  const edits = openDeckEdits(profile.ownDecks, decks, deck => ({ title: deck, topic: deck }));
  const value: unknown = JSON.parse(content);
  if (entry.startsWith('deck:')) edits.setHead(entry.slice('deck:'.length), deckTextSchema.parse(value));
  else {
    const { card, deck } = cardTextSchema.parse(value);
    const present = profile.store.content.card(card.id);
    const file = files.find(one => one.path === present?.path);
    if (file && file.deck.id !== deck) edits.removeCard(path.basename(file.path), card.id);
    edits.putCard(file?.deck.id === deck ? path.basename(file.path) : null, deck, card);
  }
  return edits.list();
}
