import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { type Connection, openDatabase } from '../../src-main/db/open.ts';
import { listBackups, putBack } from '../../src-main/services/backups/backups.ts';
import { locateBackups } from '../../src-main/services/backups/folder.ts';
import { checkProfile } from '../../src-main/services/check.ts';
import { changeSettings } from '../../src-main/services/settings.ts';
import { eventBodySchema } from '../../src-shared/domain/events.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { makeDatabaseAt, rowsFile } from '../helpers/database-at.ts';
import { makeFolder, openTestProfile, readState } from '../helpers/profile.ts';
import { birth, liveFully } from './life.ts';

/**
 * Each migration starts from the version before it with rows in every table. The rows of version N stand in
 * `rows-at-N.sql`; like a snapshot, the file of the present version is written where it is missing, to be
 * looked at and committed, and is never altered again. So a new migration comes with nothing but its SQL and
 * one new file of rows.
 */
const present = migrations.length;

/** A folder with a database as the released version `version` left it. */
function beginAt(version: number): string {
  const dir = makeFolder();
  makeDatabaseAt(dir, version);
  return dir;
}

/**
 * Every table but the index of words, which is filled from the deck files, and the tallies, which triggers fill: those
 * are no rows of anybody's.
 */
function listTables(db: Connection): string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'card_words%'
         AND name NOT LIKE '%_tally'`,
    )
    .pluck()
    .all();
}

/** The tables that have no row; that of the built-in defaults is filled from the decks at every start. */
function listEmpty(db: Connection): string[] {
  return listTables(db).filter(
    table => table !== 'baseline_default' && db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() === 0,
  );
}

/** All rows of a database as INSERT statements, in the order of their keys. */
function dumpRows(file: string): string {
  const db = openDatabase(file, { readOnly: true });
  const lines = listTables(db).flatMap(table => {
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const values = columns.map(column => `quote("${column}")`).join(` || ', ' || `);
    return db
      .prepare<[], string>(`SELECT ${values} FROM "${table}" ORDER BY 1`)
      .pluck()
      .all()
      .map(row => `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${row});`);
  });
  db.close();
  return `${lines.join('\n')}\n`;
}

if (!fs.existsSync(rowsFile(present))) {
  test('writes the rows of the present version', () => {
    const profile = liveFully();
    profile.close();
    const file = path.join(profile.dir, 'baseline.db');
    const db = openDatabase(file, { readOnly: true });
    expect(listEmpty(db), 'tables into which liveFully() in life.ts is still to put a row').toEqual([]);
    db.close();
    fs.writeFileSync(rowsFile(present), dumpRows(file));
  });
}

test('the files of the folder are the migrations, numbered without a gap', () => {
  const folder = path.join(import.meta.dirname, '..', '..', 'src-main', 'db', 'migrations');
  const files = fs.readdirSync(folder).filter(name => name.endsWith('.sql'));
  const numbers = files.map(name => Number(name.slice(0, 4))).sort((a, b) => a - b);
  expect(numbers, 'each file has its own number, and its line in index.ts').toEqual(
    migrations.map((_, index) => index + 1),
  );
  const texts = files.toSorted().map(name => fs.readFileSync(path.join(folder, name), 'utf8'));
  expect(texts, 'index.ts has them in the order of their numbers').toEqual(migrations);
});

test('an empty file becomes the present version in one go', () => {
  const file = path.join(makeFolder(), 'baseline.db');
  fs.writeFileSync(file, '');
  const db = openDatabase(file, { readOnly: false });
  expect(db.pragma('user_version', { simple: true })).toBe(present);
  db.close();
});

test('a migration that fails leaves the version before it', () => {
  const file = path.join(makeFolder(), 'baseline.db');
  const db = new Database(file);
  db.exec('CREATE TABLE card (a); PRAGMA application_id = 0x42415345');
  db.close();
  expect(() => openDatabase(file, { readOnly: false })).toThrow();
  const after = new Database(file);
  expect(listTables(after)).toEqual(['card']);
  expect(after.pragma('user_version', { simple: true })).toBe(0);
  after.close();
});

describe.each(Array.from({ length: present }, (_, index) => index + 1))('from version %i', version => {
  test('every table has rows to begin with, and every type of event', () => {
    const db = new Database(path.join(beginAt(version), 'baseline.db'));
    expect(listEmpty(db)).toEqual([]);
    if (version === present) {
      const types = db.prepare('SELECT count(DISTINCT type) FROM event').pluck().get();
      expect(types).toBe(eventBodySchema.options.length);
    }
    db.close();
  });

  test('all of it is there in the present version, and the log agrees with every table', () => {
    const dir = beginAt(version);
    const before = new Database(path.join(dir, 'baseline.db'));
    const events = before.prepare('SELECT count(*) FROM event').pluck().get();
    before.close();
    const profile = openTestProfile(dir, birth, path.join(dir, 'none'));
    expect(checkProfile(profile)).toMatchObject({ events, faults: [] });
    expect(readState(profile, 'first.one')).toMatchObject({ phase: 'review', reps: 5, lapses: 1 });
    expect(readState(profile, 'one.4')).toMatchObject({
      flag: 2,
      tags: ['hard one'],
      note: 'Ask “why” — twice.',
    });
    expect(profile.journal.settings()).toMatchObject({ newPerDay: 7, theme: 'system' });
    expect(profile.journal.peek()).toMatchObject({
      undo: { type: 'answer', rating: 3 },
      redo: { type: 'setting' },
    });
  });
});

// The oldest, the one before the present, and the present: what is done to those between is the same.
describe.each([...new Set([1, present - 1, present])])('from version %i, all around it', version => {
  test('it is backed up before, as it was; a backup of the older format can be put back', () => {
    const dir = beginAt(version);
    const profile = openTestProfile(dir, birth, path.join(dir, 'none'));
    const before = [...profile.store.log.scan()];
    const { backups } = listBackups(profile);
    if (version === present) {
      expect(backups).toEqual([]);
      return;
    }
    expect(backups).toMatchObject([{ reason: 'migration', holds: { cards: expect.any(Number) } }]);
    const name = backups[0]?.name ?? '';
    const copy = new Database(path.join(locateBackups(dir), name, 'baseline.db'), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(version);
    copy.close();
    changeSettings(profile, { newPerDay: 9 }, birth);
    putBack(profile, name);
    expect([...profile.store.log.scan()]).toEqual(before);
    expect(checkProfile(profile).faults).toEqual([]);
  });

  test('where it cannot be backed up it is not changed', () => {
    const dir = beginAt(version);
    fs.writeFileSync(path.join(dir, 'backups'), 'in the way');
    const open = () => openTestProfile(dir, birth, path.join(dir, 'none'));
    if (version < present) expect(open).toThrow(ProblemError);
    else expect(open).not.toThrow();
    const db = new Database(path.join(dir, 'baseline.db'), { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(version);
    db.close();
  });

  test('what was done before can be undone, to the first action', () => {
    const dir = beginAt(version);
    const profile = openTestProfile(dir, birth, path.join(dir, 'none'));
    while (profile.journal.undo(birth));
    expect(checkProfile(profile).faults).toEqual([]);
    expect(readState(profile, 'first.one')).toMatchObject({ phase: 'new', reps: 0 });
    expect(profile.journal.settings().newPerDay).toBe(20);
  });
});
