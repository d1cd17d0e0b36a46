import fs from 'node:fs';

// The format is https://www.sqlite.org/fileformat2.html#the_write_ahead_log: a header of 32 bytes, then frames.

/** Bytes of a page; every database of Baseline has SQLite's default. */
export const pageBytes = 4096;

const walHeaderBytes = 32;
const frameHeaderBytes = 24;

/** The first salt of a log; null where there is no log, or nothing in it. */
export function readWalSalt(file: string): number | null {
  try {
    const handle = fs.openSync(file, 'r');
    try {
      const header = Buffer.alloc(walHeaderBytes);
      return fs.readSync(handle, header, 0, walHeaderBytes, 0) === walHeaderBytes
        ? header.readUInt32BE(16)
        : null;
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    return null;
  }
}

/** The pages, by number, as the transactions left them that stand whole in a log: what SQLite itself would read. */
export function readCommittedPages(wal: Buffer): Map<number, Buffer> {
  const committed = new Map<number, Buffer>();
  if (wal.length < walHeaderBytes || wal.readUInt32BE(8) !== pageBytes) return committed;
  const magic = wal.readUInt32BE(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return committed;
  const isBigEndian = magic === 0x377f0683;
  let sums = addSums(wal.subarray(0, 24), isBigEndian, [0, 0]);
  if (sums[0] !== wal.readUInt32BE(24) || sums[1] !== wal.readUInt32BE(28)) return committed;
  let open = new Map<number, Buffer>();
  const step = frameHeaderBytes + pageBytes;
  for (let at = walHeaderBytes; at + step <= wal.length; at += step) {
    // A frame of an earlier log has other salts.
    if (wal.compare(wal, 16, 24, at + 8, at + 16) !== 0) break;
    const page = wal.subarray(at + frameHeaderBytes, at + step);
    sums = addSums(page, isBigEndian, addSums(wal.subarray(at, at + 8), isBigEndian, sums));
    if (sums[0] !== wal.readUInt32BE(at + 16) || sums[1] !== wal.readUInt32BE(at + 20)) break;
    open.set(wal.readUInt32BE(at), page);
    const isCommit = wal.readUInt32BE(at + 4) !== 0;
    if (!isCommit) continue;
    for (const [number, content] of open) committed.set(number, content);
    open = new Map();
  }
  return committed;
}

function addSums(bytes: Buffer, isBigEndian: boolean, [first, second]: [number, number]): [number, number] {
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    const x = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const y = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    a = (a + x + b) >>> 0;
    b = (b + y + a) >>> 0;
  }
  return [a, b];
}
