import Database from 'better-sqlite3';

/**
 * The floors: what the machine and the libraries take for the same rows when nothing of Baseline stands between. This
 * file imports nothing of the product. A floor works on a copy of the same database, so that the trees are as deep and
 * the checkpoints as dear; its triggers are dropped first, for what they keep is the product's own doing.
 */
export type Floor = { run(): unknown; close(): void };

/** Opens a database as durably as the product does: WAL, and every transaction synced. */
function openBare(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON');
  db.pragma('foreign_keys = ON');
  const triggers = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .pluck()
    .all();
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`);
  return db;
}

type Row = Record<string, string | number | null>;

/** A statement that inserts a row with these columns. */
function insertOf(db: Database.Database, verb: string, table: string, row: Row): Database.Statement<[Row]> {
  const columns = Object.keys(row);
  return db.prepare<[Row]>(
    `${verb} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(column => `@${column}`).join(', ')})`,
  );
}

/** Rows to write again under new keys: the last answers of the log, their operations and the states of their cards. */
function takeRows(db: Database.Database) {
  const events = db
    .prepare<[], Row>(`SELECT * FROM event WHERE type = 'answer' ORDER BY n DESC LIMIT 2000`)
    .all()
    .map(({ n: _n, ...row }) => row);
  const operation = db.prepare<[unknown], Row>('SELECT * FROM operation WHERE op_id = ?');
  const state = db.prepare<[unknown], Row>('SELECT * FROM card_state WHERE card_id = ?');
  return events.map(event => ({
    event,
    operation: operation.get(event.op_id) ?? {},
    state: state.get(event.card_id) ?? {},
  }));
}

/** Keys as long as the product's, each later than those before it in their trees, as its own are. */
function createKeys(prefix: string) {
  let count = 0;
  return (): string => `ffffffff-${prefix}-7000-8000-${String(++count).padStart(12, '0')}`;
}

/** Answer: one transaction that writes an event, its operation, the device's place and the card's state. */
export function floorAnswer(file: string): Floor {
  const db = openBare(file);
  const rows = takeRows(db);
  const [first] = rows;
  if (!first) throw new Error('no answer to take the size of');
  const insertEvent = insertOf(db, 'INSERT', 'event', first.event);
  const insertOperation = insertOf(db, 'INSERT', 'operation', first.operation);
  const putState = insertOf(db, 'INSERT OR REPLACE', 'card_state', first.state);
  const device = db.prepare<[string], number>('SELECT last_seq FROM device WHERE device = ?').pluck();
  const putDevice = db.prepare('UPDATE device SET last_seq = ?, last_clock = ? WHERE device = ?');
  let seq = device.get(String(first.event.device)) ?? 0;
  const eventKey = createKeys('0001');
  const opKey = createKeys('0002');
  const write = db.transaction((row: (typeof rows)[number]) => {
    const opId = opKey();
    seq++;
    putDevice.run(seq, Number(row.event.clock) + seq, row.event.device);
    insertEvent.run({ ...row.event, id: eventKey(), op_id: opId, seq });
    insertOperation.run({ ...row.operation, op_id: opId, seq });
    putState.run(row.state);
  });
  let turn = 0;
  return {
    run: () => write.immediate(rows[turn++ % rows.length] ?? first),
    close: () => void db.close(),
  };
}
