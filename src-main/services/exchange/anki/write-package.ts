import path from 'node:path';
import { readMediaAddress } from '../../../../src-shared/domain/media-address.ts';
import { hash32 } from '../../../../src-shared/domain/random.ts';
import { addDays, findStudyDay, type StudyDay } from '../../../../src-shared/domain/study-day.ts';
import type { AnkiCard, AnkiDeck, AnkiNote } from '../../../db/anki/rows.ts';
import { type NewCollection, writeCollection } from '../../../db/anki/write-collection.ts';
import { hasMedia } from '../../media.ts';
import { createReport, type LeftOut, type Report } from '../left-out.ts';
import { dropMarks, gapMarks } from '../markup/gap-marks.ts';
import { toHtml } from '../markup/to-html.ts';
import { writeZip, type ZipPart } from '../write-zip.ts';
import type { Outgoing, OutgoingCard } from './gather.ts';
import { makeGuid, ownNotetypes, ownStyle } from './own-notetypes.ts';
import { writeReviews, writeSchedule } from './schedule-out.ts';

/** What went into a package. */
export type Written = { cards: number; reviews: number; media: number; leftOut: LeftOut[] };

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Ids start here: a moment in ms long before any of today's, so that none looks like a new note. */
const firstId = 1_600_000_100_000;

/**
 * Writes a package that every reader of Anki's format takes: a collection of schema 11 and its media. `folder` is an
 * empty one for what is made on the way.
 */
export async function writePackage(file: string, folder: string, outgoing: Outgoing): Promise<Written> {
  const report = createReport();
  const media = createMediaList(outgoing.mediaFolder, report);
  const collection = makeCollection(outgoing, media, report);
  const collectionFile = path.join(folder, 'collection.anki2');
  writeCollection(collectionFile, collection);

  const names = [...media.names()];
  const map = JSON.stringify(Object.fromEntries(names.map((name, index) => [String(index), name])));
  const pictures: ZipPart[] = names.map((name, index) => ({
    name: String(index),
    content: path.join(outgoing.mediaFolder, name),
  }));
  const parts: ZipPart[] = [
    { name: 'collection.anki2', content: collectionFile, isQuick: true },
    { name: 'media', content: Buffer.from(map) },
    ...pictures,
  ];
  await writeZip(file, parts, new Date(outgoing.at.atMs));
  return {
    cards: collection.cards.length,
    reviews: collection.reviews.length,
    media: names.length,
    leftOut: report.list(),
  };
}

function makeCollection(outgoing: Outgoing, media: MediaList, report: Report): NewCollection {
  const { at, settings, cards, steps } = outgoing;
  const today = findStudyDay(at, settings.dayStartHour);
  const firstDay = findFirstDay(outgoing, today);
  const ids = createIds();
  const deckIds = new Map<string, number>();
  const cardIds = new Map<string, number>();
  const lastAnswers = findLastAnswers(outgoing);
  const notes: AnkiNote[] = [];
  const ankiCards: AnkiCard[] = [];
  for (const [place, card] of cards.entries()) {
    const deck = `Baseline::${card.deck.replaceAll('::', ': ')}`;
    const deckId = deckIds.get(deck) ?? ids.make(`deck ${deck}`);
    deckIds.set(deck, deckId);
    const id = ids.make(`card ${card.cardId}`);
    cardIds.set(card.cardId, id);
    notes.push(makeNote(card, id, at.atMs, media));
    const lastAnswer = lastAnswers.get(card.cardId) ?? null;
    const schedule = writeSchedule(card.state, place + 1, lastAnswer, firstDay, today, outgoing);
    ankiCards.push({ id, noteId: id, deckId, ord: 0, ...schedule });
    reportCard(card, report);
  }
  const decks: AnkiDeck[] = [...deckIds].map(([name, id]) => ({ id, name }));
  return {
    createdS: (firstDay * DAY_MS + settings.dayStartHour * HOUR_MS - at.offsetMin * MINUTE_MS) / 1000,
    writtenMs: at.atMs,
    offsetMin: at.offsetMin,
    dayStartHour: settings.dayStartHour,
    css: ownStyle,
    notetypes: [ownNotetypes.basic, ownNotetypes.cloze],
    decks,
    notes,
    cards: ankiCards,
    reviews: writeReviews(steps, cardIds),
  };
}

