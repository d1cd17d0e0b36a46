import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { PbfWriter } from 'pbf';
import { makeFolder, removeFolder } from '../profile.ts';
import { type ZipEntry, zip } from './unzip.ts';

/** Which of Anki's formats a fixture is made in. */
export const packageFormats = ['anki2', 'anki21', 'anki21b'] as const;
export type PackageFormat = (typeof packageFormats)[number];

export type NotetypeFixture = {
  id: number;
  name: string;
  cloze?: boolean;
  fields: string[];
  templates: [front: string, back: string][];
};
export type NoteFixture = { id: number; guid: string; mid: number; fields: string[]; tags?: string };
export type CardFixture = { id: number; nid: number } & Partial<
  Record<
    | 'did'
    | 'ord'
    | 'type'
    | 'queue'
    | 'due'
    | 'ivl'
    | 'factor'
    | 'reps'
    | 'lapses'
    | 'left'
    | 'odue'
    | 'odid'
    | 'flags',
    number
  >
> & { data?: string };
export type ReviewFixture = {
  id: number;
  cid: number;
  ease?: number;
  ivl?: number;
  lastIvl?: number;
  factor?: number;
  time?: number;
  type?: number;
};

export type CollectionFixture = {
  crt?: number;
  ver?: number;
  /** Minutes west of UTC; null leaves it out. */
  creationOffset?: number | null;
  notetypes?: NotetypeFixture[];
  decks?: Record<number, string>;
  notes?: NoteFixture[];
  cards?: CardFixture[];
  reviews?: ReviewFixture[];
  media?: Record<string, Buffer>;
};

/** 2026-11-01T04:00:00Z. */
export const fixtureStartS = Date.UTC(2026, 10, 1, 4) / 1000;

export const basic: NotetypeFixture = {
  id: 1,
  name: 'Basic',
  fields: ['Front', 'Back'],
  templates: [['{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}']],
};
export const reversed: NotetypeFixture = {
  ...basic,
  id: 2,
  name: 'Basic (and reversed card)',
  templates: [...basic.templates, ['{{Back}}', '{{FrontSide}}<hr id="answer">{{Front}}']],
};
export const typed: NotetypeFixture = {
  ...basic,
  id: 3,
  name: 'Basic (type in the answer)',
  templates: [['{{Front}}\n\n{{type:Back}}', '{{Front}}<hr id=answer>{{type:Back}}']],
};
export const cloze: NotetypeFixture = {
  id: 4,
  name: 'Cloze',
  cloze: true,
  fields: ['Text', 'Back Extra'],
  templates: [['{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Back Extra}}']],
};

/** One pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Writes a package of a format into a new folder; answers with its path. */
export function makePackage(
  format: PackageFormat,
  fixture: CollectionFixture,
  name = 'fixture.apkg',
  change: (entries: ZipEntry[]) => ZipEntry[] = entries => entries,
): string {
  const file = path.join(makeFolder(), name);
  fs.writeFileSync(file, zip(change(packEntries(format, fixture))));
  return file;
}

/** The entries of such a package, for who zips them without a test around it. */
export function packEntries(format: PackageFormat, fixture: CollectionFixture): ZipEntry[] {
  const packed = format === 'anki21b';
  const media = Object.entries(fixture.media ?? {});
  const pack = (content: Buffer): Buffer => (packed ? zstdCompressSync(content) : content);
  const collection = makeCollection(fixture, packed ? 18 : 11);
  // What old programs find in newer packages: a collection that asks them to be updated.
  const dummy = makeCollection({ notes: [], cards: [] }, 11);
  return [
    ...(format === 'anki2' ? [] : [{ name: 'collection.anki2', content: dummy }]),
    { name: `collection.${format}`, content: pack(collection) },
    { name: 'media', content: pack(packed ? writeMediaList(media) : writeMediaMap(media)) },
    ...(packed ? [{ name: 'meta', content: writeMessage(pbf => pbf.writeVarintField(1, 3)) }] : []),
    ...media.map(([, content], index) => ({ name: String(index), content: pack(content) })),
  ];
}

function writeMediaMap(media: readonly [string, Buffer][]): Buffer {
  return Buffer.from(JSON.stringify(Object.fromEntries(media.map(([name], index) => [index, name]))));
}

function writeMediaList(media: readonly [string, Buffer][]): Buffer {
  return writeMessage(pbf => {
    for (const [name, content] of media) {
      pbf.writeMessage(
        1,
        (_: null, entry) => {
          entry.writeStringField(1, name);
          entry.writeVarintField(2, content.length);
        },
        null,
      );
    }
  });
}

function writeMessage(write: (pbf: PbfWriter) => void): Buffer {
  const pbf = new PbfWriter();
  write(pbf);
  return Buffer.from(pbf.finish());
}

const commonTables = `
  CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
  CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
    due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
    lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
  CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
    ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
    type integer NOT NULL);
  CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
    ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
    models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
`;

// NOCASE for now: SQLite takes no table with a collation that it does not know.
const newTables = `
  CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL, mtime_secs integer NOT NULL,
    val blob NOT NULL) WITHOUT ROWID;
  CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE NOCASE,
    mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
  CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE NOCASE,
    config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
  CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE NOCASE,
    mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
  CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE NOCASE,
    mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
  CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
  CREATE UNIQUE INDEX idx_templates_name_ntid ON templates (name, ntid);
  CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
  CREATE UNIQUE INDEX idx_decks_name ON decks (name);
`;

