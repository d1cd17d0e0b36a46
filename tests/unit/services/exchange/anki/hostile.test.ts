import fs from 'node:fs';
import path from 'node:path';
import { deflateRawSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPackage } from '../../../../../src-main/services/exchange/anki/read-package.ts';
import { openArchive } from '../../../../../src-main/services/exchange/anki/zip.ts';
import { bringIn } from '../../../../../src-main/services/exchange/bring-in.ts';
import { importFile } from '../../../../../src-main/services/exchange/import.ts';
import { startJob } from '../../../../../src-main/services/exchange/jobs.ts';
import { CancelledError, unwatched } from '../../../../../src-main/services/exchange/watch.ts';
import type { Profile } from '../../../../../src-main/services/profile.ts';
import { ProblemError } from '../../../../../src-shared/domain/problem.ts';
import { importHere, readHere } from '../../../../helpers/anki/exchange.ts';
import {
  type CollectionFixture,
  makeCollection,
  makeDatabase,
  makePackage,
  packageFormats,
  png,
} from '../../../../helpers/anki/make-package.ts';
import { type ZipEntry, zip } from '../../../../helpers/anki/unzip.ts';
import { at, makeFolder, openWithCards } from '../../../../helpers/profile.ts';

const now = at('2026-11-24T09:00:00Z');

const fixture: CollectionFixture = {
  notes: [{ id: 1, guid: 'g', mid: 1, fields: ['Front <img src="p.png">', 'Back'] }],
  cards: [{ id: 1, nid: 1, type: 2, queue: 2, due: 30, ivl: 10 }],
  reviews: [{ id: at('2026-11-20T08:00:00Z').atMs, cid: 1, ivl: 10 }],
  media: { 'p.png': png },
};

/** Everything in a profile's folder, with its content, but for the lock and SQLite's own files. */
function snapshot(profile: Profile): unknown {
  const files = fs
    .readdirSync(profile.dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/^(baseline\.db|lock)/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name));
  return {
    folders: fs
      .readdirSync(profile.dir)
      .filter(name => !/^baseline\.db-/.test(name))
      .sort(),
    files: files.sort().map(file => [file, fs.readFileSync(file, 'hex')]),
    log: [...profile.store.log.scan()].length,
    cards: profile.store.content.activeCards().length,
    states: [...profile.store.states.all()],
  };
}

function writeFile(content: Buffer, name = 'x.apkg'): string {
  const file = path.join(makeFolder(), name);
  fs.writeFileSync(file, content);
  return file;
}

