import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { makeFolder } from '../profile.ts';
import { unzip } from './unzip.ts';

/** What a package holds, read from the facts of the format and with no code of the product. */
export type Apkg = {
  col: { crt: number; ver: number; conf: Record<string, unknown> };
  models: Record<string, { name: string; type: number; flds: { name: string }[]; tmpls: { qfmt: string }[] }>;
  decks: Record<string, { name: string }>;
  notes: { id: number; guid: string; mid: number; tags: string; flds: string[]; csum: number }[];
  cards: Row[];
  reviews: Row[];
  media: Map<string, Buffer>;
};

const cell = z.union([z.number(), z.string()]);
type Row = Record<string, number | string>;

export function readApkg(file: string): Apkg {
  const files = unzip(fs.readFileSync(file));
  const db = new Database(writeTemporary(files.get('collection.anki2') ?? Buffer.alloc(0)), {
    readonly: true,
  });
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the collection is damaged');
    const rows = (sql: string): Row[] => z.array(z.record(z.string(), cell)).parse(db.prepare(sql).all());
    const [col = {}] = rows('SELECT * FROM col');
    const names = z.record(z.string(), z.string()).parse(JSON.parse(String(files.get('media'))));
    return {
      col: { crt: Number(col.crt), ver: Number(col.ver), conf: JSON.parse(String(col.conf)) },
      models: JSON.parse(String(col.models)),
      decks: JSON.parse(String(col.decks)),
      notes: rows('SELECT * FROM notes ORDER BY id').map(row => ({
        id: Number(row.id),
        guid: String(row.guid),
        mid: Number(row.mid),
        tags: String(row.tags),
        csum: Number(row.csum),
        flds: String(row.flds).split('\x1f'),
      })),
      cards: rows('SELECT * FROM cards ORDER BY id'),
      reviews: rows('SELECT * FROM revlog ORDER BY id'),
      media: new Map(
        Object.entries(names).map(([entry, name]) => [name, files.get(entry) ?? Buffer.alloc(0)]),
      ),
    };
  } finally {
    db.close();
  }
}

/** The card and the note of one of our cards. */
export function findOurs(apkg: Apkg, cardId: string) {
  const note = apkg.notes.find(({ guid }) => guid === `baseline:${cardId}`);
  const card = apkg.cards.find(({ nid }) => nid === note?.id);
  const reviews = apkg.reviews.filter(({ cid }) => cid === card?.id);
  if (!note || !card) throw new Error(`${cardId} is not in the package`);
  const data: Record<string, number> = JSON.parse(String(card.data));
  return { note, card, data, reviews, deck: apkg.decks[String(card.did)]?.name };
}

function writeTemporary(content: Buffer): string {
  const file = path.join(makeFolder(), 'collection');
  fs.writeFileSync(file, content);
  return file;
}
