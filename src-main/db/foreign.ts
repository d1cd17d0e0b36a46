import Database from 'better-sqlite3';
import type { z } from 'zod';
import { ProblemError } from '../../src-shared/domain/problem.ts';

/** A database of another program, of which nothing is trusted. */
export type ForeignDatabase = {
  /** True where there is an ordinary table of that name. */
  hasTable(name: string): boolean;
  /**
   * Streams the rows of a query; in the place of one that does not fit the schema, null. Throws a ProblemError where
   * the file is damaged.
   */
  rows<S extends z.ZodType>(sql: string, schema: S): Generator<z.output<S> | null>;
  close(): void;
};

/**
 * Opens a copy of another program's database to read it: no functions or views of its own can run. `collation` is a
 * rule of ordering that only that program knows; in the copy the plain one takes its place. Throws a ProblemError
 * where it is no database, or damaged.
 */
export function openForeign(file: string, collation: RegExp): ForeignDatabase {
  let db: Database.Database | null = null;
  try {
    replaceCollation(file, collation);
    db = new Database(file, { readonly: true, fileMustExist: true });
    // What a hostile schema could do while it is read.
    db.unsafeMode(false);
    db.pragma('trusted_schema = OFF');
    db.pragma('query_only = ON');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    const tables = new Set(
      db
        .prepare<[], string>(
          `SELECT lower(name) FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
        )
        .pluck()
        .all(),
    );
    return wrap(db, tables);
  } catch (error) {
    db?.close();
    throw explain(error);
  }
}

/**
 * SQLite refuses every query on a table without row ids that has a column of an unknown collation, so the schema is
 * changed. Rows then stand in an order that the plain collation does not expect: nothing may be sought by those columns.
 */
function replaceCollation(file: string, collation: RegExp): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    const tables = db
      .prepare<[], { rowid: number; sql: string | null }>('SELECT rowid, sql FROM sqlite_schema')
      .all()
      .filter(({ sql }) => sql !== null && collation.test(sql));
    if (tables.length === 0) return;
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    const update = db.prepare('UPDATE sqlite_schema SET sql = ? WHERE rowid = ?');
    for (const { rowid, sql } of tables)
      update.run(sql?.replaceAll(new RegExp(collation, 'gi'), 'COLLATE BINARY'), rowid);
  } finally {
    db.close();
  }
}

function wrap(db: Database.Database, tables: ReadonlySet<string>): ForeignDatabase {
  return {
    hasTable: name => tables.has(name),
    *rows(sql, schema) {
      try {
        for (const row of db.prepare(sql).iterate()) {
          const result = schema.safeParse(row);
          yield result.success ? result.data : null;
        }
      } catch (error) {
        throw explain(error);
      }
    },
    close: () => {
      db.close();
    },
  };
}

function explain(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  return new ProblemError(
    'invalid',
    'The collection in this file is damaged or is no collection.',
    'Export it again. Nothing was changed.',
  );
}
