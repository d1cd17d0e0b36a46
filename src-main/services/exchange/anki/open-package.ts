import fs from 'node:fs';
import path from 'node:path';
import { PbfReader } from 'pbf';
import { z } from 'zod';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import { openCollection, type ReadCollection } from '../../../db/anki/read-collection.ts';
import { largestImage } from '../../media.ts';
import { type Archive, limits, openArchive } from './zip.ts';

/** A package, open to be read. */
export type AnkiPackage = {
  collection: ReadCollection;
  /** A media file by the name that cards give it; null where it is not there or too large. */
  readMedia(name: string): Promise<Buffer | null>;
  close(): void;
};

/** The versions of packages in their `meta`: with `anki2`, with `anki21`, and packed with zstd. */
const versions = { first: 1, second: 2, packed: 3 };

const collectionNames: Record<number, string> = {
  [versions.first]: 'collection.anki2',
  [versions.second]: 'collection.anki21',
  [versions.packed]: 'collection.anki21b',
};

/**
 * Opens an .apkg or a .colpkg, of any version that is known; its collection is unpacked into `folder`. Throws a
 * ProblemError where it is something else, damaged, harmful or newer.
 */
export async function openPackage(file: string, folder: string): Promise<AnkiPackage> {
  const archive = await openArchive(file);
  try {
    const version = await findVersion(archive);
    const zstd = version === versions.packed;
    const name = collectionNames[version] ?? '';
    const collectionFile = path.join(folder, 'collection');
    await archive.extract(name, collectionFile, { largest: limits.collectionBytes, zstd });
    const media = await readMediaMap(archive, zstd);
    const collection = openCollection(collectionFile);
    return {
      collection,
      readMedia: createMediaReader(archive, media, zstd),
      close: () => {
        collection.close();
        archive.close();
        fs.rmSync(collectionFile, { force: true });
      },
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** What `meta` says; without one, the newest collection that is there. */
async function findVersion(archive: Archive): Promise<number> {
  if (archive.has('meta')) {
    const meta = await archive.read('meta', { largest: 1000, zstd: false });
    const version = readVersion(meta);
    if (version > versions.packed) {
      throw new ProblemError(
        'invalid',
        `This file was made by a newer Anki (its format is ${version}, the newest known is ${versions.packed}).`,
        'In Anki, tick “Support older Anki versions” when exporting.',
      );
    }
    if (collectionNames[version] && archive.has(collectionNames[version])) return version;
  }
  const found = [versions.packed, versions.second, versions.first].find(version =>
    archive.has(collectionNames[version] ?? ''),
  );
  if (found !== undefined) return found;
  throw new ProblemError(
    'invalid',
    'This file holds no collection of Anki’s.',
    'Choose an .apkg or a .colpkg.',
  );
}

/** Field 1 of the message in `meta`; 0 where there is none. */
function readVersion(meta: Uint8Array): number {
  try {
    const box = { version: 0 };
    new PbfReader(meta).readFields((tag, into, pbf) => {
      if (tag === 1) into.version = pbf.readVarint();
    }, box);
    return box.version;
  } catch {
    return 0;
  }
}

/** Which entry holds which media file. */
async function readMediaMap(archive: Archive, zstd: boolean): Promise<Map<string, string>> {
  if (!archive.has('media')) return new Map();
  const bytes = await archive.read('media', { largest: limits.mapBytes, zstd });
  return zstd ? readPackedMap(bytes) : readJsonMap(bytes);
}

const jsonMap = z.record(z.string(), z.string());

function readJsonMap(bytes: Buffer): Map<string, string> {
  let content: unknown = null;
  try {
    content = JSON.parse(bytes.toString('utf8') || '{}');
  } catch {
    // What is not JSON fails below.
  }
  const map = jsonMap.safeParse(content);
  if (!map.success) throw refuseMap();
  return new Map(Object.entries(map.data).map(([entry, name]) => [name.normalize('NFC'), entry]));
}

/** A list in field 1, of messages with the file's name in field 1; the entry is named by the place in the list. */
function readPackedMap(bytes: Buffer): Map<string, string> {
  const names: string[] = [];
  try {
    new PbfReader(bytes).readFields((tag, list, pbf) => {
      if (tag !== 1) return;
      const box = { name: '' };
      pbf.readMessage((field, into, inner) => {
        if (field === 1) into.name = inner.readString();
      }, box);
      list.push(box.name);
    }, names);
  } catch {
    throw refuseMap();
  }
  return new Map(names.map((name, index) => [name.normalize('NFC'), String(index)]));
}

function refuseMap(): ProblemError {
  return new ProblemError(
    'invalid',
    'The list of media in this file is damaged.',
    'Export it again. Nothing was changed.',
  );
}

function createMediaReader(
  archive: Archive,
  media: ReadonlyMap<string, string>,
  zstd: boolean,
): AnkiPackage['readMedia'] {
  let left: number = limits.mediaBytes;
  return async name => {
    const entry = media.get(name.normalize('NFC'));
    if (entry === undefined || !archive.has(entry)) return null;
    try {
      const content = await archive.read(entry, { largest: Math.min(largestImage, left), zstd });
      left -= content.length;
      return content;
    } catch (error) {
      // One bad picture is left out, and said.
      if (error instanceof ProblemError) return null;
      throw error;
    }
  };
}
