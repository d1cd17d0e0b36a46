-- Edits of a person's own cards and decks (`card:ID`, `deck:ID`) that a merge needs: what replaced what, and which
-- versions lost. A text without a row was never edited since it was first read.
CREATE TABLE own_register (
  entry    TEXT PRIMARY KEY,
  register TEXT NOT NULL                      -- JSON
) STRICT, WITHOUT ROWID;
