import { deflateRawSync } from 'node:zlib';
import type { Random } from '../../../src-shared/domain/random.ts';
import { unzip, type ZipEntry, zip } from '../../helpers/anki/unzip.ts';
import type { Mutate } from '../fuzzed.ts';
import { mutateBytes } from './bytes.ts';
import { mutateJson } from './values.ts';

const hostileNames = [
  '../out',
  '../../out',
  '/tmp/out',
  'C:\\out',
  '..\\out',
  'a/../../out',
  'collection.anki2',
  'collection.anki21',
  'collection.anki21b',
  'media',
  'meta',
  '',
  '.',
  '..',
  'nul',
  'a\0b',
  '\u202egnp.exe',
  'x'.repeat(60_000),
  '0',
  '1',
  'decks/',
  'media/..',
] as const;

/** A zip of as many zero bytes as its `packed` bytes can stand for. */
const bomb = (size: number): Pick<ZipEntry, 'content' | 'storedAs'> => {
  const content = Buffer.alloc(size);
  return { content, storedAs: deflateRawSync(content) };
};

/** Changes a zip: names that lead out, sizes and checksums that lie, entries that go or stand twice, bombs, or an entry's content. */
export const mutateZip: Mutate = (input, others, random) => {
  const entries = random.next() < 0.75 ? readEntries(input) : null;
  if (entries === null || entries.length === 0) return mutateBytes(input, others, random);
  const at = random.int(entries.length);
  const entry = entries[at] ?? { name: '', content: Buffer.alloc(0) };
  const change = (more: Partial<ZipEntry>): ZipEntry[] => entries.with(at, { ...entry, ...more });
  const others_ = entries.map(({ content }) => content);
  return zip(
    random.pick<() => ZipEntry[]>([
      () => change({ name: random.pick(hostileNames) }),
      () => [...entries, { ...entry, name: random.pick(hostileNames) }],
      () => change({ saysSize: random.pick([0, 1, entry.content.length + 1, 2 ** 31, 2 ** 32 - 1]) }),
      () => change({ saysSum: random.int(2 ** 32) }),
      () => change({ storedAs: deflateRawSync(entry.content) }),
      () => change({ storedAs: mutateBytes(deflateRawSync(entry.content), others_, random) }),
      () => change(bomb(random.pick([100_000, 3_000_000]))),
      () => change({ ...bomb(100_000), saysSize: 100 }),
      () => entries.toSpliced(at, 1),
      () => [...entries, entry],
      () => entries.toReversed(),
      // The content itself, with its checksum right, so that what reads it is reached.
      () => change({ content: mutateContent(entry.content, others_, random) }),
      () => change({ content: mutateContent(entry.content, others_, random) }),
      () => change({ content: mutateContent(entry.content, others_, random) }),
    ])(),
  );
};

function mutateContent(content: Buffer, others: readonly Buffer[], random: Random): Buffer {
  if (isDatabase(content)) return mutateDatabase(content, others, random);
  return content[0] === 0x7b ? mutateJson(content, others, random) : mutateBytes(content, others, random);
}

function readEntries(input: Buffer): ZipEntry[] | null {
  try {
    return [...unzip(input)].map(([name, content]) => ({ name, content }));
  } catch {
    return null;
  }
}

/** With as much of a header as is read here. */
const isDatabase = (content: Buffer): boolean =>
  content.length >= 100 && content.subarray(0, 6).toString('latin1') === 'SQLite';

/** Changes an SQLite file: its header, its pages (zeroed, moved, cut off), or the text in it, keeping lengths. */
export const mutateDatabase: Mutate = (input, others, random) => {
  if (!isDatabase(input)) return mutateBytes(input, others, random);
  const changed = Buffer.from(input);
  const pageBytes = input.readUInt16BE(16) === 1 ? 65_536 : input.readUInt16BE(16);
  const pages = Math.max(1, Math.floor(input.length / Math.max(512, pageBytes)));
  const start = random.int(pages) * pageBytes;
  switch (random.int(7)) {
    case 0:
      changed[random.int(100)] = random.int(256);
      return changed;
    case 1:
      return changed.fill(0, Math.min(start, changed.length), Math.min(start + pageBytes, changed.length));
    case 2:
      return Buffer.from(
        changed.copyWithin(start, random.int(pages) * pageBytes, (random.int(pages) + 1) * pageBytes),
      );
    case 3:
      return changed.subarray(0, start + random.int(pageBytes));
    case 4: {
      // The header of a page: its kind, how many cells there are, where they are.
      const at = start + (start === 0 ? 100 : 0) + random.int(40);
      if (at < changed.length) changed[at] = random.int(256);
      return changed;
    }
    case 5: {
      const at = random.int(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.int(8));
      return changed;
    }
    default:
      return changeWord(changed, random);
  }
};

/** Another word of the same length: column names, JSON and numbers in texts change, and every page stays whole. */
function changeWord(database: Buffer, random: Random): Buffer {
  const words = [...database.toString('latin1').matchAll(/[A-Za-z0-9{}":<>=/_.-]{3,40}/g)];
  if (words.length === 0) return database;
  const word = random.pick(words);
  const other = random.pick(['9', '{', '"', '\0', '-', 'é', '}}', '__proto__', 'null', '[[']);
  database.write(other.repeat(40).slice(0, word[0].length), word.index, word[0].length, 'latin1');
  return database;
}
