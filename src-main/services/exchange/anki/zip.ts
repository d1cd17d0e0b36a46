import fs from 'node:fs';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createZstdDecompress } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';

/** Limits of what is unpacked; a file beyond them was made to do harm, or is no deck. */
export const limits = {
  packageBytes: 4_000_000_000,
  entries: 200_000,
  collectionBytes: 1_000_000_000,
  mapBytes: 50_000_000,
  /** Of all pictures together. */
  mediaBytes: 2_000_000_000,
  /** How much larger than packed a content of more than `ratioFrom` bytes may be. */
  ratio: 400,
  ratioFrom: 20_000_000,
} as const;

/** A zip whose entries are read one by one, by name. */
export type Archive = {
  has(name: string): boolean;
  /** Unpacks an entry into a new file. Throws a ProblemError where it is larger than `largest` bytes or damaged. */
  extract(name: string, file: string, unpack: Unpack): Promise<void>;
  /** The same into memory. */
  read(name: string, unpack: Unpack): Promise<Buffer>;
  close(): void;
};

/** `zstd`: the entry's content is itself packed that way. */
export type Unpack = { largest: number; zstd: boolean };

/** Opens a zip. Throws a ProblemError where it is none, is cut off, or has names that lead out of it. */
export async function openArchive(file: string): Promise<Archive> {
  refuseSize(file);
  let zip: ZipFile | null = null;
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true });
    const entries = await listEntries(zip);
    return wrap(zip, entries);
  } catch (error) {
    zip?.close();
    throw explain(error);
  }
}

function refuseSize(file: string): void {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new ProblemError('invalid', `${file} cannot be read.`, 'Check the path.');
  if (stat.size > limits.packageBytes)
    throw new ProblemError(
      'invalid',
      'This file is too large for a package.',
      'Export fewer decks at a time.',
    );
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries)
    throw new ProblemError(
      'invalid',
      'This file holds too many files for a package.',
      'Export fewer decks at a time.',
    );
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    // The same name twice can show one content to a checker and another to a reader.
    if (entries.has(entry.fileName)) throw damaged(`it holds “${entry.fileName.slice(0, 50)}” twice`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

function wrap(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Archive {
  const unpack = async (name: string, into: () => Writable, { largest, zstd }: Unpack): Promise<void> => {
    const entry = entries.get(name);
    if (!entry) throw damaged(`“${name}” is missing`);
    if (entry.isEncrypted()) throw damaged('it is encrypted');
    if (!zstd && entry.uncompressedSize > largest) throw tooLarge(name);
    try {
      const stream = await zip.openReadStreamPromise(entry);
      const checked = countBytes(entry, entry.uncompressedSize, name);
      const limited = limitBytes(entry.compressedSize, largest, name);
      if (zstd) await pipeline(stream, checked, createZstdDecompress(), limited, into());
      else await pipeline(stream, checked, limited, into());
    } catch (error) {
      throw explain(error);
    }
  };
  return {
    has: name => entries.has(name),
    extract: (name, file, options) =>
      unpack(name, () => fs.createWriteStream(file, { flags: 'wx' }), options),
    read: async (name, options) => {
      const chunks: Buffer[] = [];
      const into = new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          chunks.push(chunk);
          done();
        },
      });
      await unpack(name, () => into, options);
      return Buffer.concat(chunks);
    },
    close: () => zip.close(),
  };
}

/** Passes on what is exactly the entry: its length and its checksum hold. */
function countBytes(entry: Entry, expected: number, name: string): Transform {
  let bytes = 0;
  let sum = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      sum = crc32(chunk, sum);
      done(bytes > expected ? damaged(`“${name}” is larger than it says`) : null, chunk);
    },
    flush: done => done(bytes !== expected || sum !== entry.crc32 ? damaged(`“${name}” is not whole`) : null),
  });
}

/** Stops where there is more than there may be, whatever the entry says of itself. */
function limitBytes(packed: number, largest: number, name: string): Transform {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      const isBomb = bytes > limits.ratioFrom && bytes > packed * limits.ratio;
      done(bytes > largest || isBomb ? tooLarge(name) : null, chunk);
    },
  });
}

function tooLarge(name: string): ProblemError {
  return new ProblemError(
    'invalid',
    `“${name}” in this file unpacks to more than a collection may hold.`,
    'Nothing was changed.',
  );
}

function damaged(why: string): ProblemError {
  return new ProblemError(
    'invalid',
    `This file is damaged or is no package: ${why}.`,
    'Export it again. Nothing was changed.',
  );
}

/** yauzl and zlib say in plain errors what is wrong with a file. */
function explain(error: unknown): unknown {
  if (error instanceof ProblemError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return error;
  return damaged(error.message.slice(0, 200));
}
