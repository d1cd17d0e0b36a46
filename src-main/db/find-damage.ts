import Database from 'better-sqlite3';
import { z } from 'zod';
import { ProblemError } from '../../src-shared/domain/problem.ts';

// Used in a worker, which runs as source in tests: nothing here may need the migrations.

/**
 * Damage that SQLite itself finds, its search index included; empty where there is none. The thorough check holds each
 * index against its table too. Throws where the file cannot be read.
 */
export function findDamage(db: Database.Database, check: 'quick_check' | 'integrity_check'): string[] {
  try {
    const rows = db.prepare<[], string>(`PRAGMA ${check}`).pluck().all();
    return rows.filter(text => text !== 'ok');
  } catch (error) {
    // Some damage ends the search for it.
    if (isDamage(error) && error instanceof Error) return [error.message];
    throw error;
  }
}

/** True for what is thrown where a database is damaged: by SQLite, or by whoever reads what stands in a table. */
export function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError || error instanceof z.ZodError) return true;
  if (error instanceof ProblemError) return error.code === 'damaged';
  // Our own statements are sound, and were prepared at the opening: one that plainly fails meets another schema.
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(error.code);
}
