import type { Connection } from '../open.ts';
import { readStored } from '../stored-json.ts';

/** Queries on the small derived tables: settings in force, and former ids of renamed cards. */
export function createSettingQueries(db: Connection) {
  const all = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting ORDER BY key');
  const put = db.prepare<[string, string]>('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)');
  const remove = db.prepare<[string]>('DELETE FROM setting WHERE key = ?');
  const aliases = db.prepare<[], { former_id: string; card_id: string }>(
    'SELECT * FROM card_alias ORDER BY former_id',
  );
  const alias = db.prepare<[string], string>('SELECT card_id FROM card_alias WHERE former_id = ?').pluck();
  const clearAliases = db.prepare('DELETE FROM card_alias');
  const putAlias = db.prepare<[string, string]>('INSERT INTO card_alias (former_id, card_id) VALUES (?, ?)');

  return {
    /** Every key that was set, with its JSON value. */
    all: (): Map<string, unknown> => new Map(all.all().map(row => [row.key, readStored(row.value)])),
    put(key: string, value: unknown): void {
      put.run(key, JSON.stringify(value));
    },
    remove(key: string): void {
      remove.run(key);
    },
    aliases: (): Map<string, string> => new Map(aliases.all().map(row => [row.former_id, row.card_id])),
    /** The present id of a card that may have been renamed. */
    resolve: (cardId: string): string => alias.get(cardId) ?? cardId,
    replaceAliases(list: ReadonlyMap<string, string>): void {
      clearAliases.run();
      for (const [former, now] of list) putAlias.run(former, now);
    },
  };
}
