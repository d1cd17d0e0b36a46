import type { Lifted, TestName } from './lifted.ts';

const anki = (name: string): TestName => ({
  file: 'tests/unit/services/exchange/anki/hostile.test.ts',
  name,
});
const drawing = (name: string): TestName => ({
  file: 'tests/unit/renderer/components/hostile.test.tsx',
  name,
});
const table = (name: string): TestName => ({ file: 'tests/unit/services/exchange/csv-export.test.ts', name });
const deck = (name: string): TestName => ({ file: 'tests/unit/services/decks/sync.test.ts', name });
const privacy = (name: string): TestName => ({ file: 'tests/unit/db/private-file.test.ts', name });
const log = (name: string): TestName => ({ file: 'tests/unit/lifecycle/log.test.ts', name });
const list = (name: string): TestName => ({ file: 'tests/unit/security/list.test.ts', name });

const nothingBecomes = drawing('on a card, or in another program, nothing becomes of ');
const takenOut = drawing(
  'markup in a text is taken out before anything is drawn: only the cleaner keeps it from what draws',
);
const everythingPrivate = privacy(
  'a new profile and what comes into it: answers, decks, pictures, reports, the log',
);

/** What is promised beside Electron's list. */
export const beyondTheList: readonly Lifted[] = [
  {
    of: 'texts',
    lifts: 'a card’s text is drawn uncleaned',
    file: 'src-renderer/components/markdown.tsx',
    says: 'rehypePlugins: [rehypeSanitize]',
    becomes: 'rehypePlugins: []',
    fails: [takenOut],
  },
  {
    of: 'texts',
    lifts: 'a text with gaps is drawn uncleaned',
    file: 'src-renderer/components/markdown.tsx',
    says: '{[rehypeSanitize, insertGaps]}',
    becomes: '{[insertGaps]}',
    fails: [takenOut],
  },
  {
    of: 'texts',
    lifts: 'what goes to another program is uncleaned, with its markup',
    file: 'src-main/services/exchange/markup/to-html.ts',
    says: '  .use(remarkRehype)\n  .use(rehypeSanitize)\n  .use(rehypeStringify)',
    becomes:
      '  .use(remarkRehype, { allowDangerousHtml: true })\n  .use(rehypeStringify, { allowDangerousHtml: true })',
    fails: [nothingBecomes, takenOut],
  },
  {
    of: 'texts',
    lifts: 'a picture is fetched from where a text says',
    file: 'src-renderer/components/markdown.tsx',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the source.
    says: "name === null ? alt : <img src={`/media/${name}`} alt={alt ?? ''} />",
    becomes: "name === null ? <img src={src} alt={alt ?? ''} /> : alt",
    fails: [nothingBecomes],
  },
  {
    of: 'pictures',
    lifts: 'whatever is called a picture is one',
    file: 'src-main/services/media.ts',
    says: "if (/^RIFF.{4}WEBP/s.test(head)) return 'webp';\n  return null;",
    becomes: "return 'webp';",
    fails: [anki('a drawing that can act under a picture’s name stays behind')],
  },
  {
    of: 'pictures',
    lifts: 'a picture of the profile may be a link',
    file: 'src-main/services/media.ts',
    says: 'fs.lstatSync(path.join(folder, name)',
    becomes: 'fs.statSync(path.join(folder, name)',
    fails: [{ file: 'tests/unit/security/resolve-inside.test.ts', name: 'link.png' }],
  },
  {
    of: 'packages',
    lifts: 'a content may be any number of times as large as it is packed',
    file: 'src-main/services/exchange/anki/zip.ts',
    says: 'bytes > limits.ratioFrom && bytes > packed * limits.ratio',
    becomes: 'false',
    fails: [
      anki('a collection that unpacks to thousands of times its size'),
      anki('one that is packed with zstd'),
    ],
  },
  {
    of: 'packages',
    lifts: 'what an entry says of its size is not asked for',
    file: 'src-main/services/exchange/anki/zip.ts',
    says: 'if (!zstd && entry.uncompressedSize > largest) throw tooLarge(name);',
    becomes: '',
    fails: [anki('one that says it is larger than may be')],
  },
  {
    of: 'packages',
    lifts: 'no limit on what is packed with zstd',
    file: 'src-main/services/exchange/anki/zip.ts',
    says: 'bytes > largest || isBomb',
    becomes: 'isBomb',
    fails: [anki('a limit on one entry holds whatever the entry says')],
  },
  {
    of: 'packages',
    lifts: 'names that lead out of the package',
    file: 'src-main/services/exchange/anki/media-in.ts',
    says: 'path.join(folder, name)',
    becomes: 'path.join(folder, source)',
    fails: [anki('names that lead out of the folder name nothing: pictures are kept by their content')],
  },
  {
    of: 'YAML',
    lifts: 'aliases expand without end',
    file: 'src-main/services/decks/yaml-file.ts',
    says: 'maxAliasCount: 100',
    becomes: 'maxAliasCount: -1',
    fails: [deck('that expands without end')],
  },
  {
    of: 'YAML',
    lifts: 'a deck of any size',
    file: 'src-main/services/decks/read-file.ts',
    says: 'if (stat.size > largestDeckFile)',
    becomes: 'if (stat.size < 0)',
    fails: [deck('that is huge')],
  },
  {
    of: 'patterns',
    lifts: 'a pattern that tries every way',
    file: 'src-shared/domain/media-address.ts',
    says: '[\\w.-]{0,100}',
    becomes: '(?:[\\w.-]+)+',
    fails: [{ file: 'tests/unit/security/patterns.test.ts', name: 'no text keeps a pattern busy: ' }],
  },
  {
    of: 'tables',
    lifts: 'a cell may be a formula',
    file: 'src-main/services/exchange/csv/write-csv.ts',
    says: 'escape_formulas: true',
    becomes: 'escape_formulas: false',
    fails: [
      table('no cell is a formula; every other text comes back as it is, without what no table can hold'),
    ],
  },
  {
    of: 'readable by their owner',
    lifts: 'the database is made by SQLite, for everyone to read',
    file: 'src-main/db/open.ts',
    says: 'if (!options.readOnly) makePrivate(file);',
    becomes: '',
    fails: [everythingPrivate],
  },
  {
    of: 'readable by their owner',
    lifts: 'what is written whole is for everyone',
    file: 'src-main/services/exchange/whole-file.ts',
    says: 'fs.chmodSync(temporary, 0o600);',
    becomes: 'fs.chmodSync(temporary, 0o644);',
    fails: [
      everythingPrivate,
      {
        file: 'tests/unit/services/exchange/json-import.test.ts',
        name: 'an export goes out and comes in by the tables of formats, whole, and only its owner can read it',
      },
    ],
  },
  {
    of: 'readable by their owner',
    lifts: 'tables are written for everyone',
    file: 'src-main/services/exchange/csv/write-csv.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the source.
    says: "`${table}.csv`), 'w', 0o600)",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the source.
    becomes: "`${table}.csv`), 'w', 0o644)",
    fails: [table('lines end as RFC 4180 has it, and only their owner can read them')],
  },
  {
    of: 'readable by their owner',
    lifts: 'what an earlier version left open stays so',
    file: 'src-main/db/private-file.ts',
    says: 'fs.chmodSync(file, 0o600);',
    becomes: '',
    fails: [privacy('what an earlier version left open to others, once it is opened again')],
  },
  {
    of: 'the log of faults',
    lifts: 'it holds the whole message',
    file: 'src-main/lifecycle/log-line.ts',
    says: 'cutShort(error.message)',
    becomes: 'error.message',
    fails: [
      log('YAML'),
      log('a statement of SQLite'),
      log('whatever stands in quotes, behind a colon or on another line'),
    ],
  },
  {
    of: 'the log of faults',
    lifts: 'it holds every line of a stack',
    file: 'src-main/lifecycle/log-line.ts',
    says: 'stack.slice(stack.indexOf(message) + message.length)',
    becomes: 'stack',
    fails: [log('lines like those of a stack')],
  },
  {
    of: 'the log of faults',
    lifts: 'it holds what a problem says to a person',
    file: 'src-main/lifecycle/log-line.ts',
    says: "error instanceof ProblemError ? '' : ",
    becomes: '',
    fails: [log('a problem')],
  },
  {
    of: 'the log of faults',
    lifts: 'it grows without end',
    file: 'src-main/lifecycle/log.ts',
    says: 'if (size > maxBytes)',
    becomes: 'if (size < 0)',
    fails: [log('the log is its owner’s alone and starts anew beyond its size, once')],
  },
  {
    of: 'ways in',
    lifts: 'a source reads a file that no border names',
    file: 'src-main/services/due.ts',
    says: 'export function readDue(',
    becomes: "export const stray = (): unknown => fs.readFileSync('x');\n\nexport function readDue(",
    fails: [
      {
        file: 'tests/unit/security/borders.test.ts',
        name: 'has every source in which something comes in, and no other',
      },
      {
        file: 'tests/integration/fuzz.test.ts',
        name: 'every file that reads something is tried, or it is said why not',
      },
    ],
  },
  {
    of: 'ways in',
    lifts: 'a channel takes what it is given',
    file: 'src-main/ipc/handlers.ts',
    says: 'parseInput(schema.input, input)',
    becomes: 'input as never',
    fails: [{ file: 'tests/unit/ipc/handlers.test.ts', name: 'every channel' }],
  },
  {
    of: 'dependencies',
    lifts: 'a package may run a script when it is installed',
    file: '.npmrc',
    says: 'ignore-scripts=true',
    becomes: 'ignore-scripts=false',
    fails: [
      {
        file: 'tests/unit/security/dependencies.test.ts',
        name: 'no package runs a script when it is installed',
      },
    ],
  },
  {
    of: 'dependencies',
    lifts: 'any newer one',
    file: 'package.json',
    says: '"zod": "',
    becomes: '"zod": "^',
    fails: [
      {
        file: 'tests/unit/security/dependencies.test.ts',
        name: 'every dependency is pinned to one version, and its document says what it is for, and of no other',
      },
    ],
  },
  {
    of: 'this document',
    lifts: 'it says something else than the list',
    file: 'SECURITY.md',
    says: 'every request and every check is denied',
    becomes: 'some requests are denied',
    fails: [list('SECURITY.md shows the list as it is')],
  },
];
