import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { fixClock } from '../../../src-main/clock.ts';
import { createLog } from '../../../src-main/lifecycle/log.ts';
import { describeForLog } from '../../../src-main/lifecycle/log-line.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { at, makeFolder } from '../../helpers/profile.ts';

/** What a person could have written, and no log may hold. */
const canary = 'Canary7';

/** What some work throws. */
function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function inDatabase(work: (db: Database.Database) => unknown): unknown {
  const db = new Database(':memory:');
  try {
    db.exec('CREATE TABLE t (a TEXT CHECK (length(a) < 3)) STRICT; CREATE VIRTUAL TABLE f USING fts5(a)');
    return caught(() => work(db));
  } finally {
    db.close();
  }
}

describe('nothing that a person wrote stands in the log, whoever stumbles over it', () => {
  const strict = z.strictObject({ a: z.enum(['x']), b: z.number() });
  test.each<[string, () => unknown]>([
    ['JSON', () => caught(() => JSON.parse(`{ ${canary} }`))],
    ['JSON that is cut', () => caught(() => JSON.parse(`"${canary}`))],
    ['YAML', () => caught(() => parseYaml(`a: "${canary}`))],
    ['an alias in YAML', () => caught(() => parseYaml(`a: *${canary}`))],
    ['a key twice in YAML', () => caught(() => parseYaml(`${canary}: 1\n${canary}: 2`))],
    ['a table', () => caught(() => parseCsv(`a,b\n"${canary}"x,c`))],
    ['a table’s columns', () => caught(() => parseCsv(`a,b\n${canary}`))],
    ['a schema', () => caught(() => strict.parse({ a: canary, b: canary, [canary]: 1 }))],
    ['a regular expression', () => caught(() => new RegExp(`${canary}(`))],
    ['a statement of SQLite', () => inDatabase(db => db.exec(`SELECT ${canary}`))],
    ['a value in SQLite', () => inDatabase(db => db.prepare('INSERT INTO t VALUES (?)').run(canary))],
    [
      'a search in SQLite',
      () => inDatabase(db => db.prepare('SELECT * FROM f WHERE f MATCH ?').all(`"${canary}`)),
    ],
    ['a file', () => caught(() => fs.readFileSync(`/nowhere/${canary}.yaml`))],
    ['a zone', () => caught(() => new Intl.DateTimeFormat('en', { timeZone: canary }))],
    ['an address', () => caught(() => new URL(canary))],
    ['a problem', () => new ProblemError('failed', `${canary} cannot be written.`, canary, canary)],
    ['a cause', () => new Error('outside', { cause: new Error(`"${canary}"`) })],
    ['a property', () => Object.assign(new Error('x'), { text: canary, input: { note: canary } })],
    ['no error at all', () => canary],
    ['an object', () => ({ note: canary })],
    ['lines like those of a stack', () => new Error(`x\n    at ${canary} (a.ts:1:1)`)],
  ])('%s', (_name, fail) => {
    const line = describeForLog(fail());
    expect(line).not.toContain(canary);
    expect(line).not.toBe('');
  });

  test('whatever stands in quotes, behind a colon or on another line', () => {
    const lead = fc.constantFrom(': ', ' "', " '", ' “', '\n', ' `', ' /');
    fc.assert(
      fc.property(lead, fc.string(), (mark, text) => {
        expect(describeForLog(new Error(`failed${mark}${text}${canary}`))).not.toContain(canary);
      }),
    );
  });
});

test('what went wrong and where still stands there', () => {
  const error = caught(() => fs.readFileSync('/nowhere/x'));
  const line = describeForLog(new TypeError('x is not a function', { cause: error }));
  expect(line).toMatch(/^TypeError x is not a function\n {4}at .*log\.test\.ts/);
  expect(line).toMatch(/\ncaused by Error \[ENOENT\] ENOENT\n {4}at /);
});

test('the log is its owner’s alone and starts anew beyond its size, once', () => {
  const dir = makeFolder();
  const log = createLog(dir, fixClock(at('2026-11-24T08:00:00Z')));
  const file = path.join(dir, 'faults.log');
  log(new Error('first'));
  fs.appendFileSync(file, 'x'.repeat(1_000_001));
  log(new Error('second'));
  log(new Error('third'));
  expect(fs.readdirSync(dir)).toEqual(['faults.log', 'faults.log.1']);
  expect(fs.readFileSync(`${file}.1`, 'utf8')).toMatch(/^2026-11-24T08:00:00.* Error first/);
  expect(fs.readFileSync(file, 'utf8')).toMatch(/^2026-11-24T08:00:00.* Error second.*Error third/s);
  if (process.platform === 'win32') return;
  expect([file, `${file}.1`].map(name => fs.statSync(name).mode & 0o777)).toEqual([0o600, 0o600]);
});

test('a log that cannot be written keeps no one from going on', () => {
  const log = createLog(path.join(makeFolder(), 'missing'), fixClock(at('2026-11-24T08:00:00Z')));
  const { error } = console;
  const told: unknown[] = [];
  console.error = (...words) => told.push(...words);
  try {
    log(new Error('x'));
  } finally {
    console.error = error;
  }
  expect(told).toHaveLength(1);
});