/** Day 0 of the collection: the earliest that anything in it names. */
function findFirstDay({ cards, steps }: Outgoing, today: StudyDay): StudyDay {
  const days = [
    ...steps.map(({ day }) => day),
    ...cards.flatMap(({ state }) => [state.lastDay, state.dueDay].filter(day => day !== null)),
  ];
  return addDays(
    today,
    days.reduce((first, day) => Math.min(first, day - today), 0),
  );
}

/** When each card's memory was last decided, in UTC ms. */
function findLastAnswers({ steps }: Outgoing): Map<string, number> {
  return new Map(
    steps
      .filter(({ type }) => type === 'answer' || type === 'memory_set')
      .map(({ cardId, atMs }) => [cardId, atMs]),
  );
}

function makeNote(
  { cardId, note, tags }: OutgoingCard,
  id: number,
  atMs: number,
  media: MediaList,
): AnkiNote {
  const html = (markdown: string): string => toHtml(markdown, media.take);
  const isCloze = note.kind === 'cloze';
  return {
    id,
    guid: makeGuid(cardId),
    notetypeId: isCloze ? ownNotetypes.cloze.id : ownNotetypes.basic.id,
    modS: Math.floor(atMs / 1000),
    // Anki parts tags at blanks.
    tags: tags.map(tag => tag.trim().replace(/\s+/g, '_')),
    fields: isCloze ? [writeCloze(note.pieces, html), html(note.extra)] : [html(note.front), html(note.back)],
  };
}

type Pieces = Extract<OutgoingCard['note'], { kind: 'cloze' }>['pieces'];

/** A gap text as Anki writes it. All gaps are number 1, since ours are hidden together. */
function writeCloze(pieces: Pieces, html: (markdown: string) => string): string {
  const marked = pieces.map(piece => {
    if (piece.kind === 'text') return dropMarks(piece.text);
    const hint = piece.hint === null ? '' : gapMarks.hint + dropMarks(piece.hint);
    return gapMarks.open + dropMarks(piece.answer) + hint + gapMarks.close;
  });
  return (
    html(marked.join(''))
      // As entities they are letters for Anki too, and no borders.
      .replaceAll('{{', '{&#123;')
      .replaceAll('}}', '}&#125;')
      .replaceAll('::', ':&#58;')
      .replaceAll(gapMarks.open, '{{c1::')
      .replaceAll(gapMarks.hint, '::')
      .replaceAll(gapMarks.close, '}}')
  );
}

const kindNotes: Partial<Record<OutgoingCard['kind'], string>> = {
  choice:
    'Choice cards went out as basic ones: their options stand in one order, and Anki does not grade them.',
  number: 'Number cards went out as basic ones: Anki does not grade them.',
  contrast: 'Contrast cards went out as basic ones.',
  scenario: 'Scenario cards went out as basic ones, with the surface of today: Anki draws no new ones.',
};

function reportCard({ cardId, kind, state, tags }: OutgoingCard, report: Report): void {
  const kindNote = kindNotes[kind];
  if (kindNote) report.add(kindNote, cardId);
  if (state.note !== '') report.add('Notes of your own have no place there.', cardId);
  if (tags.some(tag => /\s/.test(tag.trim()))) report.add('Blanks in tags became “_”.', cardId);
}

/** Ids that stay the same from one export to the next, unless two happen to meet. */
function createIds(): { make(name: string): number } {
  const taken = new Set<number>();
  return {
    make: name => {
      let id = firstId + hash32(name);
      while (taken.has(id)) id++;
      taken.add(id);
      return id;
    },
  };
}

type MediaList = {
  /** The name of a picture in the package, which is then in it; null where there is no such picture. */
  take(address: string): string | null;
  names(): ReadonlySet<string>;
};

function createMediaList(folder: string, report: Report): MediaList {
  const names = new Set<string>();
  return {
    take: address => {
      const name = readMediaAddress(address);
      if (name === null || !hasMedia(folder, name)) {
        report.add('Pictures that are not in the profile’s media folder stayed behind.', address);
        return null;
      }
      names.add(name);
      return name;
    },
    names: () => names,
  };
}
