import path from 'node:path';
import Database from 'better-sqlite3';
import { vi } from 'vitest';

/** Statements that some work ran, in order, each with how many rows it gave back. */
export type Ran = { sql: string; rows: number }[];

/** Listens to every statement that runs in this process while `work` does. */
export function recordStatements(work: () => void): Ran {
  const db = new Database(':memory:');
  const prototype = Object.getPrototypeOf(db.prepare('SELECT 1'));
  db.close();
  const ran: Ran = [];
  const spies = (['get', 'all', 'run', 'iterate'] as const).map(method => {
    const original = prototype[method];
    return vi.spyOn(prototype, method).mockImplementation(function (this: Database.Statement, ...args) {
      const result = original.apply(this, args);
      ran.push({ sql: this.source, rows: Array.isArray(result) ? result.length : 1 });
      return result;
    });
  });
  try {
    work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return ran;
}

/** How SQLite would go about a statement on a profile's database: a line for each step. */
export function explainPlan(profileDir: string, sql: string): string[] {
  const db = new Database(path.join(profileDir, 'baseline.db'), { readonly: true });
  // What a statement calls must be there for it to be planned.
  for (const name of ['fold_text', 'recall_now']) db.function(name, { varargs: true }, () => null);
  try {
    const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(listBlanks(sql));
    return rows.map(({ detail }) => detail);
  } finally {
    db.close();
  }
}

/** A value for each parameter; a plan needs them bound and does not look at them. */
function listBlanks(sql: string): unknown {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null] as const);
  return names.length > 0 ? Object.fromEntries(names) : Array.from(sql.matchAll(/\?/g), () => null);
}
