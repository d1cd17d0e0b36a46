import fs from 'node:fs';
import { z } from 'zod';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { readWalSalt } from './wal.ts';

/**
 * How a database was left, in a small file beside it (`baseline.db-state`), so that the next start knows what it may
 * trust:
 * - `first`: there never was anything in it;
 * - `open`: in use, with the log of SQLite's that began with `salt`, so that a missing or strange one is seen;
 * - `moving`: between the two, where nothing can be said of that log;
 * - `found`: closed in order, and then its log was found to be damaged, which a person is to decide on;
 * - `closed`: closed in order, with so many bytes and that header.
 * Without the file, or with one that cannot be read, nothing is known, and the database is proven.
 */
const leftSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('first') }),
  z.object({ state: z.literal('open'), salt: z.number() }),
  z.object({ state: z.literal('moving') }),
  z.object({ state: z.literal('found') }),
  z.object({
    state: z.literal('closed'),
    bytes: z.number(),
    header: z.string(),
    salt: z.number().nullable(),
  }),
]);
export type Left = z.infer<typeof leftSchema>;

/** Bytes at the beginning of a file that SQLite changes with every change of the whole. */
const headerBytes = 100;
/** SQLite counts its log's salt up by one each time that it begins the log anew: so far one session may come. */
const furthestSalt = 1 << 20;

const locateLeft = (file: string): string => `${file}-state`;

/** How the database was left; null where nothing is known. */
export function readLeft(file: string): Left | null {
  try {
    return leftSchema.parse(JSON.parse(fs.readFileSync(locateLeft(file), 'utf8')));
  } catch {
    return null;
  }
}

/** Notes how the database stands, on the disk when this returns. On a full disk nothing is noted rather than something wrong. */
export function writeLeft(file: string, left: Left): void {
  const place = locateLeft(file);
  try {
    const handle = fs.openSync(place, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600);
    try {
      const text = Buffer.from(`${JSON.stringify(left)}\n`);
      fs.writeSync(handle, text, 0, text.length, 0);
      fs.ftruncateSync(handle, text.length);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    fs.rmSync(place, { force: true });
  }
}

/** Notes that a database is in use, once its log has begun. On a disk on which SQLite keeps none, nothing is said of it. */
export function noteOpen(file: string): void {
  const salt = readWalSalt(`${file}-wal`);
  writeLeft(file, salt === null ? { state: 'moving' } : { state: 'open', salt });
}

/** Notes that the log of a closed database was found to be damaged: the next start asks. */
export function noteFound(file: string): void {
  writeLeft(file, { state: 'found' });
}

/** Notes that a database was closed in order. */
export function noteClosed(file: string): void {
  const header = readHeader(file);
  if (header === null) return;
  const { size } = fs.statSync(file);
  // Whoever still reads keeps the log where it is.
  writeLeft(file, { state: 'closed', bytes: size, header, salt: readWalSalt(`${file}-wal`) });
}

/** True where the database is byte for byte as long as it was when it was closed in order, and begins as it did. */
export function isAsClosed(file: string, left: Left | null): boolean {
  if (left?.state !== 'closed' || !fs.existsSync(file)) return false;
  return fs.statSync(file).size === left.bytes && readHeader(file) === left.header;
}

/**
 * Throws a ProblemError where the files are not those that were left: the database gone or empty, SQLite's log gone,
 * or another's in its place. Reads them only. To open them would play a strange log into the database.
 */
export function refuseStrangers(file: string, left: Left | null, hasBackups: boolean): void {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const wasUsed = left === null ? hasBackups : left.state !== 'first';
  if (size === 0 && wasUsed) {
    throw damaged(
      fs.existsSync(file) ? 'The database is empty.' : 'The database is missing.',
      'This profile was used before.',
    );
  }
  const salt = readWalSalt(`${file}-wal`);
  if (left?.state === 'open' && size > 0) {
    if (salt === null)
      throw damaged('A part of the database is missing.', 'The file with the last changes is gone.');
    if (!isSameLog(left.salt, salt)) throw stranger();
  }
  if (left?.state === 'closed' && salt !== null && (left.salt === null || !isSameLog(left.salt, salt)))
    throw stranger();
}

function isSameLog(known: number, found: number): boolean {
  return (found - known) >>> 0 < furthestSalt;
}

function stranger(): ProblemError {
  return damaged(
    'The database was mixed with another.',
    'The file with the last changes is not the one that was left here.',
  );
}

function damaged(message: string, hint: string): ProblemError {
  return new ProblemError('damaged', message, hint);
}

function readHeader(file: string): string | null {
  try {
    const handle = fs.openSync(file, 'r');
    try {
      const header = Buffer.alloc(headerBytes);
      fs.readSync(handle, header, 0, headerBytes, 0);
      return header.toString('hex');
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    return null;
  }
}
