import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { writeLeft } from '../../../../src-main/db/left.ts';
import { checkProfile } from '../../../../src-main/services/check.ts';
import { at, makeFolder, openTestProfile } from '../../../helpers/profile.ts';

/** A database and its journal, as a process leaves them that is killed within a transaction: its pages reach the file before it is over. */
function leaveHalf(file: string, begin: (db: Database.Database) => void): void {
  const elsewhere = path.join(makeFolder(), 'begun.db');
  const db = new Database(elsewhere);
  begin(db);
  db.pragma('cache_size = 1');
  db.exec(`BEGIN IMMEDIATE; CREATE TABLE begun (x);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
    INSERT INTO begun SELECT randomblob(4000) FROM n`);
  for (const suffix of ['', '-journal']) fs.copyFileSync(elsewhere + suffix, file + suffix);
  db.close();
  expect(fs.statSync(file).size).toBeGreaterThan(4096);
}

const now = at('2026-11-24T08:00:00+01:00');

test.each(['first', 'moving'] as const)(
  'a start that was killed within a transaction is begun again, whatever is noted (%s)',
  state => {
    const dir = makeFolder();
    const file = path.join(dir, 'baseline.db');
    leaveHalf(file, () => undefined);
    writeLeft(file, { state });
    const profile = openTestProfile(dir, now);
    expect(checkProfile(profile)).toMatchObject({ events: 0, faults: [] });
  },
);
