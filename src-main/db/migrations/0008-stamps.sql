-- What the file system said of a person's own deck file when it was read: while it says the same, the file need not be
-- read to know that nothing changed. Null where that cannot be trusted.
ALTER TABLE deck_file ADD COLUMN stamp TEXT;
