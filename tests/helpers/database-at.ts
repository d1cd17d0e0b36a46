import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from '../../src-main/db/migrations/index.ts';

/** The rows of a version, as a life left them in it. */
export const rowsFile = (version: number): string =>
  path.join(import.meta.dirname, '..', 'migrations', `rows-at-${version}.sql`);

/** Makes in a folder a database as the released version `version` left it, with its rows. */
export function makeDatabaseAt(dir: string, version: number): void {
  const db = new Database(path.join(dir, 'baseline.db'));
  // The rows stand table by table, so that some come before what they refer to.
  db.pragma('foreign_keys = OFF');
  for (const sql of migrations.slice(0, version)) db.exec(sql);
  db.exec(fs.readFileSync(rowsFile(version), 'utf8'));
  db.pragma('application_id = 0x42415345');
  db.pragma(`user_version = ${version}`);
  db.close();
}
