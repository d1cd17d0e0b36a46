import fs from 'node:fs';
import path from 'node:path';
import { locateBackups, readAbout } from '../../../src-main/services/backups/folder.ts';
import { openArchive } from '../../../src-main/services/exchange/anki/zip.ts';
import { hashFile } from '../../../src-main/services/exchange/hash-file.ts';
import { readJson } from '../../../src-main/services/exchange/json/read-json.ts';
import { unwatched } from '../../../src-main/services/exchange/watch.ts';
import type { Operation } from '../driver/protocol.ts';
import { tell } from '../inspect.ts';
import { onePixel } from '../templates.ts';
import type { Left, Looked } from './kill.ts';

/** What is wrong with a file that an export wrote; null where it is whole. */
async function findHalf(file: string): Promise<string | null> {
  const scratch = fs.mkdtempSync(path.join(path.dirname(file), 'read '));
  try {
    switch (path.extname(file)) {
      case '.json':
        readJson(file, scratch, unwatched);
        return null;
      case '.html':
        return fs.readFileSync(file, 'utf8').trimEnd().endsWith('</html>') ? null : 'is cut off';
      default: {
        const archive = await openArchive(file);
        const names = ['collection.anki2', 'media', 'cards.csv', 'mocks.csv', 'reviews.csv'];
        for (const name of names.filter(one => archive.has(one))) {
          await archive.extract(name, path.join(scratch, name), { largest: 100_000_000, zstd: false });
        }
        archive.close();
        return null;
      }
    }
  } catch (error) {
    return tell(error);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

const listMade = (operations: readonly Operation[]): string[] =>
  operations.flatMap(({ made }) => (made === null ? [] : [made]));

/** Every export in a folder is whole, and every one that was reported is there. */
export async function lookAtExports(folder: string, operations: readonly Operation[]): Promise<Looked> {
  const made = new Set(listMade(operations).map(file => path.join(folder, path.basename(file))));
  const faults: string[] = [];
  for (const name of fs.readdirSync(folder).filter(one => !one.startsWith('.'))) {
    const half = await findHalf(path.join(folder, name));
    if (half !== null) faults.push(`${name}: ${half}`);
  }
  return { lost: [...made].filter(file => !fs.existsSync(file)).length, faults };
}

/** Every backup that is listed holds what it says, and the last that was reported is listed. */
export function lookAtBackups({ dir, operations }: Left): Looked {
  const folder = locateBackups(dir);
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => !name.startsWith('.')) : [];
  const faults = names.flatMap(name => {
    const about = readAbout(folder, name);
    if (!about) return [`the backup ${name} is not whole`];
    return about.files
      .filter(file => hashFile(path.join(folder, name, file.path)) !== file.sha256)
      .map(file => `${file.path} of the backup ${name} is not what was saved`);
  });
  const last = listMade(operations).at(-1);
  return { lost: last === undefined || names.includes(last) ? 0 : 1, faults };
}

/** The deck can be read, and the last card that was saved is as it was saved, or as the save after it would have it. */
export function lookAtEdits({ dir, operations }: Left): Looked {
  const made = listMade(operations);
  const text = fs.readFileSync(path.join(dir, 'decks', 'one.yaml'), 'utf8');
  const latest = new Map(made.map(one => [one.split(' ')[0], one.slice(one.indexOf(' ') + 1)]));
  // The save that was not reported may have put another answer in the place of one.
  const missing = [...latest.values()].filter(answer => !text.includes(answer)).length;
  const cards = text.match(/id"?: ?"?one\.\d+/g)?.length ?? 0;
  return {
    lost: Math.max(0, missing - 1),
    faults: cards === 100 ? [] : [`${cards} of 100 cards in the file`],
  };
}

/** The log is all of the one or all of the other; where an operation was reported, the second. */
export function lookAtEither(before: ReadonlySet<string>, after: ReadonlySet<string>) {
  return ({ operations, found }: Left): Looked => {
    if (equals(found.ids, after)) return {};
    if (operations.some(({ done }) => done)) return { lost: 1 };
    return equals(found.ids, before)
      ? {}
      : { faults: [`${found.ids.size} events: neither before nor after`] };
  };
}

function equals(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every(id => b.has(id));
}

/** An import into a new profile: its log, its deck and its picture are there together, or none of them is. */
export function lookAtImport(after: ReadonlySet<string>) {
  const look = lookAtEither(new Set(), after);
  return (left: Left): Looked => {
    const { lost = 0, faults = [] } = look(left);
    const isIn = left.found.ids.size > 0;
    const has = (file: string): boolean => fs.existsSync(path.join(left.dir, file));
    const picture = path.join(left.dir, 'media', 'plan.png');
    const isBare = isIn && !(fs.existsSync(picture) && fs.readFileSync(picture).equals(onePixel));
    return {
      lost,
      faults: [
        ...faults,
        ...(has('decks/test.yaml') === isIn
          ? []
          : [isIn ? 'a log without its deck' : 'a deck without its log']),
        ...(isBare ? ['the picture is missing or damaged'] : []),
      ],
    };
  };
}
