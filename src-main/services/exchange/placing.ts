import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Store } from '../../db/store.ts';
import { nameDeckFile } from '../decks/location.ts';
import { hashDeckText } from '../decks/read-file.ts';
import { syncPath, writeWholeNow } from './whole-file.ts';

/** Deck files that are about to be replaced: what each holds now (null: it is new) and the fingerprint of what it will hold. */
const recordSchema = z.array(
  z.strictObject({
    name: z
      .string()
      .max(240)
      .regex(/^[^./\\][^/\\\0]*$/),
    beforeBase64: z.base64().nullable(),
    after: z.string(),
  }),
);

/** What of a profile is needed here; it need not be wholly open yet. */
type Place = { dir: string; ownDecks: string; store: Store };

const locate = (profileDir: string): string => path.join(profileDir, 'placing.json');

/** Where a file of a deck waits to be placed; the reader of decks passes over such names. */
export const waiting = (file: string): string => `${file}.new`;

/**
 * Notes on the disk which deck files a transaction is about to replace, so that `finishPlacing` can take it back should
 * this process be killed, or the power go, between the files and the commit. Call `endPlacing` when it is over.
 */
export function beginPlacing(
  { dir, ownDecks }: Place,
  files: readonly { name: string; text: string }[],
): void {
  if (files.length === 0) return;
  const record = files.map(({ name, text }) => {
    const file = path.join(ownDecks, name);
    const before = fs.existsSync(file) ? fs.readFileSync(file).toString('base64') : null;
    return { name, beforeBase64: before, after: hashDeckText(text) };
  });
  writeWholeNow(locate(dir), temporary =>
    fs.writeFileSync(temporary, JSON.stringify(record), { mode: 0o600 }),
  );
}

/** Takes the note away, for good: one that came back would take back what was done since. */
export function endPlacing({ dir }: Pick<Place, 'dir'>): void {
  if (!fs.existsSync(locate(dir))) return;
  fs.rmSync(locate(dir));
  syncPath(dir);
}

/** A note that says nothing any more takes nothing back: each file is whole, before or after. */
function readRecord(file: string): z.infer<typeof recordSchema> {
  try {
    return recordSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}

/** At a start: puts deck files back as they were where the transaction that was to replace them never came to its end. */
export function finishPlacing(place: Place): void {
  const file = locate(place.dir);
  if (!fs.existsSync(file)) return;
  const record = readRecord(file);
  const hashes = new Map(place.store.content.files().map(known => [known.path, known.hash]));
  const isCommitted = record.every(({ name, after }) => hashes.get(nameDeckFile(name, true)) === after);
  for (const { name, beforeBase64 } of isCommitted ? [] : record) {
    const target = path.join(place.ownDecks, name);
    fs.rmSync(waiting(target), { force: true });
    if (beforeBase64 === null) fs.rmSync(target, { force: true });
    else writeWholeNow(target, temporary => fs.writeFileSync(temporary, beforeBase64, 'base64'));
  }
  syncPath(place.ownDecks);
  endPlacing(place);
}
