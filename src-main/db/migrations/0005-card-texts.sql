-- All texts of a card in one, folded to small letters without marks: what a search looks through.
ALTER TABLE card ADD COLUMN text TEXT NOT NULL DEFAULT '';

-- Every deck's file is read again at the next start, which fills it.
UPDATE deck_file SET hash = '';
