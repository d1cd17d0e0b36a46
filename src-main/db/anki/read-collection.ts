import { PbfReader } from 'pbf';
import { z } from 'zod';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { type ForeignDatabase, openForeign } from '../foreign.ts';
import type { AnkiCard, AnkiNote, AnkiNotetype, AnkiReview } from './rows.ts';

/** A collection of Anki's, open to be read. Rows that make no sense come as null. */
export type ReadCollection = {
  /** Start of day 0, in s since 1970. */
  createdS: number;
  /** Minutes east of UTC in which days are counted; null where it is not said. */
  offsetMin: number | null;
  notetypes: ReadonlyMap<number, AnkiNotetype>;
  /** Names of decks, with `::` between levels. */
  decks: ReadonlyMap<number, string>;
  notes(): Generator<AnkiNote | null>;
  cards(): Generator<AnkiCard | null>;
  reviews(): Generator<AnkiReview | null>;
  close(): void;
};

/** Schema 11 keeps note types and decks as JSON; from 15 on they have tables of their own. 18 is the newest known. */
const schemas = { legacy: 11, firstWithTables: 15, newest: 18 };

const id = z.number().int();
const whole = z.number().int();
const colSchema = z.object({
  ver: whole,
  crt: z.number().int().min(0).max(4_102_444_800),
  conf: z.string(),
  models: z.string(),
  decks: z.string(),
});

/** Longest text of a note's fields that is read, in letters. */
const longestFields = 1_000_000;

const noteSchema = z
  .object({ id, guid: z.string().min(1).max(200), mid: id, mod: whole, tags: z.string(), flds: z.string() })
  .transform(
    (row): AnkiNote => ({
      id: row.id,
      guid: row.guid,
      notetypeId: row.mid,
      modS: row.mod,
      tags: row.tags.split(/\s+/).filter(Boolean),
      fields: row.flds.split('\x1f'),
    }),
  );

const cardSchema = z.object({
  id,
  noteId: id,
  deckId: id,
  ord: z.number().int().min(0).max(9999),
  type: whole,
  queue: whole,
  due: whole,
  ivl: whole,
  factor: whole,
  reps: z.number().int().min(0),
  lapses: z.number().int().min(0),
  left: whole,
  odue: whole,
  odid: id,
  flags: whole,
  data: z.string(),
});

const reviewSchema = z.object({
  id,
  cardId: id,
  ease: whole,
  ivl: whole,
  lastIvl: whole,
  factor: whole,
  takenMs: whole,
  type: whole,
});

