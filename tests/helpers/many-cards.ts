import path from 'node:path';
import Database from 'better-sqlite3';

/**
 * Puts `count` cards, `many.1` and on, into the database of a closed profile that was opened before, as if a file of
 * theirs had been read: a file of so many would take a minute to read. Every other card is in review; each says
 * `number` and its number, and one in a hundred says `rare`. The same each time.
 */
export function fillProfile(dir: string, count: number): void {
  const db = new Database(path.join(dir, 'baseline.db'));
  // Far from all ids that a real file's cards were given.
  const first = 10_000_000;
  db.transaction(() => {
    db.exec(`CREATE TEMP TABLE many AS
      WITH RECURSIVE counted (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < ${count})
      SELECT i, 'many.' || i AS card_id, 'What is number ' || i || CASE WHEN i % 100 = 0 THEN ', the rare' ELSE '' END || '?' AS ask
      FROM counted`);
    db.exec(`INSERT INTO card (card_id, path, line, kind, topic, sibling, title, position, content, hash, retired)
      SELECT card_id, 'own/many.yaml', i, 'basic', 'many', card_id, ask, i,
        json_object('id', card_id, 'kind', 'basic', 'ask', ask, 'answer', 'That.'), '', 0 FROM many`);
    db.exec(`INSERT INTO card_line (n, card_id, path, line, kind, topic, default_id, title, file_tags)
      SELECT ${first} + i, card_id, 'own/many.yaml', i, 'basic', 'many', NULL, ask, '[]' FROM many`);
    db.exec(`INSERT INTO card_words (rowid, words)
      SELECT ${first} + i, 'what is number ' || i || CASE WHEN i % 100 = 0 THEN ' the rare' ELSE '' END || ' ¶ that' FROM many`);
    db.exec(`INSERT INTO card_state (card_id, phase, step, stability, difficulty, reps, lapses, last_day, due_day,
        due_at_ms, chain, suspended, buried_until, flag, tags, note, marked)
      SELECT card_id, 'review', 0, 1.0 + i % 90, 5.0, 3, i % 5, 20700, 20781 + i % 60, NULL, 0, 0, NULL, 0, '[]', '', 0
      FROM many WHERE i % 2 = 0`);
  })();
  db.close();
}