/** A collection of schema 11 or 18, as its file's bytes. */
export function makeCollection(fixture: CollectionFixture, schema: 11 | 18): Buffer {
  return makeDatabase(db => fillCollection(db, fixture, schema));
}

/** An SQLite file's bytes. Works outside of a test too, where tables of cases are made. */
export function makeDatabase(fill: (db: Database.Database) => void): Buffer {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-fixture-'));
  try {
    const file = path.join(folder, 'database');
    const db = new Database(file);
    fill(db);
    db.close();
    return fs.readFileSync(file);
  } finally {
    removeFolder(folder);
  }
}

function fillCollection(db: Database.Database, fixture: CollectionFixture, schema: 11 | 18): void {
  const {
    decks = { 1: 'Default' },
    notetypes = [basic, reversed, typed, cloze],
    creationOffset = 0,
  } = fixture;
  const conf = creationOffset === null ? {} : { creationOffset, rollover: 4, schedVer: 2 };
  db.exec(commonTables);
  if (schema === 18) db.exec(newTables);
  const legacy = schema === 11;
  db.prepare("INSERT INTO col VALUES (1, ?, 0, 0, ?, 0, 0, 0, ?, ?, ?, '{}', '{}')").run(
    fixture.crt ?? fixtureStartS,
    fixture.ver ?? schema,
    legacy ? JSON.stringify(conf) : '',
    legacy ? JSON.stringify(Object.fromEntries(notetypes.map(type => [type.id, describeModel(type)]))) : '',
    legacy
      ? JSON.stringify(Object.fromEntries(Object.entries(decks).map(([id, name]) => [id, { id, name }])))
      : '',
  );
  if (!legacy) writeTables(db, notetypes, decks, conf);
  writeRows(db, fixture);
}

function describeModel({ id, name, cloze, fields, templates }: NotetypeFixture) {
  return {
    id,
    name,
    type: cloze ? 1 : 0,
    flds: fields.map((field, ord) => ({ name: field, ord })),
    tmpls: templates.map(([qfmt, afmt], ord) => ({ name: `Card ${ord + 1}`, ord, qfmt, afmt })),
  };
}

function writeTables(
  db: Database.Database,
  notetypes: readonly NotetypeFixture[],
  decks: Readonly<Record<number, string>>,
  conf: Record<string, number>,
): void {
  const empty = Buffer.alloc(0);
  for (const [key, value] of Object.entries(conf))
    db.prepare('INSERT INTO config VALUES (?, 0, 0, ?)').run(key, Buffer.from(JSON.stringify(value)));
  for (const { id, name, cloze, fields, templates } of notetypes) {
    const config = writeMessage(pbf => {
      if (cloze) pbf.writeVarintField(1, 1);
      pbf.writeStringField(3, '.card { color: black; }');
    });
    db.prepare('INSERT INTO notetypes VALUES (?, ?, 0, 0, ?)').run(id, name, config);
    for (const [ord, field] of fields.entries())
      db.prepare('INSERT INTO fields VALUES (?, ?, ?, ?)').run(id, ord, field, empty);
    for (const [ord, [front, back]] of templates.entries()) {
      const formats = writeMessage(pbf => {
        pbf.writeStringField(1, front);
        pbf.writeStringField(2, back);
      });
      db.prepare('INSERT INTO templates VALUES (?, ?, ?, 0, 0, ?)').run(id, ord, `Card ${ord + 1}`, formats);
    }
  }
  for (const [id, name] of Object.entries(decks))
    db.prepare('INSERT INTO decks VALUES (?, ?, 0, 0, ?, ?)').run(
      Number(id),
      name.replaceAll('::', '\x1f'),
      empty,
      empty,
    );
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  db.exec("UPDATE sqlite_schema SET sql = replace(sql, 'COLLATE NOCASE', 'COLLATE unicase')");
}

function writeRows(db: Database.Database, { notes = [], cards = [], reviews = [] }: CollectionFixture): void {
  for (const { id, guid, mid, fields, tags = '' } of notes)
    db.prepare("INSERT INTO notes VALUES (?, ?, ?, 0, 0, ?, ?, '', 0, 0, '')").run(
      id,
      guid,
      mid,
      tags,
      fields.join('\x1f'),
    );
  const card = db.prepare(
    `INSERT INTO cards VALUES (@id, @nid, @did, @ord, 0, 0, @type, @queue, @due, @ivl, @factor, @reps, @lapses, @left,
       @odue, @odid, @flags, @data)`,
  );
  for (const each of cards)
    card.run({
      did: 1,
      ord: 0,
      type: 0,
      queue: 0,
      due: 0,
      ivl: 0,
      factor: 0,
      reps: 0,
      lapses: 0,
      left: 0,
      odue: 0,
      odid: 0,
      flags: 0,
      data: '',
      ...each,
    });
  const review = db.prepare(
    'INSERT INTO revlog VALUES (@id, @cid, 0, @ease, @ivl, @lastIvl, @factor, @time, @type)',
  );
  for (const each of reviews)
    review.run({ ease: 3, ivl: 1, lastIvl: 0, factor: 2500, time: 5000, type: 1, ...each });
}
