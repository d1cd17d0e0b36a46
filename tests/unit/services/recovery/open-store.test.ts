import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { writeLeft } from '../../../../src-main/db/left.ts';
import { checkProfile } from '../../../../src-main/services/check.ts';
import { at, makeFolder, openTestProfile } from '../../../helpers/profile.ts';

test('a first start that was killed within its first transaction is begun again', () => {
  const dir = makeFolder();
  const file = path.join(dir, 'baseline.db');
  const elsewhere = path.join(makeFolder(), 'begun.db');
  const db = new Database(elsewhere);
  // Little memory for the transaction: its pages reach the file before it is over, beside the journal that undoes them.
  db.pragma('cache_size = 1');
  db.exec(`BEGIN IMMEDIATE; CREATE TABLE begun (x);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
    INSERT INTO begun SELECT randomblob(4000) FROM n`);
  for (const suffix of ['', '-journal']) fs.copyFileSync(elsewhere + suffix, file + suffix);
  db.close();
  expect(fs.statSync(file).size).toBeGreaterThan(4096);
  writeLeft(file, { state: 'first' });

  const profile = openTestProfile(dir, at('2026-11-24T08:00:00+01:00'));
  expect(checkProfile(profile)).toMatchObject({ events: 0, faults: [] });
});
