import type { Weights } from '../../../../src-shared/domain/memory.ts';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import { findStudyDay, type Instant } from '../../../../src-shared/domain/study-day.ts';
import { readSystemOffset } from '../../../clock.ts';
import type { ReadCollection } from '../../../db/anki/read-collection.ts';
import type { AnkiCard, AnkiNote } from '../../../db/anki/rows.ts';
import { slugDeck } from '../deck-slug.ts';
import type { Incoming, IncomingDeck, IncomingReview } from '../incoming.ts';
import { createReport, type Report } from '../left-out.ts';
import type { Watch } from '../watch.ts';
import { makeCard, makeCardId } from './make-card.ts';
import { type Converter, createConverter } from './media-in.ts';
import { openPackage } from './open-package.ts';
import { type ReadContext, readProgress, readReview } from './progress-in.ts';
import { hasSound, type NoteProblem, renderNote } from './render-note.ts';

/** What reading a package depends on beside the package. */
export type ReadOptions = { at: Instant; weights: Weights };

/** Cards of one import at most. */
const mostCards = 200_000;
/** Steps of the log that are read at most. */
const mostReviews = 5_000_000;

/**
 * Reads an .apkg or a .colpkg of any version into what would come in, with its pictures in `folder`; changes nothing
 * else. Throws a ProblemError for a file that is no package, damaged, harmful or newer.
 */
export async function readPackage(
  file: string,
  folder: string,
  { at, weights }: ReadOptions,
  watch: Watch,
): Promise<Incoming> {
  const report = createReport();
  const source = await openPackage(file, folder);
  try {
    const { collection } = source;
    const offsetMin = collection.offsetMin ?? readSystemOffset(collection.createdS * 1000);
    const firstDay = findStudyDay({ atMs: collection.createdS * 1000, offsetMin }, 0);
    const context: ReadContext = { at, firstDay, offsetMin, weights };
    const notes = readNotes(collection, report, watch);
    const cards = readCards(collection, report, watch);
    const reviews = readReviews(collection, new Set(cards.map(({ id }) => id)), context, report, watch);
    const converter = createConverter(source.readMedia, folder, report);
    return await gather({ collection, notes, cards, reviews, converter, context, report, watch });
  } finally {
    source.close();
  }
}

type Gathering = {
  collection: ReadCollection;
  notes: ReadonlyMap<number, AnkiNote>;
  cards: readonly AnkiCard[];
  reviews: ReadonlyMap<number, IncomingReview[]>;
  converter: Converter;
  context: ReadContext;
  report: Report;
  watch: Watch;
};

async function gather(from: Gathering): Promise<Incoming> {
  const { collection, notes, cards, reviews, converter, context, report, watch } = from;
  const decks = new Map<string, IncomingDeck>();
  const progress: Incoming['progress'] = [];
  const seen = new Set<string>();
  for (const [index, card] of cards.entries()) {
    if (index % 100 === 0) {
      watch.check();
      watch.progress(index / cards.length);
    }
    const note = notes.get(card.noteId);
    const notetype = note && collection.notetypes.get(note.notetypeId);
    if (!note || !notetype) {
      report.add('Cards without their note or note type were left out.', String(card.id));
      continue;
    }
    const cardId = makeCardId(note.guid, card.ord);
    if (seen.has(cardId)) continue;
    seen.add(cardId);
    const deckName = collection.decks.get(card.odid || card.deckId) ?? 'Anki';
    const rendered = renderNote(note, notetype, card.ord, deckName);
    if ('problem' in rendered) {
      report.add(problemTexts[rendered.problem], note.guid);
      continue;
    }
    if (hasSound(note)) report.add('Sounds stayed behind: cards here play none.', note.guid);
    const made = await makeCard(cardId, rendered, readTags(note, report), converter.convert);
    if (typeof made === 'string') {
      report.add(made, note.guid);
      continue;
    }
    const deck = decks.get(deckName) ?? startDeck(deckName);
    decks.set(deckName, deck);
    deck.cards.push(made);
    const standing = readProgress(cardId, card, reviews.get(card.id) ?? [], context, report);
    if (standing) progress.push(standing);
  }
  return { decks: [...decks.values()], progress, media: converter.media(), leftOut: report.list() };
}

const problemTexts: Record<NoteProblem, string> = {
  occlusion: 'Image occlusion cards have no kind here and were left out.',
  'no-template': 'Cards whose template is gone were left out.',
  'broken-template': 'Cards whose template is broken were left out.',
  'no-gap': 'Cloze cards whose gap is gone were left out.',
};

function startDeck(name: string): IncomingDeck {
  const title = name.replaceAll('::', ' – ').trim().slice(0, 200) || 'Anki';
  const id = slugDeck('anki', name);
  return { id, title, topic: id, cards: [] };
}

/** What a card of ours may carry. */
const tagLimits = { count: 20, length: 60 };

function readTags({ tags, guid }: AnkiNote, report: Report): string[] {
  const kept = [...new Set(tags)].filter(tag => tag.length <= tagLimits.length).slice(0, tagLimits.count);
  if (kept.length < new Set(tags).size)
    report.add('Tags of more than 60 letters, and more than 20 on a card, were left out.', guid);
  return kept;
}

function readNotes(collection: ReadCollection, report: Report, watch: Watch): Map<number, AnkiNote> {
  const notes = new Map<number, AnkiNote>();
  for (const note of collection.notes()) {
    if (notes.size % 1000 === 0) watch.check();
    if (note === null) report.add('Notes that are damaged or of more than a million letters were left out.');
    else notes.set(note.id, note);
  }
  return notes;
}

/** New cards in their order, then the others. */
function readCards(collection: ReadCollection, report: Report, watch: Watch): AnkiCard[] {
  const cards: AnkiCard[] = [];
  for (const card of collection.cards()) {
    if (cards.length % 1000 === 0) watch.check();
    if (card === null) report.add('Cards that are damaged were left out.');
    else cards.push(card);
    if (cards.length > mostCards)
      throw new ProblemError(
        'invalid',
        `This file has more than ${mostCards.toLocaleString('en-GB')} cards.`,
        'Export fewer decks at a time.',
      );
  }
  const place = (card: AnkiCard): number => (card.type === 0 ? card.due : Number.MAX_SAFE_INTEGER);
  return cards.sort((a, b) => place(a) - place(b) || a.id - b.id);
}

function readReviews(
  collection: ReadCollection,
  cardIds: ReadonlySet<number>,
  context: ReadContext,
  report: Report,
  watch: Watch,
): Map<number, IncomingReview[]> {
  const reviews = new Map<number, IncomingReview[]>();
  let count = 0;
  for (const row of collection.reviews()) {
    if (count++ % 1000 === 0) watch.check();
    if (count > mostReviews) break;
    if (row === null) {
      report.add('Steps of the log that are damaged were left out.');
      continue;
    }
    if (!cardIds.has(row.cardId)) continue;
    const review = readReview(row, context, report);
    if (review === null) continue;
    const ofCard = reviews.get(row.cardId) ?? [];
    ofCard.push(review);
    reviews.set(row.cardId, ofCard);
  }
  for (const ofCard of reviews.values()) ofCard.sort((a, b) => a.atMs - b.atMs);
  return reviews;
}