/** Opens a collection. Throws a ProblemError where it is none, is damaged, or is newer than what is known. */
export function openCollection(file: string): ReadCollection {
  const db = openForeign(file, /collate\s+["'`[]?unicase["'`\]]?/i);
  try {
    for (const table of ['col', 'notes', 'cards', 'revlog']) if (!db.hasTable(table)) throw refuse();
    const [col] = db.rows('SELECT ver, crt, conf, models, decks FROM col LIMIT 1', colSchema);
    if (!col) throw refuse();
    if (col.ver > schemas.newest) {
      throw new ProblemError(
        'invalid',
        `This file was made by a newer Anki (its format is ${col.ver}, the newest known is ${schemas.newest}).`,
        'In Anki, tick “Support older Anki versions” when exporting.',
      );
    }
    const hasTables = col.ver >= schemas.firstWithTables;
    if (!hasTables && col.ver !== schemas.legacy) throw refuse();
    return {
      createdS: col.crt,
      offsetMin: hasTables ? readConfigOffset(db) : readOffset(parseJson(col.conf)),
      notetypes: hasTables ? readNotetypeTables(db) : readNotetypes(col.models),
      decks: hasTables ? readDeckTable(db) : readDecks(col.decks),
      ...createQueries(db),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

function createQueries(db: ForeignDatabase): Pick<ReadCollection, 'notes' | 'cards' | 'reviews' | 'close'> {
  return {
    notes: () =>
      db.rows(
        `SELECT id, guid, mid, mod, tags, CASE WHEN length(flds) <= ${longestFields} THEN flds END AS flds FROM notes`,
        noteSchema,
      ),
    cards: () =>
      db.rows(
        `SELECT id, nid AS noteId, did AS deckId, ord, type, queue, due, ivl, factor, reps, lapses, left, odue, odid,
           flags, substr(data, 1, 1000) AS data FROM cards`,
        cardSchema,
      ),
    reviews: () =>
      db.rows(
        'SELECT id, cid AS cardId, ease, ivl, lastIvl, factor, time AS takenMs, type FROM revlog',
        reviewSchema,
      ),
    close: db.close,
  };
}

function refuse(): ProblemError {
  return new ProblemError(
    'invalid',
    'The collection in this file is damaged or is no collection.',
    'Export it again. Nothing was changed.',
  );
}

const west = z.object({ creationOffset: z.number().int().min(-1080).max(1080) });

/** Anki says it in minutes west of UTC. */
function readOffset(conf: unknown): number | null {
  const found = west.safeParse(conf);
  return found.success ? 0 - found.data.creationOffset : null;
}

function readConfigOffset(db: ForeignDatabase): number | null {
  if (!db.hasTable('config')) return null;
  const rows = db.rows(
    'SELECT key AS key, cast(val AS text) AS val FROM config',
    z.object({ key: z.string(), val: z.string() }),
  );
  for (const row of rows) {
    if (row?.key === 'creationOffset') return readOffset({ creationOffset: parseJson(row.val) });
  }
  return null;
}

const legacyNotetype = z.object({
  name: z.string(),
  type: whole,
  flds: z.array(z.object({ name: z.string(), ord: z.number().int().nullish() })),
  tmpls: z.array(
    z.object({ name: z.string(), ord: z.number().int().nullish(), qfmt: z.string(), afmt: z.string() }),
  ),
});

function readNotetypes(models: string): Map<number, AnkiNotetype> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(models));
  if (!parsed.success) throw refuse();
  return new Map(
    Object.entries(parsed.data).flatMap(([key, value]) => {
      const type = legacyNotetype.safeParse(value);
      if (!type.success) return [];
      const { name, flds, tmpls } = type.data;
      const notetype: AnkiNotetype = {
        id: Number(key),
        name,
        cloze: type.data.type === 1,
        fields: sortByOrd(flds).map(field => field.name),
        templates: sortByOrd(tmpls).map(({ name, qfmt, afmt }) => ({ name, front: qfmt, back: afmt })),
      };
      return [[notetype.id, notetype]];
    }),
  );
}

function sortByOrd<T extends { ord?: number | null | undefined }>(items: readonly T[]): T[] {
  return items
    .map((item, index) => ({ item, ord: item.ord ?? index }))
    .sort((a, b) => a.ord - b.ord)
    .map(({ item }) => item);
}

function readDecks(decks: string): Map<number, string> {
  const parsed = z.record(z.string(), z.object({ name: z.string() })).safeParse(parseJson(decks));
  if (!parsed.success) throw refuse();
  return new Map(Object.entries(parsed.data).map(([key, { name }]) => [Number(key), name]));
}

const blob = z.instanceof(Uint8Array);

// Names in these tables are collated by a rule of Anki's that nothing here knows: nothing may be ordered or sought by
// them, so all is read in whatever order, and sorted here.

function readNotetypeTables(db: ForeignDatabase): Map<number, AnkiNotetype> {
  const fields = readRows(
    db,
    'fields',
    'SELECT ntid, ord, name FROM fields',
    z.object({ ntid: id, ord: whole, name: z.string() }),
  );
  const templates = readRows(
    db,
    'templates',
    'SELECT ntid, ord, name, config FROM templates',
    z.object({ ntid: id, ord: whole, name: z.string(), config: blob }),
  );
  const notetypes = readRows(
    db,
    'notetypes',
    'SELECT id, name, config FROM notetypes',
    z.object({ id, name: z.string(), config: blob }),
  );
  const fieldsByType = Map.groupBy(fields, ({ ntid }) => ntid);
  const templatesByType = Map.groupBy(templates, ({ ntid }) => ntid);
  return new Map(
    notetypes.map(({ id, name, config }) => [
      id,
      {
        id,
        name,
        cloze: readKind(config) === 1,
        fields: sortByOrd(fieldsByType.get(id) ?? []).map(field => field.name),
        templates: sortByOrd(templatesByType.get(id) ?? []).map(template => ({
          name: template.name,
          ...readFormats(template.config),
        })),
      },
    ]),
  );
}

function readDeckTable(db: ForeignDatabase): Map<number, string> {
  const decks = readRows(db, 'decks', 'SELECT id, name FROM decks', z.object({ id, name: z.string() }));
  return new Map(decks.map(({ id, name }) => [id, name.replaceAll('\x1f', '::')]));
}

function readRows<S extends z.ZodType>(
  db: ForeignDatabase,
  table: string,
  sql: string,
  schema: S,
): z.output<S>[] {
  if (!db.hasTable(table)) throw refuse();
  return [...db.rows(sql, schema)].filter(row => row !== null);
}

/** Field 1 of a note type's settings: 0 normal, 1 cloze. */
function readKind(config: Uint8Array): number {
  return readMessage(config, 0, (tag, kind, pbf) => (tag === 1 ? pbf.readVarint() : kind));
}

/** Fields 1 and 2 of a template's settings: its front and its back. */
function readFormats(config: Uint8Array): { front: string; back: string } {
  return readMessage(config, { front: '', back: '' }, (tag, formats, pbf) => {
    if (tag === 1) return { ...formats, front: pbf.readString() };
    return tag === 2 ? { ...formats, back: pbf.readString() } : formats;
  });
}

function readMessage<T>(bytes: Uint8Array, start: T, read: (tag: number, value: T, pbf: PbfReader) => T): T {
  try {
    const box = { value: start };
    new PbfReader(bytes).readFields((tag, into, pbf) => {
      into.value = read(tag, into.value, pbf);
    }, box);
    return box.value;
  } catch {
    throw refuse();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
