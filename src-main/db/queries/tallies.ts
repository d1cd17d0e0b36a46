import type { Connection } from '../open.ts';

/** What the tallies should hold, by the tables that triggers keep them in step with. */
const shouldBe = {
  day_tally: `SELECT study_day, phase, count(*), sum(remembered), sum(timed), sum(taken_ms)
    FROM tallied_answer JOIN operation USING (op_id) WHERE status = 'done' GROUP BY 1, 2`,
  due_tally: 'SELECT due_day, count(*), sum(review) FROM tallied_card GROUP BY 1',
} as const;

const isNoCount = { day_tally: 'answers = 0', due_tally: 'cards = 0' } as const;

/** Queries on what triggers count. */
export function createTallyQueries(db: Connection) {
  const tables = ['day_tally', 'due_tally'] as const;
  const differing = tables.map(table => ({
    table,
    count: db
      .prepare<[], number>(
        `WITH stored AS (SELECT * FROM ${table} WHERE NOT (${isNoCount[table]})), counted AS (${shouldBe[table]})
         SELECT (SELECT count(*) FROM (SELECT * FROM stored EXCEPT SELECT * FROM counted))
           + (SELECT count(*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM stored))`,
      )
      .pluck(),
  }));
  const wronglyMet = db
    .prepare<[], number>(
      `SELECT count(*) FROM card LEFT JOIN card_state USING (card_id) WHERE met <> (coalesce(phase, 'new') <> 'new')`,
    )
    .pluck();

  const triggers = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND (name GLOB 'tally_*' OR name GLOB 'meet_*')`,
  );

  return {
    /** Tallies that are not what they count, in words. */
    findFaults(): string[] {
      const faults = differing
        .filter(({ count }) => count.get() !== 0)
        .map(({ table }) => `${table}: is not what it counts`);
      return wronglyMet.get() === 0 ? faults : [...faults, 'card: some are wrongly taken as new, or as met'];
    },
    /**
     * Writes much at once without the triggers that keep the tallies, and then counts everything anew. Inside a
     * transaction, with which the triggers come back if it fails.
     */
    rebuildAfter(write: () => void): void {
      const set = triggers.all();
      for (const { name } of set) db.exec(`DROP TRIGGER ${name}`);
      write();
      for (const { sql } of set) db.exec(sql);
      for (const table of tables) db.exec(`DELETE FROM ${table}; INSERT INTO ${table} ${shouldBe[table]}`);
      db.exec(
        `UPDATE card SET met = 1 - met WHERE met <> EXISTS
           (SELECT 1 FROM card_state WHERE card_state.card_id = card.card_id AND phase <> 'new')`,
      );
    },
  };
}
