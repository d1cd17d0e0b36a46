import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { CardView } from '../../../src-shared/domain/card-view.ts';
import { type Card, deckIdSchema } from '../../../src-shared/domain/deck/card-schema.ts';
import { type CardId, cardIdSchema } from '../../../src-shared/domain/ids.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { renderCard } from '../../../src-shared/domain/render-card.ts';
import { foldText } from '../../../src-shared/domain/search/fold.ts';
import type { Output } from '../../../src-shared/ipc/contract.ts';
import type { DraftFault, OpenedCard } from '../../../src-shared/ipc/own-contract.ts';
import { readBack } from '../card-views.ts';
import { isIdTaken } from '../decks/list.ts';
import { locateDeckFile } from '../decks/location.ts';
import { readCard, readDeck } from '../decks/read-deck.ts';
import { readDeckFile } from '../decks/read-file.ts';
import { chooseId } from '../decks/repair.ts';
import { replaceDeckFile } from '../decks/replace-file.ts';
import { syncDecks } from '../decks/sync.ts';
import { parseYaml } from '../decks/yaml-file.ts';
import { yamlStyle } from '../decks/yaml-text.ts';
import { writeDeckText } from '../exchange/deck-files.ts';
import type { Profile } from '../profile.ts';
import {
  appendCard,
  type CardPlace,
  findPlace,
  openDeckText,
  removeCard,
  replaceCard,
  writeFields,
} from './card-text.ts';

/** The seed of a preview: what is drawn for it stays the same while one writes. */
const previewSeed = 1;

/** Opens a card of one's own as its file has it now. Throws a ProblemError where it is built in or not there. */
export function openOwnCard(profile: Profile, id: CardId): OpenedCard {
  syncDecks(profile);
  const { file, deck, cardId } = locateOwnCard(profile, id);
  const { place } = readPlace(file, cardId);
  if (!place)
    throw new ProblemError(
      'not-found',
      `${cardId} is no longer in ${path.basename(file)}.`,
      'Look for it in the file itself.',
    );
  return { cardId, deck, text: place.text, card: { ...place.fields } };
}

/** A card that is being written, with both its sides where it is sound. */
export function checkDraft(profile: Profile, text: string): Output<'own:check'> {
  const { card, faults, fields } = readDraft(text, { id: 'new' });
  const lines = stringify(fields, yamlStyle).trimEnd();
  if (!card) return { sides: null, faults, fields, lines };
  const sides: Pick<CardView, 'body' | 'back' | 'note'> = {
    body: renderCard(card, previewSeed),
    back: readBack(profile, card),
    note: '',
  };
  return { sides, faults, fields, lines };
}

type Save = { deck: string; cardId: CardId | null; base: string | null; text: string; isText: boolean };

/**
 * Writes a card into its deck's file, and reads the file again. Nothing is written where the card is faulty, where the
 * file says of it something else than `base`, or where what would be written would not be read as it was meant.
 */
export function saveOwnCard(profile: Profile, save: Save): Output<'own:save'> {
  const { deck, cardId: known, base } = save;
  const file = known === null ? locateDeck(profile, deck) : locateOwnCard(profile, known).file;
  const { opened, place, text } = readPlace(file, known);
  if (known !== null && place?.text !== base) return { kind: 'conflict', theirs: place?.text ?? null };
  const first = readDraft(save.text, { id: known ?? 'new' });
  if (!first.card) return { kind: 'faulty', faults: first.faults };
  const cardId = known ?? nameCard(profile, deck, first.card, text);
  const { id, ...fields } = first.fields;
  if (save.isText && place && id !== cardId) {
    return {
      kind: 'faulty',
      faults: [{ field: 'id', message: `must stay ${cardId}: progress belongs to it` }],
    };
  }
  const card = { id: cardId, ...fields };
  const next = place
    ? replaceCard(opened, place, save.isText ? save.text.trimEnd() : writeFields(place, card), card)
    : appendCard(opened, stringify(card, yamlStyle).trimEnd(), card);
  proveWritten(file, text, next, { ...first.card, id: cardId });
  replaceDeckFile(file, next);
  syncDecks(profile);
  return { kind: 'saved', cardId };
}

/** Takes a card out of its deck's file; what the log says of it stays. */
export function removeOwnCard(profile: Profile, id: CardId, base: string): Output<'own:remove'> {
  const { file, cardId } = locateOwnCard(profile, id);
  const { opened, place, text } = readPlace(file, cardId);
  if (!place || place.text !== base) return { kind: 'conflict', theirs: place?.text ?? null };
  const next = removeCard(opened, place);
  proveWritten(file, text, next, null, cardId);
  replaceDeckFile(file, next);
  syncDecks(profile);
  return { kind: 'removed' };
}

