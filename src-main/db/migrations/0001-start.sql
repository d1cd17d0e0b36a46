-- The log: every change of state, append-only. All other tables about progress are its fold.
CREATE TABLE event (
  n                 INTEGER PRIMARY KEY,      -- order of arrival in this file; not the order of events
  id                TEXT    NOT NULL UNIQUE,  -- UUID, version 7
  device            TEXT    NOT NULL REFERENCES device,
  seq               INTEGER NOT NULL,         -- 1, 2, 3 … on each device
  clock             INTEGER NOT NULL,         -- hybrid logical clock: UTC ms * 1024 + counter
  op_id             TEXT    NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED, -- one user action
  type              TEXT    NOT NULL,
  version           INTEGER NOT NULL,         -- of the payload
  at_ms             INTEGER NOT NULL,         -- UTC
  offset_min        INTEGER NOT NULL,         -- minutes east of UTC at that moment
  study_day         INTEGER NOT NULL,         -- days since 1970-01-01, local, turning at the day start
  card_id           TEXT,
  -- answers
  rating            INTEGER CHECK (rating BETWEEN 1 AND 4),
  taken_ms          INTEGER,
  phase_before      TEXT,
  phase_after       TEXT,
  step_after        INTEGER,
  stability_before  REAL,                     -- days
  difficulty_before REAL,                     -- 1 to 10
  stability_after   REAL,
  difficulty_after  REAL,
  recall            REAL,                     -- predicted, 0 to 1
  due_day           INTEGER,                  -- study day
  due_at_ms         INTEGER,                  -- UTC, only in steps
  chain_before      INTEGER,                  -- fingerprint of the history that the answer was given on
  surface_seed      INTEGER,
  -- the rest, as JSON
  payload           TEXT    NOT NULL,
  checksum          TEXT    NOT NULL,         -- of all columns above but n
  UNIQUE (device, seq),
  CHECK (type <> 'answer' OR (card_id IS NOT NULL AND rating IS NOT NULL AND stability_after IS NOT NULL
         AND difficulty_after IS NOT NULL AND due_day IS NOT NULL AND chain_before IS NOT NULL))
) STRICT;

CREATE INDEX event_by_card ON event (card_id, clock, device, seq) WHERE card_id IS NOT NULL;
CREATE INDEX event_by_op ON event (op_id);
CREATE INDEX event_by_day ON event (study_day, type);

CREATE TRIGGER event_is_never_altered BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

-- One row for each device that wrote events: where its sequence and its clock stand.
CREATE TABLE device (
  device     TEXT    PRIMARY KEY,
  own        INTEGER NOT NULL CHECK (own IN (0, 1)),
  last_seq   INTEGER NOT NULL,
  last_clock INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each user action: what undo and redo walk. `dropped` is undone and out of reach of redo.
CREATE TABLE operation (
  op_id    TEXT    PRIMARY KEY,
  device   TEXT    NOT NULL REFERENCES device,
  seq      INTEGER NOT NULL,                  -- of the first event
  type     TEXT    NOT NULL,                  -- of the first event
  card_id  TEXT,
  rating   INTEGER,
  status   TEXT    NOT NULL CHECK (status IN ('done', 'undone', 'dropped')),
  undoable INTEGER NOT NULL CHECK (undoable IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX operation_by_stack ON operation (device, status, seq) WHERE undoable = 1;

-- The fold of each card's effective events. A card without a row is new.
CREATE TABLE card_state (
  card_id      TEXT    PRIMARY KEY,
  phase        TEXT    NOT NULL CHECK (phase IN ('new', 'learning', 'review', 'relearning')),
  step         INTEGER NOT NULL,
  stability    REAL,
  difficulty   REAL,
  reps         INTEGER NOT NULL,
  lapses       INTEGER NOT NULL,
  last_day     INTEGER,
  due_day      INTEGER,
  due_at_ms    INTEGER,
  chain        INTEGER NOT NULL,
  suspended    INTEGER NOT NULL CHECK (suspended IN (0, 1)),
  buried_until INTEGER,
  flag         INTEGER NOT NULL,
  tags         TEXT    NOT NULL,              -- JSON array
  note         TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX card_state_by_due ON card_state (due_day) WHERE due_day IS NOT NULL;

-- The last effective `setting` or `parameters` event of each key.
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL                         -- JSON
) STRICT, WITHOUT ROWID;

-- Former ids of renamed cards.
CREATE TABLE card_alias (
  former_id TEXT PRIMARY KEY,
  card_id   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX card_alias_by_card ON card_alias (card_id);

-- What the deck files held when they were last read: a cache, keyed by each file's hash.
CREATE TABLE deck_file (
  path    TEXT    PRIMARY KEY,
  own     INTEGER NOT NULL CHECK (own IN (0, 1)),
  hash    TEXT    NOT NULL,
  deck_id TEXT,
  title   TEXT,
  topic   TEXT,
  faults  TEXT    NOT NULL                    -- JSON array
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
  card_id    TEXT    PRIMARY KEY,
  path       TEXT    NOT NULL,
  line       INTEGER NOT NULL,
  kind       TEXT    NOT NULL,
  topic      TEXT    NOT NULL,
  sibling    TEXT    NOT NULL,                -- cards of one sibling group are kept apart
  title      TEXT    NOT NULL,
  position   INTEGER NOT NULL,                -- place among new cards
  content    TEXT    NOT NULL,                -- JSON, as validated
  hash       TEXT    NOT NULL,                -- of the content
  retired    INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX card_by_position ON card (position) WHERE retired = 0;
CREATE INDEX card_by_sibling ON card (sibling);
CREATE INDEX card_by_path ON card (path);

CREATE TABLE baseline_default (
  id       TEXT    PRIMARY KEY,
  position INTEGER NOT NULL,
  content  TEXT    NOT NULL                   -- JSON, as validated
) STRICT, WITHOUT ROWID;
