import Database from 'better-sqlite3';

// Used in a worker, which runs as source in tests: nothing here may need the migrations.

/** Tables for people, one state of a profile’s database. Values are SQLite's own: text, numbers, null. */
export type CsvSource = {
  /** Rows of a table, one at a time, with their columns as keys. */
  rows(table: CsvTable): IterableIterator<Record<string, string | number | null>>;
  columns(table: CsvTable): string[];
  close(): void;
};

/** Moments are written with the offset of the place: `2026-11-24T08:00:00.000+01:00`. */
const moment = (ms: string, offset: string): string =>
  `strftime('%Y-%m-%dT%H:%M:%f', (${ms} + ${offset} * 60000) / 1000.0, 'unixepoch') || printf('%s%02d:%02d',
    iif(${offset} < 0, '-', '+'), abs(${offset}) / 60, abs(${offset}) % 60)`;
const day = (column: string): string => `date(${column} * 86400, 'unixepoch')`;

const queries = {
  reviews: `SELECT ${moment('event.at_ms', 'event.offset_min')} AS at, ${day('event.study_day')} AS study_date,
      coalesce(card_alias.card_id, event.card_id) AS card_id, card.title AS card, card.topic AS topic,
      event.type AS kind, CASE event.rating WHEN 1 THEN 'again' WHEN 2 THEN 'hard' WHEN 3 THEN 'good' ELSE 'easy' END AS rating,
      taken_ms / 1000.0 AS taken_s, phase_before, phase_after, recall AS predicted_recall,
      stability_before AS stability_before_d, stability_after AS stability_after_d, difficulty_after,
      ${day('due_day')} AS due_date, payload ->> 'confidence' AS confidence
    FROM event JOIN operation ON operation.op_id = event.op_id AND operation.status = 'done'
    LEFT JOIN card_alias ON card_alias.former_id = event.card_id
    LEFT JOIN card ON card.card_id = coalesce(card_alias.card_id, event.card_id)
    WHERE event.type IN ('answer', 'practice') ORDER BY clock, event.device, event.seq`,
  cards: `SELECT card.card_id, card.title AS card, deck_file.title AS deck, card.topic, card.kind,
      card.content ->> 'default' AS "default", coalesce(phase, 'new') AS phase, ${day('due_day')} AS due_date,
      ${day('last_day')} AS last_date, stability AS stability_d, difficulty, coalesce(reps, 0) AS reps,
      coalesce(lapses, 0) AS lapses, coalesce(suspended, 0) AS suspended, ${day('buried_until')} AS buried_until,
      coalesce(flag, 0) AS flag, (SELECT group_concat(value, ' ') FROM json_each(tags)) AS tags, coalesce(note, '') AS note
    FROM card LEFT JOIN card_state USING (card_id) LEFT JOIN deck_file USING (path)
    WHERE retired = 0 ORDER BY position, card.card_id`,
  mocks: `SELECT attempt_id, title AS mock, prompt_id, ${day('study_day')} AS study_date, minutes, level, mode,
      CASE WHEN abandoned = 1 THEN 'given up' WHEN total IS NULL THEN 'open' ELSE 'handed in' END AS state,
      total AS score, rules_version, note, contest
    FROM mock_attempt ORDER BY started_at_ms, attempt_id`,
} as const;

export type CsvTable = keyof typeof queries;
export const csvTables = Object.keys(queries) as CsvTable[];

/** Opens a database to be written out as tables. */
export function openCsvSource(file: string): CsvSource {
  const db = new Database(file, { readonly: true });
  // From here on it is one state, whatever is written meanwhile.
  db.exec('BEGIN');
  type Row = Record<string, string | number | null>;
  return {
    rows: table => db.prepare<[], Row>(queries[table]).iterate(),
    columns: table =>
      db
        .prepare(queries[table])
        .columns()
        .map(({ name }) => name),
    close: () => {
      db.close();
    },
  };
}