/** Begins a deck's file, empty; answers with the deck's id. */
export function beginOwnDeck(profile: Profile, title: string): string {
  const slug = (foldText(title).match(/[a-z0-9]+/g) ?? ['deck']).join('-').slice(0, 50).replace(/-$/, '');
  const taken = new Set(profile.store.content.files().flatMap(({ deck }) => (deck ? [deck.id] : [])));
  const isFree = (id: string): boolean => !taken.has(id) && !fs.existsSync(nameFile(profile, id));
  let id = slug;
  for (let n = 2; !isFree(id); n++) id = `${slug}-${n}`;
  const text = writeDeckText({ id: deckIdSchema.parse(id), title, topic: id, cards: [] });
  replaceDeckFile(nameFile(profile, id), text);
  syncDecks(profile);
  return id;
}

const nameFile = ({ ownDecks }: Profile, id: string): string => path.join(ownDecks, `${id}.yaml`);

function locateDeck(profile: Profile, deck: string): string {
  const found = profile.store.content.files().find(file => file.own && file.deck?.id === deck);
  if (found) return locateDeckFile(profile, found.path);
  throw new ProblemError(
    'not-found',
    `You have no deck “${deck}”.`,
    'Its file may have been moved away, or be in need of mending: see Decks.',
  );
}

function locateOwnCard(
  profile: Profile,
  id: CardId,
): { file: string; cardId: CardId; deck: OpenedCard['deck'] } {
  const { content, settings } = profile.store;
  // Retired or not: its file may have lost it, or have become unreadable, since it was opened.
  const card = content.card(settings.resolve(id));
  if (!card) throw new ProblemError('not-found', `There is no card “${id}”.`, 'Look for it under Cards.');
  if (!card.path.startsWith('own/')) {
    throw new ProblemError('invalid', 'This card is built in.', 'Only your own cards can be edited here.');
  }
  const deck = content.files().find(file => file.path === card.path)?.deck;
  const name = path.basename(card.path);
  return {
    file: locateDeckFile(profile, card.path),
    cardId: card.cardId,
    deck: deck ?? { id: name, title: name },
  };
}

function readPlace(
  file: string,
  cardId: CardId | null,
): { opened: ReturnType<typeof openDeckText>; place: CardPlace | null; text: string } {
  const name = path.basename(file);
  const { text, problem } = readDeckFile(file);
  if (text === null) throw new ProblemError('not-found', `${name} ${problem}.`, 'Nothing was changed.');
  const opened = openDeckText(name, text);
  return { opened, place: cardId === null ? null : findPlace(opened, cardId), text };
}

type Draft = { card: Card | null; fields: Record<string, unknown>; faults: DraftFault[] };

/** Reads what was written; `own` takes the place of what a person cannot set. */
function readDraft(text: string, own: { id: string }): Draft {
  const parsed = parseYaml('card.yaml', text);
  const fields = 'faults' in parsed ? null : z.record(z.string(), z.unknown()).safeParse(parsed.content);
  if ('faults' in parsed) return { card: null, fields: {}, faults: parsed.faults.map(tellFault) };
  if (!fields?.success) {
    return { card: null, fields: {}, faults: [{ field: null, message: 'write fields, each with a value' }] };
  }
  const written = { ...fields.data, ...own };
  const { card, faults } = readCard('card.yaml', written, { ...parsed, content: written }, []);
  return { card, fields: fields.data, faults: faults.map(tellFault) };
}

const tellFault = ({ field, message }: DraftFault): DraftFault => ({ field, message });

function nameCard(profile: Profile, deck: string, card: Card, text: string): CardId {
  const asks = 'ask' in card ? card.ask : card.text;
  // A card of the file that is faulty is in no list of cards, and has its id all the same.
  const inFile = new Set<unknown>(readIds(text));
  return cardIdSchema.parse(chooseId(deck, asks, id => inFile.has(id) || isIdTaken(profile, id)));
}

function readIds(text: string): unknown[] {
  const parsed = parseYaml('deck.yaml', text);
  const content = z
    .object({ cards: z.array(z.unknown()) })
    .safeParse('faults' in parsed ? null : parsed.content);
  return content.success
    ? content.data.cards.flatMap(card => (typeof card === 'object' && card && 'id' in card ? [card.id] : []))
    : [];
}

/**
 * What is about to be written must be read as the deck before with this one card put in (or, with null, taken out), and
 * nothing else. Throws a ProblemError where it would not.
 */
function proveWritten(file: string, before: string, after: string, card: Card | null, id = card?.id): void {
  const name = path.basename(file);
  const [old, now] = [before, after].map(text => readDeck(name, text, { builtIn: false }));
  const others = (read: typeof old): Card[] =>
    (read?.cards ?? []).flatMap(one => (one.card.id === id ? [] : [one.card]));
  const own = (now?.cards ?? []).filter(one => one.card.id === id).map(one => one.card);
  const isWhole =
    isDeepStrictEqual(own, card ? [card] : []) &&
    isDeepStrictEqual(others(now), others(old)) &&
    isDeepStrictEqual(now?.deck, old?.deck) &&
    (now?.faults.length ?? 0) <= (old?.faults.length ?? 0);
  if (isWhole) return;
  throw new ProblemError(
    'failed',
    `${name} could not be written so that it says what you wrote.`,
    'Edit this card in the file itself. Nothing was changed.',
  );
}
