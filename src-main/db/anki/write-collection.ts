import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import type { AnkiCard, AnkiDeck, AnkiNote, AnkiNotetype, AnkiReview } from './rows.ts';

/** All that a collection of ours holds. */
export type NewCollection = {
  /** Start of the collection's day 0, and the moment of writing. */
  createdS: number;
  writtenMs: number;
  /** Minutes east of UTC, and the local hour at which a day turns. */
  offsetMin: number;
  dayStartHour: number;
  css: string;
  notetypes: readonly AnkiNotetype[];
  decks: readonly AnkiDeck[];
  notes: readonly AnkiNote[];
  cards: readonly AnkiCard[];
  reviews: readonly AnkiReview[];
};

/** Anki's schema 11, which every reader of its packages knows. */
const schema = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
  left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
`;

/** Made once all rows are there, which is quicker than keeping them up to date. */
const indexes = `
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;

/** Never sent to a server: every row is new to whoever reads it. */
const usn = -1;

/** Writes a new collection into a file that is not there yet. */
export function writeCollection(file: string, collection: NewCollection): void {
  const db = new Database(file);
  try {
    // Should it not come to its end, the file is of no use to anyone.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.exec(schema);
    db.transaction(() => {
      writeHead(db, collection);
      writeNotes(db, collection.notes);
      writeCards(db, collection);
      writeReviews(db, collection.reviews);
      db.exec(indexes);
    })();
  } finally {
    db.close();
  }
}

function writeHead(db: Database.Database, collection: NewCollection): void {
  const { writtenMs, createdS, offsetMin, dayStartHour, notetypes, decks, css } = collection;
  const modS = Math.floor(writtenMs / 1000);
  const byId = <T extends { id: number }>(items: readonly T[]): Record<string, T> =>
    Object.fromEntries(items.map(item => [String(item.id), item]));
  const conf = {
    schedVer: 2,
    sched2021: true,
    fsrs: true,
    rollover: dayStartHour,
    // Minutes west of UTC.
    creationOffset: -offsetMin,
    localOffset: -offsetMin,
    nextPos: collection.cards.length + 1,
    curDeck: 1,
    activeDecks: [1],
    curModel: notetypes[0]?.id ?? null,
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    sortType: 'noteFld',
    sortBackwards: false,
    addToCur: true,
    dayLearnFirst: false,
  };
  db.prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)').run(
    createdS,
    writtenMs,
    writtenMs,
    JSON.stringify(conf),
    JSON.stringify(byId(notetypes.map(type => describeNotetype(type, modS, css)))),
    JSON.stringify(byId([{ id: 1, name: 'Default' }, ...decks].map(deck => describeDeck(deck, modS)))),
    JSON.stringify(byId([deckOptions])),
    '{}',
  );
}

/** In the order of their keys, so that each goes behind the last. */
function inOrder<T extends { id: number }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => a.id - b.id);
}

function writeNotes(db: Database.Database, notes: readonly AnkiNote[]): void {
  const insert = db.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)');
  for (const note of inOrder(notes)) {
    const [first = ''] = note.fields;
    const sortField = stripTags(first);
    insert.run(
      note.id,
      note.guid,
      note.notetypeId,
      note.modS,
      usn,
      note.tags.length > 0 ? ` ${note.tags.join(' ')} ` : '',
      note.fields.join(fieldSeparator),
      sortField,
      sumField(sortField),
      '',
    );
  }
}

function writeCards(db: Database.Database, { cards, writtenMs }: NewCollection): void {
  const modS = Math.floor(writtenMs / 1000);
  const insert = db.prepare(
    'INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const card of inOrder(cards)) {
    insert.run(
      card.id,
      card.noteId,
      card.deckId,
      card.ord,
      modS,
      usn,
      card.type,
      card.queue,
      card.due,
      card.ivl,
      card.factor,
      card.reps,
      card.lapses,
      card.left,
      card.odue,
      card.odid,
      card.flags,
      card.data,
    );
  }
}

function writeReviews(db: Database.Database, reviews: readonly AnkiReview[]): void {
  const insert = db.prepare('INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { id, cardId, ease, ivl, lastIvl, factor, takenMs, type } of reviews)
    insert.run(id, cardId, usn, ease, ivl, lastIvl, factor, takenMs, type);
}

/** Between the fields of a note. */
const fieldSeparator = '\x1f';

function stripTags(html: string): string {
  return html.replace(/<[^>]*>/g, '').trim();
}

/** How Anki finds notes with the same first field: the first 32 bits of its SHA-1. */
function sumField(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0);
}

function describeNotetype({ id, name, cloze, fields, templates }: AnkiNotetype, modS: number, css: string) {
  return {
    id,
    name,
    type: cloze ? 1 : 0,
    mod: modS,
    usn,
    sortf: 0,
    did: null,
    css,
    latexPre: '',
    latexPost: '',
    latexsvg: false,
    req: cloze ? [] : templates.map((_, ord) => [ord, 'any', [0]]),
    tags: [],
    vers: [],
    flds: fields.map((field, ord) => ({
      name: field,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    tmpls: templates.map((template, ord) => ({
      name: template.name,
      ord,
      qfmt: template.front,
      afmt: template.back,
      bqfmt: '',
      bafmt: '',
      did: null,
    })),
  };
}

function describeDeck({ id, name }: AnkiDeck, modS: number) {
  const today = [0, 0];
  return {
    id,
    name,
    mod: modS,
    usn,
    desc: '',
    dyn: 0,
    conf: deckOptions.id,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: today,
    revToday: today,
    lrnToday: today,
    timeToday: today,
  };
}

const deckOptions = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
  rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: 200, hardFactor: 1.2 },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
};
