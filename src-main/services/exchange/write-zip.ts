import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** A file of a zip: its name there, and what it holds, as the path of a file or as it is. */
export type ZipPart = {
  name: string;
  content: string | Buffer;
  /** Packed a third as long, into about a tenth more. */
  isQuick?: boolean;
};

/**
 * Writes a new zip, readable by its owner only. `mtime` is the time of every part; without one a part has that of its
 * file. Rejects where a part cannot be read or the place cannot be written.
 */
export async function writeZip(file: string, parts: Iterable<ZipPart>, mtime?: Date): Promise<void> {
  const zip = new yazl.ZipFile();
  const stop = new AbortController();
  // Heard to the end: the library tells what it cannot read here and nowhere else, and even after the writing failed
  // it may look for a part whose folder is gone by then.
  zip.on('error', error => stop.abort(error));
  const options = mtime ? { mtime } : {};
  for (const { name, content, isQuick = false } of parts) {
    const packed = isQuick ? { ...options, compressionLevel: 1 } : options;
    if (typeof content === 'string') zip.addFile(content, name, packed);
    else zip.addBuffer(content, name, packed);
  }
  zip.end();
  try {
    await pipeline(zip.outputStream, fs.createWriteStream(file, { mode: 0o600 }), { signal: stop.signal });
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error;
  }
}
