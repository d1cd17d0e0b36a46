-- What the list of all cards goes through: a narrow row for each card that stands in a deck, and an index of its words.
CREATE TABLE card_line (
  n          INTEGER PRIMARY KEY,             -- its row in card_words
  card_id    TEXT    NOT NULL UNIQUE,
  path       TEXT    NOT NULL,
  line       INTEGER NOT NULL,
  kind       TEXT    NOT NULL,
  topic      TEXT    NOT NULL,
  default_id TEXT,
  title      TEXT    NOT NULL,
  file_tags  TEXT    NOT NULL                 -- JSON array
) STRICT;

CREATE INDEX card_line_by_place ON card_line (path, line);

-- Words come folded and with a blank between two, so that it is one function of ours that says what a word is.
CREATE VIRTUAL TABLE card_words USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);

ALTER TABLE card DROP COLUMN text;

-- Every deck's file is read again at the next start, which fills both.
UPDATE deck_file SET hash = '';
