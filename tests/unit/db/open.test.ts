import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fixClock } from '../../../src-main/clock.ts';
import { migrations } from '../../../src-main/db/migrations/index.ts';
import { type Connection, openDatabase } from '../../../src-main/db/open.ts';
import { openStore } from '../../../src-main/db/store.ts';
import { openProfile } from '../../../src-main/services/profile.ts';
import { answer, at, makeFolder, openWithCards } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00Z');

function open(file: string, readOnly = false): Connection {
  const db = openDatabase(file, { readOnly });
  onTestFinished(() => {
    db.close();
  });
  return db;
}

function hashFile(file: string): string {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

/** Opens a file that must be refused, and proves that not a byte of it changed. */
function refuse(file: string, readOnly = false): unknown {
  const before = hashFile(file);
  let refusal: unknown;
  try {
    openDatabase(file, { readOnly }).close();
  } catch (error) {
    refusal = error;
  }
  expect(hashFile(file)).toBe(before);
  return refusal;
}

describe('what an open database promises', () => {
  test('every pragma is in force, not only asked for', () => {
    const db = open(path.join(makeFolder(), 'baseline.db'));
    const read = (pragma: string): unknown => db.pragma(pragma, { simple: true });
    expect(read('journal_mode')).toBe('wal');
    expect(read('synchronous')).toBe(2);
    expect(read('fullfsync')).toBe(1);
    expect(read('foreign_keys')).toBe(1);
    expect(read('recursive_triggers')).toBe(1);
    expect(read('user_version')).toBe(migrations.length);
    expect(read('application_id')).toBe(0x42415345);
  });

  test('every table is STRICT', () => {
    const db = open(path.join(makeFolder(), 'baseline.db'));
    const tables = db
      .prepare<[], { name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  test('the log refuses to be altered or shortened', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 3, now);
    profile.close();
    const db = open(path.join(profile.dir, 'baseline.db'));
    expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(1);
    expect(() => db.exec('UPDATE event SET rating = 4')).toThrow('append-only');
    expect(() => db.exec('DELETE FROM event')).toThrow('append-only');
    expect(() => db.exec(`REPLACE INTO event SELECT * FROM event`)).toThrow('append-only');
    expect(db.prepare('SELECT rating FROM event').pluck().all()).toEqual([3]);
  });

  test.each([
    ['an event of no operation', `op_id = 'x'`, 'event'],
    ['an event of no device', `device = 'x'`, 'event'],
    ['an operation of no device', `device = 'x'`, 'operation'],
  ])('%s is refused', (_name, change, table) => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 3, now);
    profile.close();
    const db = open(path.join(profile.dir, 'baseline.db'));
    db.exec('DROP TRIGGER event_is_never_altered');
    expect(() => db.exec(`UPDATE ${table} SET ${change}`)).toThrow('FOREIGN KEY');
  });

  test('reading alone writes nothing', () => {
    const file = path.join(makeFolder(), 'baseline.db');
    openDatabase(file, { readOnly: false }).close();
    const db = open(file, true);
    expect(() => db.exec(`INSERT INTO setting VALUES ('theme', '1')`)).toThrow('readonly');
  });
});

test('what was written is there for a reader once it is closed', () => {
  const profile = openWithCards(now, 2);
  answer(profile, 'one.2', 4, now);
  profile.close();
  const store = openStore(path.join(profile.dir, 'baseline.db'), { readOnly: true });
  onTestFinished(() => store.close());
  expect([...store.states.all()].map(({ cardId }) => cardId)).toEqual(['one.2']);
});

describe('what is refused, untouched', () => {
  function makeDatabase(sql: string): string {
    const file = path.join(makeFolder(), 'baseline.db');
    const db = new Database(file);
    db.exec(sql);
    db.close();
    return file;
  }

  test('a database from the future', () => {
    const file = path.join(makeFolder(), 'baseline.db');
    openDatabase(file, { readOnly: false }).close();
    const db = new Database(file);
    db.pragma(`user_version = ${migrations.length + 1}`);
    db.close();
    expect(refuse(file)).toMatchObject({
      code: 'failed',
      message: expect.stringContaining('newer Baseline'),
    });
    expect(refuse(file, true)).toMatchObject({ code: 'failed' });
  });

  test('a database whose format is below the first, which no migration would ever reach', () => {
    const file = makeDatabase('PRAGMA application_id = 1111577413; PRAGMA user_version = -922746874');
    for (const readOnly of [false, true])
      expect(refuse(file, readOnly)).toMatchObject({
        code: 'damaged',
        message: expect.stringContaining('-922746874'),
      });
  });

  test('a database from the past, where it may only be read', () => {
    const file = makeDatabase('PRAGMA application_id = 1111577413; CREATE TABLE early (a)');
    expect(refuse(file, true)).toMatchObject({ message: expect.stringContaining('older version') });
  });

  test('a database of another program', () => {
    const file = makeDatabase('CREATE TABLE notes (id); INSERT INTO notes VALUES (1)');
    expect(refuse(file)).toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('another program'),
    });
  });

  test.each([
    ['a short text', 'hello\n'],
    ['a long text', 'not a database at all. '.repeat(5000)],
    ['zeros', Buffer.alloc(8192)],
  ])('a file that is not a database: %s', (_name, content) => {
    const file = path.join(makeFolder(), 'baseline.db');
    fs.writeFileSync(file, content);
    expect(refuse(file)).toMatchObject({ code: 'damaged', hint: expect.stringContaining('left as it is') });
  });

  test('a database whose schema is damaged', () => {
    const file = path.join(makeFolder(), 'baseline.db');
    openDatabase(file, { readOnly: false }).close();
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file, bytes.fill(0xff, 100, 2000));
    expect(refuse(file)).toMatchObject({ code: 'damaged' });
  });

  test('a database that lacks a table', () => {
    const file = path.join(makeFolder(), 'baseline.db');
    openDatabase(file, { readOnly: false }).close();
    const db = new Database(file);
    db.exec('DROP TABLE card_state');
    db.close();
    expect(() => openStore(file, { readOnly: false })).toThrow('is damaged');
  });

  test('no profile, where it may only be read', () => {
    const file = path.join(makeFolder(), 'baseline.db');
    expect(() => openDatabase(file, { readOnly: true })).toThrow('no Baseline profile here');
    expect(fs.existsSync(file)).toBe(false);
  });
});

describe('a profile folder that cannot be used', () => {
  const openIn = (dir: string) =>
    openProfile({ dir, builtInDecks: dir, clock: fixClock(now), kind: 'app', whenHeld: 'refuse' });

  test.runIf(process.platform === 'linux')(
    'one in a folder that takes no folders, instead of trying for ever',
    () => {
      expect(() => openIn('/proc/baseline/profile')).toThrow('cannot be made');
    },
  );

  test('one that cannot be made, under a file', () => {
    const file = path.join(makeFolder(), 'file');
    fs.writeFileSync(file, 'content');
    expect(() => openIn(path.join(file, 'profile'))).toThrow('cannot be made');
    expect(fs.readFileSync(file, 'utf8')).toBe('content');
  });

  test.runIf(process.platform === 'linux')('one that is there and cannot be written', () => {
    expect(() => openIn('/proc/self')).toThrow('cannot be written');
  });

  test('a database that is refused gives the lock back', () => {
    const dir = makeFolder();
    fs.writeFileSync(path.join(dir, 'baseline.db'), 'not a database');
    expect(() => openIn(dir)).toThrow('damaged');
    fs.rmSync(path.join(dir, 'baseline.db'));
    const profile = openIn(dir);
    expect(profile.readOnly).toBe(false);
    profile.close();
  });
});
