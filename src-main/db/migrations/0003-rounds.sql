-- Rounds of single decisions: one row a round, the fold of its events.
CREATE TABLE round (
  round_id          TEXT    PRIMARY KEY,
  kind              TEXT    NOT NULL,
  seed              INTEGER NOT NULL,
  generator_version INTEGER NOT NULL,
  started_at_ms     INTEGER NOT NULL,         -- UTC
  study_day         INTEGER NOT NULL,
  answered          INTEGER NOT NULL,
  held              INTEGER NOT NULL,         -- answers that were best or defensible
  ran_ms            INTEGER NOT NULL,         -- on its own clock: at the last answer, and in the end at its end
  over              INTEGER NOT NULL CHECK (over IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX round_by_start ON round (started_at_ms);
CREATE INDEX round_open ON round (started_at_ms) WHERE over = 0;

-- A round's events without a scan.
CREATE INDEX event_by_round ON event (payload ->> 'roundId', clock, device, seq)
  WHERE type IN ('round_start', 'round_answer', 'round_end');
