import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { computeParameters, FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding';
import Database from 'better-sqlite3';
import { FSRS, generatorParameters } from 'ts-fsrs';
import yazl from 'yazl';

/**
 * The floors: what the machine and the libraries take for the same rows when nothing of Baseline stands between. This
 * file imports nothing of the product. A floor works on a copy of the same database, so that the trees are as deep and
 * the checkpoints as dear; its triggers are dropped first, for what they keep is the product's own doing.
 */
export type Floor = { before?(): void; run(): unknown; close?(): void };

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

/** Undo: one transaction that writes the event of the undo and its operation, marks the other one, and puts the state. */
export function floorUndo(file: string): Floor {
  const db = openBare(file);
  const rows = takeRows(db);
  const [first] = rows;
  if (!first) throw new Error('no answer to take the size of');
  const payload = JSON.stringify({ target: String(first.event.op_id) });
  const blank = Object.fromEntries(
    Object.entries(first.event).map(([column, value]) => [column, answerColumns.has(column) ? null : value]),
  );
  const insertEvent = insertOf(db, 'INSERT', 'event', first.event);
  const insertOperation = insertOf(db, 'INSERT', 'operation', first.operation);
  const putState = insertOf(db, 'INSERT OR REPLACE', 'card_state', first.state);
  const mark = db.prepare(`UPDATE operation SET status = 'undone' WHERE op_id = ?`);
  const device = db.prepare<[string], number>('SELECT last_seq FROM device WHERE device = ?').pluck();
  const putDevice = db.prepare('UPDATE device SET last_seq = ?, last_clock = ? WHERE device = ?');
  let seq = device.get(String(first.event.device)) ?? 0;
  const eventKey = createKeys('0003');
  const opKey = createKeys('0004');
  const write = db.transaction((row: (typeof rows)[number]) => {
    const opId = opKey();
    seq++;
    putDevice.run(seq, Number(row.event.clock) + seq, row.event.device);
    insertEvent.run({ ...row.event, ...blank, type: 'undo', payload, id: eventKey(), op_id: opId, seq });
    insertOperation.run({ ...row.operation, type: 'undo', undoable: 0, op_id: opId, seq });
    mark.run(row.operation.op_id);
    putState.run(row.state);
  });
  let turn = 0;
  return {
    run: () => write.immediate(rows[turn++ % rows.length] ?? first),
    close: () => void db.close(),
  };
}

/** What only an answer has, and its card, which an undo does not name. */
const answerColumns = new Set(
  `card_id rating taken_ms phase_before phase_after step_after stability_before difficulty_before stability_after
   difficulty_after recall due_day due_at_ms chain_before surface_seed`.split(/\s+/),
);

/** Open: opening the file and one count through an index. */
export function floorOpen(file: string, today: number): Floor {
  return {
    run() {
      const db = new Database(file);
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.prepare('SELECT count(*) FROM card_state WHERE due_day <= ?').get(today);
      db.close();
    },
  };
}

/** Search: one FTS5 query for all that begins with the letters, which is what a count of the findings needs. */
export function floorSearch(file: string, turns: readonly string[]): Floor {
  const db = new Database(file, { readonly: true });
  const find = db.prepare<[string], number>('SELECT rowid FROM card_words WHERE card_words MATCH ?').pluck();
  let turn = 0;
  return {
    run: () => find.all(`"${turns[turn++ % turns.length]}"*`),
    close: () => void db.close(),
  };
}

/** Progress at once: a sum of what was done each day, and a count through an index of what is due and of what is not. */
export function floorTallies(file: string, today: number): Floor {
  let db: Database.Database | null = null;
  const close = (): void => void db?.close();
  return {
    before() {
      close();
      db = new Database(file, { readonly: true });
    },
    run() {
      db?.prepare('SELECT study_day, sum(answers), sum(taken_ms) FROM day_tally GROUP BY study_day').all();
      db?.prepare('SELECT count(*) FROM card_state WHERE due_day <= ?').get(today);
      db?.prepare('SELECT count(*) FROM card_state WHERE due_day > ?').get(today);
    },
    close,
  };
}

/** Calibration: going once through the columns that it needs. */
export function floorColumns(file: string): Floor {
  const db = new Database(file, { readonly: true });
  const columns = db.prepare<[], Row>(
    `SELECT card_id, study_day, rating, recall, due_day FROM event WHERE type = 'answer'`,
  );
  return {
    run() {
      let sum = 0;
      for (const row of columns.iterate()) sum += Number(row.recall);
      return sum;
    },
    close: () => void db.close(),
  };
}

const pieceLength = 1 << 20;

/** Export as JSON: every event as an object, stringified and written in pieces. */
export function floorJson(file: string, out: string): Floor {
  const db = new Database(file, { readonly: true });
  const all = db.prepare<[], Row>('SELECT * FROM event ORDER BY n');
  return {
    run() {
      const handle = fs.openSync(out, 'w');
      let piece = '';
      for (const row of all.iterate()) {
        piece += `${JSON.stringify(row)}\n`;
        if (piece.length < pieceLength) continue;
        fs.writeSync(handle, piece);
        piece = '';
      }
      fs.writeSync(handle, piece);
      fs.fsyncSync(handle);
      fs.closeSync(handle);
    },
    close: () => void db.close(),
  };
}

/** Export as CSV: the same tables by the shell of SQLite; null where this machine has none. */
export function floorCsv(file: string, out: string): Floor | null {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return null;
  const script = `.mode csv
.headers on
.once "${out}-reviews.csv"
SELECT * FROM event WHERE type IN ('answer', 'practice');
.once "${out}-cards.csv"
SELECT * FROM card LEFT JOIN card_state USING (card_id) LEFT JOIN deck_file USING (path) ORDER BY position;
`;
  return {
    run() {
      const { status, stderr } = spawnSync('sqlite3', ['-readonly', file], {
        input: script,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`the shell of SQLite: ${stderr}`);
    },
  };
}

/** Export as a package: bare inserts of notes, cards and reviews into a new database, and a zip of it. */
export function floorPackage(file: string, folder: string): Floor {
  const db = new Database(file, { readonly: true });
  const cards = db.prepare<[], Row>('SELECT card_id, title, content FROM card WHERE retired = 0');
  const reviews = db.prepare<[], Row>(
    `SELECT n, card_id, rating, taken_ms, due_day, difficulty_after FROM event WHERE type = 'answer'`,
  );
  return {
    async run() {
      fs.mkdirSync(folder, { recursive: true });
      const collection = path.join(folder, 'floor.anki2');
      fs.rmSync(collection, { force: true });
      const target = new Database(collection);
      target.pragma('journal_mode = OFF');
      target.exec(`CREATE TABLE notes (id INTEGER PRIMARY KEY, flds TEXT, sfld TEXT);
        CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, data TEXT);
        CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid INTEGER, ease INTEGER, ivl INTEGER, factor INTEGER, time INTEGER);
        CREATE INDEX cards_nid ON cards (nid); CREATE INDEX revlog_cid ON revlog (cid);`);
      const note = target.prepare('INSERT INTO notes VALUES (?, ?, ?)');
      const card = target.prepare('INSERT INTO cards VALUES (?, ?, ?)');
      const review = target.prepare('INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?)');
      target.transaction(() => {
        const ids = new Map<unknown, number>();
        for (const row of cards.iterate()) {
          const id = ids.size + 1;
          ids.set(row.card_id, id);
          note.run(id, row.content, row.title);
          card.run(id, id, '{}');
        }
        for (const row of reviews.iterate())
          review.run(
            row.n,
            ids.get(row.card_id),
            row.rating,
            row.due_day,
            row.difficulty_after,
            row.taken_ms,
          );
      })();
      target.close();
      const zip = new yazl.ZipFile();
      zip.addFile(collection, 'collection.anki2');
      zip.end();
      await pipeline(zip.outputStream, fs.createWriteStream(path.join(folder, 'floor.apkg')));
    },
    close: () => void db.close(),
  };
}

/** FSRS alone: one call for each answer of the log, on the memory before it. */
function callFsrs(db: Database.Database): number {
  const algorithm = new FSRS(generatorParameters({ enable_fuzz: false, relearning_steps: ['10m'] }));
  const memories = new Map<unknown, { stability: number; difficulty: number; day: number }>();
  const answers = db.prepare<[], { card_id: string; study_day: number; rating: 1 | 2 | 3 | 4 }>(
    `SELECT card_id, study_day, rating FROM event WHERE type = 'answer' ORDER BY n`,
  );
  for (const { card_id, study_day, rating } of answers.iterate()) {
    const before = memories.get(card_id);
    const elapsed = before ? study_day - before.day : 0;
    const { stability, difficulty } = algorithm.next_state(before ?? null, elapsed, rating);
    memories.set(card_id, { stability, difficulty, day: study_day });
  }
  return memories.size;
}

/** Check: ts-fsrs's calls alone. */
export function floorCheck(file: string): Floor {
  const db = new Database(file, { readonly: true });
  return { run: () => callFsrs(db), close: () => void db.close() };
}

/** Import of a log: bare inserts of its events, operations and states into empty tables with the same indexes, and ts-fsrs's calls. */
export function floorImport(file: string, folder: string): Floor {
  const db = new Database(file, { readonly: true });
  const schema = db
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE tbl_name IN ('event', 'operation', 'card_state', 'device')
         AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC`,
    )
    .pluck()
    .all();
  return {
    run() {
      fs.mkdirSync(folder, { recursive: true });
      const target = path.join(folder, 'floor-import.db');
      for (const ending of ['', '-wal', '-shm']) fs.rmSync(target + ending, { force: true });
      const into = new Database(target);
      into.pragma('journal_mode = WAL');
      into.pragma('synchronous = FULL');
      for (const sql of schema) into.exec(sql);
      into.transaction(() => {
        for (const table of ['device', 'event', 'operation', 'card_state']) {
          const rows = db.prepare<[], Row>(`SELECT * FROM ${table}`);
          let insert: Database.Statement<[Row]> | null = null;
          for (const row of rows.iterate()) {
            insert ??= insertOf(into, 'INSERT', table, row);
            insert.run(row);
          }
        }
      })();
      into.close();
      callFsrs(db);
    },
    close: () => void db.close(),
  };
}

/** Optimise: the binding called bare on the answers before the day that the product keeps back. */
export function floorFit(file: string): Floor {
  const db = new Database(file, { readonly: true });
  const answers = db
    .prepare<[], { card_id: string; study_day: number; rating: number }>(
      `SELECT card_id, study_day, rating FROM event WHERE type = 'answer' ORDER BY n`,
    )
    .all();
  const cutDay = answers[Math.floor(answers.length * 0.8)]?.study_day ?? 0;
  const cards = Map.groupBy(answers, answer => answer.card_id);
  const makeItems = (ofCard: typeof answers): FSRSBindingItem[] => {
    const reviews = ofCard.map(
      ({ study_day, rating }, index) =>
        new FSRSBindingReview(rating, index === 0 ? 0 : study_day - (ofCard[index - 1]?.study_day ?? 0)),
    );
    return reviews.flatMap((_, index) =>
      index > 0 && (ofCard[index]?.study_day ?? cutDay) < cutDay
        ? [new FSRSBindingItem(reviews.slice(0, index + 1))]
        : [],
    );
  };
  return {
    // The binding takes nothing but its own objects.
    run: () =>
      computeParameters([...cards.values()].flatMap(makeItems), {
        enableShortTerm: true,
        numRelearningSteps: 1,
      }),
    close: () => void db.close(),
  };
}
