-- Mock interviews: one row an attempt, the fold of its events.
CREATE TABLE mock_attempt (
  attempt_id    TEXT    PRIMARY KEY,
  prompt_id     TEXT    NOT NULL,
  title         TEXT    NOT NULL,
  minutes       INTEGER NOT NULL,
  level         TEXT    NOT NULL,
  mode          TEXT    NOT NULL,
  started_at_ms INTEGER NOT NULL,             -- UTC
  study_day     INTEGER NOT NULL,
  note          TEXT    NOT NULL,
  contest       TEXT    NOT NULL,
  abandoned     INTEGER NOT NULL CHECK (abandoned IN (0, 1)),
  total         REAL,                         -- 0 to 100; null while it is not submitted
  rules_version INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX mock_attempt_by_start ON mock_attempt (started_at_ms);
CREATE INDEX mock_attempt_open ON mock_attempt (started_at_ms) WHERE total IS NULL AND abandoned = 0;

-- How far a practice attempt's own time has run; no event, since it says nothing once the attempt is over.
CREATE TABLE mock_clock (
  attempt_id TEXT    PRIMARY KEY,
  elapsed_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- An attempt's events without a scan.
CREATE INDEX event_by_attempt ON event (payload ->> 'attemptId', clock, device, seq)
  WHERE type IN ('mock_start', 'mock_act', 'mock_note', 'mock_submit', 'mock_contest', 'mock_abandon');

-- Cards that a missed decision brought back.
ALTER TABLE card_state ADD COLUMN marked INTEGER NOT NULL DEFAULT 0 CHECK (marked IN (0, 1));
CREATE INDEX card_state_by_mark ON card_state (card_id) WHERE marked = 1;
