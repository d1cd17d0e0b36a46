-- What would otherwise be counted anew at every answer. Triggers keep it in the transaction of whatever writes: an
-- answer, an undo, a merge, a deck that is read. Each takes off what a row stood for and puts on what it stands for now.

-- Answers of each study day that count, by what their cards were then; extra study under `practice`.
CREATE TABLE day_tally (
  study_day  INTEGER NOT NULL,
  phase      TEXT    NOT NULL,
  answers    INTEGER NOT NULL,
  remembered INTEGER NOT NULL,                -- all but Again
  timed      INTEGER NOT NULL,                -- those whose time was taken
  taken_ms   INTEGER NOT NULL,                -- each cut at two minutes
  PRIMARY KEY (study_day, phase)
) STRICT, WITHOUT ROWID;

CREATE VIEW tallied_answer AS
  SELECT n, op_id, study_day, coalesce(phase_before, 'practice') AS phase, rating > 1 AS remembered,
    taken_ms > 0 AS timed, min(taken_ms, 120000) AS taken_ms
  FROM event WHERE type IN ('answer', 'practice');

INSERT INTO day_tally
  SELECT study_day, phase, count(*), sum(remembered), sum(timed), sum(taken_ms)
  FROM tallied_answer JOIN operation USING (op_id) WHERE status = 'done' GROUP BY 1, 2;

-- An operation's first event is written before the operation itself, the others after it.
CREATE TRIGGER tally_event AFTER INSERT ON event WHEN NEW.type IN ('answer', 'practice')
BEGIN
  INSERT INTO day_tally SELECT study_day, phase, 1, remembered, timed, taken_ms FROM tallied_answer
    WHERE n = NEW.n AND EXISTS (SELECT 1 FROM operation WHERE op_id = NEW.op_id AND status = 'done')
    ON CONFLICT DO UPDATE SET answers = answers + excluded.answers, remembered = remembered + excluded.remembered,
      timed = timed + excluded.timed, taken_ms = taken_ms + excluded.taken_ms;
END;

CREATE TRIGGER tally_operation AFTER INSERT ON operation WHEN NEW.status = 'done'
BEGIN
  INSERT INTO day_tally SELECT study_day, phase, count(*), sum(remembered), sum(timed), sum(taken_ms)
    FROM tallied_answer WHERE op_id = NEW.op_id GROUP BY 1, 2
    ON CONFLICT DO UPDATE SET answers = answers + excluded.answers, remembered = remembered + excluded.remembered,
      timed = timed + excluded.timed, taken_ms = taken_ms + excluded.taken_ms;
END;

CREATE TRIGGER tally_operation_turned AFTER UPDATE OF status ON operation
WHEN (NEW.status = 'done') <> (OLD.status = 'done')
BEGIN
  INSERT INTO day_tally
    SELECT study_day, phase, count(*) * way, sum(remembered) * way, sum(timed) * way, sum(taken_ms) * way
    FROM tallied_answer, (SELECT iif(NEW.status = 'done', 1, -1) AS way) WHERE op_id = NEW.op_id GROUP BY 1, 2
    ON CONFLICT DO UPDATE SET answers = answers + excluded.answers, remembered = remembered + excluded.remembered,
      timed = timed + excluded.timed, taken_ms = taken_ms + excluded.taken_ms;
END;

CREATE TRIGGER tally_operation_gone AFTER DELETE ON operation WHEN OLD.status = 'done'
BEGIN
  INSERT INTO day_tally SELECT study_day, phase, -count(*), -sum(remembered), -sum(timed), -sum(taken_ms)
    FROM tallied_answer WHERE op_id = OLD.op_id GROUP BY 1, 2
    ON CONFLICT DO UPDATE SET answers = answers + excluded.answers, remembered = remembered + excluded.remembered,
      timed = timed + excluded.timed, taken_ms = taken_ms + excluded.taken_ms;
END;

-- How many cards that will be asked come due on each day, and how many of them are reviews.
CREATE TABLE due_tally (
  due_day INTEGER PRIMARY KEY,
  cards   INTEGER NOT NULL,
  reviews INTEGER NOT NULL
) STRICT;

CREATE VIEW tallied_card AS
  SELECT card_id, due_day, phase = 'review' AS review FROM card_state JOIN card USING (card_id)
  WHERE due_day IS NOT NULL AND suspended = 0 AND retired = 0;

INSERT INTO due_tally SELECT due_day, count(*), sum(review) FROM tallied_card GROUP BY 1;

