import fs from 'node:fs';
import path from 'node:path';
import { parsers } from './parsers.ts';

/** What is written where something is read that came from outside: a call, or the library that makes it. */
const marks =
  /\bJSON\.parse\(|\breadStored\b|\bparseYaml\(|\breadYaml\(|\bsafeParse\(|Schema\.parse\(|\bparseArgs\(|\bcsv-parse\b|\bTextDecoder\b|\bURL\.parse\(|\bdecodeURI|\bPbfReader\b|\bJSONParser\b|\byauzl\b|\brehype-parse\b|\bremark-parse\b|\breact-markdown\b|\breadFileSync\b|\breadSync\b|\bnew Database\(|\blocalStorage\.getItem\b|\bmatchAll\(|\bDate\.parse\(/;

/** Files with such a mark that read nothing from outside, or through a reader that is tried, and why. */
export const passedOver: Readonly<Record<string, string>> = {
  'src-main/db/anki/write-collection.ts': 'makes a new database',
  'src-main/db/csv-source.ts': 'reads the open profile’s own tables',
  'src-main/db/export-source.ts': 'reads the open profile’s own tables',
  'src-main/db/stored-json.ts': 'is what the queries that are tried read by',
  'src-main/lifecycle/start.ts': 'is told by another start of Baseline, by a schema of one field',
  'src-main/services/exchange/hash-file.ts': 'takes a file’s bytes as they are',
  'src-main/services/exchange/json/write-json.ts': 'writes',
  'src-main/services/exchange/readiness/style.ts': 'holds no reader',
  'src-main/services/history.ts': 'proves an id of its own log',
  'src-main/services/mocks/interview.ts': 'copies a verdict of its own',
  'src-main/services/mocks/lines.ts': 'proves a day of its own log',
  'src-main/services/mocks/report.ts': 'reads a verdict of its own, which a schema proves',
  'src-main/services/mocks/view.ts': 'proves a fact of a prompt that was read',
  'src-main/services/rounds/lines.ts': 'proves a day of its own log',
  'src-main/services/rounds/rounds.ts': 'proves ids of its own cards',
  'src-renderer/features/settings/setting-fields.ts': 'proves what was typed by the contract’s own schema',
  'src-shared/domain/mock/check.ts': 'proves facts of a prompt that was read',
  'src-shared/domain/scenario/surfaces.ts': 'proves facts of a scenario that was read',
};

/** Every source file, from the root, that reads something. */
export function listReaders(root: string): string[] {
  return ['src-main', 'src-renderer', 'src-shared']
    .flatMap(folder =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map(name => path.posix.join(folder, name.split(path.sep).join('/'))),
    )
    .filter(name => /\.tsx?$/.test(name) && marks.test(fs.readFileSync(path.join(root, name), 'utf8')))
    .sort();
}

/** Every source file that a parser of the registry tries. */
export const covered: ReadonlySet<string> = new Set(parsers.flatMap(({ covers }) => covers));
