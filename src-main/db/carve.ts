import fs from 'node:fs';
import { type EventRow, eventColumns, sumRow } from './event-row.ts';
import { pageBytes, readCommittedPages } from './wal.ts';

/**
 * Every event that stands whole in a database's files, whatever else is damaged: the bytes are searched for records of
 * the `event` table, and what a record says counts only where its checksum holds, so that nothing is made up. Of the
 * log of SQLite's, only what was committed is read. Reads the files only. `withWal` is false where that log is
 * another's.
 */
export function carveEvents(file: string, withWal: boolean): Map<string, EventRow> {
  const main = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
  const wal = withWal && fs.existsSync(`${file}-wal`) ? fs.readFileSync(`${file}-wal`) : Buffer.alloc(0);
  const changed = readCommittedPages(wal);
  const inFile: Pages = number => slicePage(main, number);
  // What continues on other pages is read as it stands in both, before the log was played in and after.
  const views: Pages[] = [number => changed.get(number) ?? inFile(number), inFile];
  const found = new Map<string, EventRow>();
  const search = (bytes: Buffer): void => {
    for (const row of searchBytes(bytes, views)) found.set(row.id, row);
  };
  search(main);
  for (const page of changed.values()) search(page);
  return found;
}

/** A page by its number, from 1; null where the file does not reach so far. */
type Pages = (number: number) => Buffer | null;

function slicePage(file: Buffer, number: number): Buffer | null {
  const start = (number - 1) * pageBytes;
  return number >= 1 && start + pageBytes <= file.length ? file.subarray(start, start + pageBytes) : null;
}

/**
 * How the header of each event's record begins, behind its length: `n` is null in it, since the row's own number
 * stands for it; then come two texts of 36 bytes, the ids of the event and of its device.
 */
const beginning = Buffer.from([0x00, 0x55, 0x55]);

function* searchBytes(bytes: Buffer, views: readonly Pages[]): Generator<EventRow> {
  for (let at = bytes.indexOf(beginning); at !== -1; at = bytes.indexOf(beginning, at + 1)) {
    const end = Math.min(bytes.length, (Math.floor(at / pageBytes) + 1) * pageBytes);
    const row = readEvent(bytes.subarray(Math.max(0, at - 1), end), views);
    if (row) yield row;
  }
}

/** Reads the record that begins with these bytes, of which the last are those of its page. */
function readEvent(local: Buffer, views: readonly Pages[]): EventRow | null {
  const header = readHeader(local);
  if (header === null) return null;
  const total = header.bytes + header.types.reduce((sum, type) => sum + measure(type), 0);
  for (const pages of views) {
    const record = gather(local, total, pages);
    const row = record && decode(record, header);
    if (row && sumRow(row) === row.checksum) return row;
  }
  return null;
}

type Header = { bytes: number; types: number[] };

/** `n`, what is summed, and the checksum. */
const columnCount = eventColumns.length + 2;

function readHeader(record: Buffer): Header | null {
  const bytes = record[0] ?? 0;
  const types: number[] = [];
  let at = 1;
  while (at < bytes && types.length <= columnCount) {
    let type = 0;
    let byte = 0x80;
    // A longer one would be a text of gigabytes.
    for (let length = 0; byte & 0x80 && length < 5; length++, at++) {
      byte = record[at] ?? 0;
      type = type * 128 + (byte & 0x7f);
    }
    types.push(type);
  }
  return at === bytes && types.length === columnCount ? { bytes, types } : null;
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8];

/** Bytes that a value of a type takes; those of a type that no event has are never summed. */
function measure(type: number): number {
  if (type === 7) return 8;
  return type < 12 ? (integerBytes[type] ?? 0) : (type - 12) >> 1;
}

const overflowBytes = pageBytes - 4;

/** The whole of a record of which a part may lie on other pages; null where it does not come together. */
function gather(local: Buffer, total: number, pages: Pages): Buffer | null {
  const inline = measureInline(total);
  if (total === inline) return local.length >= total ? local.subarray(0, total) : null;
  if (local.length < inline + 4) return null;
  const parts = [local.subarray(0, inline)];
  let next = local.readUInt32BE(inline);
  for (let left = total - inline; left > 0; left -= overflowBytes) {
    const page = pages(next);
    if (page === null) return null;
    parts.push(page.subarray(4, 4 + Math.min(left, overflowBytes)));
    next = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** How much of a record stands on its own page: https://www.sqlite.org/fileformat2.html#b_tree_pages. */
function measureInline(total: number): number {
  if (total <= pageBytes - 35) return total;
  const least = Math.floor(((pageBytes - 12) * 32) / 255) - 23;
  const fitting = least + ((total - least) % overflowBytes);
  return fitting <= pageBytes - 35 ? fitting : least;
}

function decode(record: Buffer, { bytes, types }: Header): EventRow | null {
  const values: (string | number | null)[] = [];
  let at = bytes;
  for (const type of types) {
    const size = measure(type);
    if (type === 10 || type === 11 || (type >= 12 && type % 2 === 0)) return null;
    values.push(readValue(record.subarray(at, at + size), type));
    at += size;
  }
  const names = ['n', ...eventColumns, 'checksum'];
  const { n: _n, ...row } = Object.fromEntries(names.map((name, index) => [name, values[index]]));
  // Its checksum proves that it is one: this is what was summed when it was written.
  return row as EventRow;
}

function readValue(bytes: Buffer, type: number): string | number | null {
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type >= 13) return bytes.toString('utf8');
  if (type === 8 || type === 9) return type - 8;
  return bytes.length === 8 ? Number(bytes.readBigInt64BE(0)) : bytes.readIntBE(0, bytes.length);
}