CREATE TRIGGER tally_state AFTER INSERT ON card_state
BEGIN
  INSERT INTO due_tally SELECT due_day, 1, review FROM tallied_card WHERE card_id = NEW.card_id
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards, reviews = reviews + excluded.reviews;
END;

CREATE TRIGGER tally_state_before BEFORE UPDATE OF phase, due_day, suspended ON card_state
WHEN NEW.due_day IS NOT OLD.due_day OR NEW.phase <> OLD.phase OR NEW.suspended <> OLD.suspended
BEGIN
  INSERT INTO due_tally SELECT due_day, -1, -review FROM tallied_card WHERE card_id = OLD.card_id
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards, reviews = reviews + excluded.reviews;
END;

CREATE TRIGGER tally_state_after AFTER UPDATE OF phase, due_day, suspended ON card_state
WHEN NEW.due_day IS NOT OLD.due_day OR NEW.phase <> OLD.phase OR NEW.suspended <> OLD.suspended
BEGIN
  INSERT INTO due_tally SELECT due_day, 1, review FROM tallied_card WHERE card_id = NEW.card_id
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards, reviews = reviews + excluded.reviews;
END;

CREATE TRIGGER tally_state_gone BEFORE DELETE ON card_state
BEGIN
  INSERT INTO due_tally SELECT due_day, -1, -review FROM tallied_card WHERE card_id = OLD.card_id
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards, reviews = reviews + excluded.reviews;
END;

CREATE TRIGGER tally_card AFTER INSERT ON card
BEGIN
  INSERT INTO due_tally SELECT due_day, 1, review FROM tallied_card WHERE card_id = NEW.card_id
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards, reviews = reviews + excluded.reviews;
END;

CREATE TRIGGER tally_card_before BEFORE UPDATE OF retired ON card WHEN NEW.retired <> OLD.retired
BEGIN
  INSERT INTO due_tally SELECT due_day, -1, -review FROM tallied_card WHERE card_id = OLD.card_id
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards, reviews = reviews + excluded.reviews;
END;

CREATE TRIGGER tally_card_after AFTER UPDATE OF retired ON card WHEN NEW.retired <> OLD.retired
BEGIN
  INSERT INTO due_tally SELECT due_day, 1, review FROM tallied_card WHERE card_id = NEW.card_id
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards, reviews = reviews + excluded.reviews;
END;

CREATE TRIGGER tally_card_gone BEFORE DELETE ON card
BEGIN
  INSERT INTO due_tally SELECT due_day, -1, -review FROM tallied_card WHERE card_id = OLD.card_id
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards, reviews = reviews + excluded.reviews;
END;

-- 1 once a card is no longer new, so that the next new cards are found without passing all that were met.
ALTER TABLE card ADD COLUMN met INTEGER NOT NULL DEFAULT 0 CHECK (met IN (0, 1));
UPDATE card SET met = 1 WHERE card_id IN (SELECT card_id FROM card_state WHERE phase <> 'new');
CREATE INDEX card_by_position_unmet ON card (position) WHERE retired = 0 AND met = 0;

CREATE TRIGGER meet_state AFTER INSERT ON card_state WHEN NEW.phase <> 'new'
BEGIN
  UPDATE card SET met = 1 WHERE card_id = NEW.card_id AND met = 0;
END;

CREATE TRIGGER meet_state_moved AFTER UPDATE OF phase ON card_state WHEN (NEW.phase = 'new') <> (OLD.phase = 'new')
BEGIN
  UPDATE card SET met = NEW.phase <> 'new' WHERE card_id = NEW.card_id;
END;

CREATE TRIGGER meet_state_gone AFTER DELETE ON card_state WHEN OLD.phase <> 'new'
BEGIN
  UPDATE card SET met = 0 WHERE card_id = OLD.card_id;
END;

CREATE TRIGGER meet_card AFTER INSERT ON card WHEN EXISTS
  (SELECT 1 FROM card_state WHERE card_id = NEW.card_id AND phase <> 'new')
BEGIN
  UPDATE card SET met = 1 WHERE card_id = NEW.card_id;
END;

-- Steps that wait for their moment are few; the topics of a hundred thousand cards, too.
CREATE INDEX card_state_by_moment ON card_state (due_day) WHERE due_at_ms IS NOT NULL;
CREATE INDEX card_line_by_topic ON card_line (topic);