async function expectRefused(file: string, message: RegExp): Promise<void> {
  const profile = openWithCards(now, 1);
  const before = snapshot(profile);
  const problem = await importHere(profile, file, now).then(
    () => null,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(ProblemError);
  expect(problem).toMatchObject({ code: 'invalid', message: expect.stringMatching(message) });
  expect(snapshot(profile)).toEqual(before);
}

const replace =
  (name: string, content: Buffer, more: Partial<ZipEntry> = {}) =>
  (entries: ZipEntry[]): ZipEntry[] =>
    entries.map(entry => (entry.name === name ? { ...entry, content, ...more } : entry));

describe('a file that is no package is refused', () => {
  test.each<[string, Buffer, RegExp]>([
    ['empty', Buffer.alloc(0), /damaged or is no package/],
    ['text', Buffer.from('front,back\n'), /damaged or is no package/],
    ['a picture', png, /damaged or is no package/],
    [
      'a zip without a collection',
      zip([{ name: 'readme.txt', content: Buffer.from('x') }]),
      /holds no collection/,
    ],
    ['an empty zip', zip([]), /holds no collection/],
    [
      'names that lead out of it',
      zip([
        { name: '../../evil', content: png },
        { name: 'collection.anki2', content: makeCollection(fixture, 11) },
      ]),
      /damaged or is no package/,
    ],
    [
      'absolute names',
      zip([
        { name: '/etc/evil', content: png },
        { name: 'collection.anki2', content: makeCollection(fixture, 11) },
      ]),
      /damaged or is no package/,
    ],
    [
      'the same name twice',
      zip([
        { name: 'collection.anki2', content: makeCollection(fixture, 11) },
        { name: 'collection.anki2', content: makeCollection({}, 11) },
      ]),
      /twice/,
    ],
  ])('%s', (_name, content, message) => expectRefused(writeFile(content), message));

  test('one that is not there', () => expectRefused('/no/such.apkg', /cannot be read/));
});

describe('a damaged package is refused', () => {
  test.each(packageFormats)('%s, cut anywhere', async format => {
    const whole = fs.readFileSync(makePackage(format, fixture));
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = writeFile(whole.subarray(0, Math.floor(whole.length * share)));
      await expectRefused(cut, /damaged or is no/);
    }
  });

  test.each(packageFormats)('%s, with a flipped byte in its collection', async format => {
    const whole = fs.readFileSync(makePackage(format, fixture));
    const start = whole.indexOf(`collection.${format}`) + `collection.${format}`.length;
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(start + 40) ^ 0xff, start + 40);
    await expectRefused(writeFile(flipped), /damaged or is no/);
  });

  test('sizes and checksums that lie', async () => {
    const collection = makeCollection(fixture, 11);
    for (const lie of [{ saysSize: 10 }, { saysSize: collection.length + 1 }, { saysSum: 1 }]) {
      const entry = {
        name: 'collection.anki2',
        content: collection,
        storedAs: deflateRawSync(collection),
        ...lie,
      };
      await expectRefused(writeFile(zip([entry])), /damaged or is no/);
    }
  });

  test.each<[string, Buffer, RegExp]>([
    ['not SQLite', Buffer.from('x'.repeat(5000)), /collection in this file is damaged/],
    ['cut', makeCollection(fixture, 11).subarray(0, 9000), /collection in this file is damaged/],
    ['empty', Buffer.alloc(0), /collection in this file is damaged/],
    ['of a newer version', makeCollection({ ...fixture, ver: 25 }, 11), /newer Anki \(its format is 25/],
    [
      'of a version that never was',
      makeCollection({ ...fixture, ver: 3 }, 11),
      /collection in this file is damaged/,
    ],
    ['of another program', makeOther('CREATE TABLE notes (id)'), /collection in this file is damaged/],
    [
      'with a view for a table',
      makeOther(
        'CREATE TABLE x (id); CREATE TABLE cards (id); CREATE TABLE revlog (id); CREATE TABLE col (id); CREATE VIEW notes AS SELECT * FROM x',
      ),
      /collection in this file is damaged/,
    ],
  ])('a collection that is %s', (_name, collection, message) =>
    expectRefused(makePackage('anki2', fixture, 'x.apkg', replace('collection.anki2', collection)), message),
  );

  test('a newer package format', () =>
    expectRefused(
      makePackage('anki21b', fixture, 'x.apkg', replace('meta', Buffer.from([8, 4]))),
      /newer Anki \(its format is 4/,
    ));

  test('a list of media that is none', async () => {
    await expectRefused(
      makePackage('anki2', fixture, 'x.apkg', replace('media', Buffer.from('["a"]'))),
      /list of media/,
    );
    await expectRefused(
      makePackage(
        'anki21b',
        fixture,
        'x.apkg',
        replace('media', zstdCompressSync(Buffer.from([0x0a, 0xff, 0xff]))),
      ),
      /list of media/,
    );
  });

  test('whatever bytes are changed: refused, or brought in whole', async () => {
    const wholes = packageFormats.map(format => fs.readFileSync(makePackage(format, fixture)));
    const change = fc.record({
      which: fc.nat(wholes.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ which, at: share, byte }) => {
        const bytes = Buffer.from(wholes[which] ?? Buffer.alloc(0));
        bytes.writeUInt8(byte, Math.floor(share * (bytes.length - 1)));
        const profile = openWithCards(now, 0);
        const before = snapshot(profile);
        try {
          await importHere(profile, writeFile(bytes), now);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
          expect(snapshot(profile)).toEqual(before);
        } finally {
          profile.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('bombs are stopped', () => {
  const zeros = Buffer.alloc(30_000_000);

  test.each<[string, (entries: ZipEntry[]) => ZipEntry[], RegExp]>([
    [
      'a collection that unpacks to thousands of times its size',
      replace('collection.anki2', zeros, { storedAs: deflateRawSync(zeros) }),
      /unpacks to more/,
    ],
    [
      'one that says it is larger than may be',
      // Nothing of it is unpacked: the little that it holds would be told as not whole.
      replace('collection.anki2', png, { storedAs: deflateRawSync(png), saysSize: 2_000_000_000 }),
      /unpacks to more/,
    ],
  ])('%s', (_name, change, message) =>
    expectRefused(makePackage('anki2', fixture, 'x.apkg', change), message),
  );

  test('one that is packed with zstd', () =>
    expectRefused(
      makePackage('anki21b', fixture, 'x.apkg', replace('collection.anki21b', zstdCompressSync(zeros))),
      /unpacks to more/,
    ));

  test('a picture beyond the limit, packed small, stays behind; the card comes', async () => {
    const large = Buffer.concat([png, Buffer.alloc(6_000_000)]);
    for (const format of packageFormats) {
      const profile = openWithCards(now, 0);
      const file = makePackage(format, { ...fixture, media: { 'p.png': large } });
      expect(await importHere(profile, file, now)).toMatchObject({
        added: 1,
        media: 0,
        leftOut: [{ why: expect.stringMatching(/larger than 5 MB/), count: 1, examples: ['p.png'] }, {}],
      });
    }
  });

  test('a limit on one entry holds whatever the entry says', async () => {
    const content = Buffer.alloc(10_000);
    const packed = { storedAs: deflateRawSync(content), zstd: false };
    for (const { zstd, ...entry } of [packed, { content: zstdCompressSync(content), zstd: true }]) {
      const archive = await openArchive(writeFile(zip([{ name: 'a', content, ...entry }])));
      await expect(archive.read('a', { largest: 9_999, zstd })).rejects.toThrow(/unpacks to more/);
      expect(await archive.read('a', { largest: 10_000, zstd })).toHaveLength(10_000);
      archive.close();
    }
  });
});

describe('media', () => {
  test.each([
    ['a page', Buffer.from('<html><script>steal()</script></html>')],
    [
      'a drawing that can act',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>steal()</script></svg>'),
    ],
    ['a program', Buffer.from('MZ\x90\0')],
  ])('%s under a picture’s name stays behind', async (_name, content) => {
    const profile = openWithCards(now, 0);
    const done = await importHere(
      profile,
      makePackage('anki2', { ...fixture, media: { 'p.png': content } }),
      now,
    );
    expect(done).toMatchObject({ added: 1, media: 0 });
    expect(fs.existsSync(path.join(profile.dir, 'media'))).toBe(false);
  });

  test('names that lead out of the folder name nothing: pictures are kept by their content', async () => {
    const name = '../evil.png';
    const evil: CollectionFixture = {
      ...fixture,
      notes: [{ id: 1, guid: 'g', mid: 1, fields: [`x <img src="${name}">`, 'y'] }],
      media: { [name]: png },
    };
    for (const format of packageFormats) {
      const profile = openWithCards(now, 0);
      await importHere(profile, makePackage(format, evil), now);
      expect(fs.readdirSync(path.join(profile.dir, 'media'))).toEqual([
        expect.stringMatching(/^[0-9a-f]{32}\.png$/),
      ]);
      const around = makeFolder();
      const inside = path.join(around, 'inside');
      fs.mkdirSync(inside);
      await readPackage(
        makePackage(format, evil),
        inside,
        { at: now, weights: profile.journal.weights() },
        unwatched,
      );
      expect(fs.readdirSync(around)).toEqual(['inside']);
    }
  });
});

describe('nothing is half written', () => {
  const many: CollectionFixture = {
    notes: Array.from({ length: 300 }, (_, n) => ({
      id: n + 1,
      guid: `g${n}`,
      mid: 1,
      fields: [`Front ${n}`, 'Back'],
    })),
    cards: Array.from({ length: 300 }, (_, n) => ({
      id: n + 1,
      nid: n + 1,
      type: 2,
      queue: 2,
      due: 30,
      ivl: 10,
    })),
  };

  test('where the log refuses, files and pictures are as they were', async () => {
    const profile = openWithCards(now, 1);
    const incoming = await readHere(profile, makePackage('anki2', fixture), now);
    const before = snapshot(profile);
    // The journal takes no event of such a time; by then files and pictures wait in their places.
    for (const each of incoming.progress) if (each.standing) each.standing.atMs = Date.UTC(2300, 0);
    expect(() => bringIn(profile, incoming, now)).toThrow(/2300/);
    expect(snapshot(profile)).toEqual(before);
  });

  test('where a deck of that name cannot be read, the import says so', async () => {
    const profile = openWithCards(now, 1);
    fs.writeFileSync(path.join(profile.ownDecks, 'anki-default.yaml'), 'cards: [');
    const before = snapshot(profile);
    await expect(importHere(profile, makePackage('anki2', fixture), now)).rejects.toThrow(
      /anki-default\.yaml in your decks folder, which is no deck/,
    );
    expect(snapshot(profile)).toEqual(before);
  });

  test('a worker’s problem comes back as one, and its folder is gone', () => {
    const profile = openWithCards(now, 1);
    const before = snapshot(profile);
    expect(() => importFile(profile, writeFile(png), now)).toThrow(ProblemError);
    expect(snapshot(profile)).toEqual(before);
  });

  test('a job that is cancelled ends as such', async () => {
    const profile = openWithCards(now, 0);
    const input = {
      file: makePackage('anki21b', many),
      folder: makeFolder(),
      options: { at: now, weights: profile.journal.weights() },
    };
    const job = startJob('read-anki', input, () => job.cancel());
    job.cancel();
    await expect(job.done).rejects.toBeInstanceOf(CancelledError);
    const whole = startJob('read-anki', { ...input, folder: makeFolder() }, () => undefined);
    expect((await whole.done).progress).toHaveLength(300);
  });
});

function makeOther(sql: string): Buffer {
  return makeDatabase(db => void db.exec(sql));
}
