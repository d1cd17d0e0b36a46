import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/** Overwrites every page of a table (or of an index) in a closed profile with zeros, but the first so many. */
export function zeroPages(profileDir: string, name: string, keep = 0): void {
  const file = path.join(profileDir, 'baseline.db');
  const db = new Database(file, { readonly: true });
  const pages = db
    .prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno')
    .pluck()
    .all(name);
  db.close();
  const bytes = fs.readFileSync(file);
  for (const page of pages.slice(keep)) bytes.fill(0, (page - 1) * 4096, page * 4096);
  fs.writeFileSync(file, bytes);
}

/** Says of a closed profile that nothing is known of how it was left, as after a power loss. */
export function forgetLeft(profileDir: string): void {
  fs.rmSync(path.join(profileDir, 'baseline.db-state'));
}
