import type { Connection } from '../open.ts';

/** Queries on the edits of a person's own texts. Entries are named `card:ID` and `deck:ID`. */
export function createOwnRegisterQueries(db: Connection) {
  const one = db.prepare<[string], string>('SELECT register FROM own_register WHERE entry = ?').pluck();
  const all = db.prepare<[], { entry: string; register: string }>(
    'SELECT * FROM own_register ORDER BY entry',
  );
  const put = db.prepare<[string, string]>(
    'INSERT OR REPLACE INTO own_register (entry, register) VALUES (?, ?)',
  );
  return {
    /** The JSON of an entry's register; null where there is none. */
    get: (entry: string): string | null => one.get(entry) ?? null,
    all: (): Map<string, string> => new Map(all.all().map(row => [row.entry, row.register])),
    put(entry: string, register: string): void {
      put.run(entry, register);
    },
  };
}
