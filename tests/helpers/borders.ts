/** Where something comes in that the running program did not make itself. */
export type Border = {
  name: string;
  /** The sources in which it comes in. */
  through: readonly string[];
  /** The tests that try it with what is hostile, damaged or wrong. */
  suites: readonly string[];
};

/** Every border. A source with a way in that stands here nowhere fails a test. */
export const borders: readonly Border[] = [
  {
    name: 'what a page calls',
    through: [
      'src-main/ipc/register.ts',
      'src-main/ipc/recovery-handlers.ts',
      'src-main/preload/preload.ts',
      'src-main/preload/recovery.ts',
    ],
    suites: [
      'tests/unit/ipc/handlers.test.ts',
      'tests/unit/ipc/bounds.test.ts',
      'tests/unit/security/pollution.test.ts',
      'tests/e2e/security.spec.ts',
    ],
  },
  {
    name: 'addresses that a page asks for',
    through: ['src-main/security/scheme.ts'],
    suites: ['tests/unit/security/resolve-inside.test.ts', 'tests/e2e/security.spec.ts'],
  },
  {
    name: 'what is dropped or pasted',
    through: [
      'src-renderer/features/editor/text-field.tsx',
      'src-renderer/features/exchange/use-opened-files.ts',
      'src-main/preload/preload.ts',
    ],
    suites: [
      'tests/unit/services/own/edit.test.ts',
      'tests/e2e/editor.spec.ts',
      'tests/e2e/open-files.spec.ts',
    ],
  },
  {
    name: 'arguments and environment',
    through: [
      'src-main/main.ts',
      'src-main/cli.ts',
      'src-main/commands/run.ts',
      // What another start is handed on, and from where.
      'src-main/windows/system-shell.ts',
      'src-main/lifecycle/relaunch.ts',
    ],
    suites: [
      'tests/unit/lifecycle/arguments.test.ts',
      'tests/unit/commands/commands.test.ts',
      'tests/unit/commands/default-profile.test.ts',
      'tests/unit/commands/exchange-commands.test.ts',
      'tests/integration/cli-process.test.ts',
    ],
  },
  {
    name: 'folders that a person chooses for a profile',
    through: ['src-main/windows/system-shell.ts'],
    suites: [
      'tests/unit/services/recovery/reset.test.ts',
      'tests/unit/ipc/profile-handlers.test.ts',
      'tests/e2e/profiles.spec.ts',
    ],
  },
  {
    name: 'files that the system opens, and a second start',
    through: ['src-main/main.ts', 'src-main/lifecycle/start.ts', 'src-main/lifecycle/recovery.ts'],
    suites: [
      'tests/unit/lifecycle/open-files.test.ts',
      'tests/e2e/open-files.spec.ts',
      'tests/e2e/window.spec.ts',
    ],
  },
  {
    name: 'decks as YAML',
    through: ['src-main/services/decks/read-file.ts', 'src-main/services/decks/validate.ts'],
    suites: [
      'tests/unit/services/decks/sync.test.ts',
      'tests/unit/services/decks/validate.test.ts',
      'tests/unit/security/pollution.test.ts',
      'tests/e2e/hostile.spec.ts',
    ],
  },
  {
    name: 'prompts and attempts of mock interviews',
    through: ['src-main/services/mocks/read-mock.ts'],
    suites: ['tests/unit/commands/mock-files.test.ts'],
  },
  {
    name: 'packages and collections of Anki',
    through: [
      'src-main/services/exchange/anki/zip.ts',
      'src-main/db/foreign.ts',
      'src-main/db/anki/write-collection.ts',
    ],
    suites: [
      'tests/unit/services/exchange/anki/hostile.test.ts',
      'tests/unit/renderer/components/hostile.test.tsx',
      'tests/unit/security/pollution.test.ts',
    ],
  },
  {
    name: 'decks as text and tables',
    through: ['src-main/services/exchange/text/text-deck.ts'],
    suites: ['tests/unit/services/exchange/text/text-decks.test.ts', 'tests/unit/security/patterns.test.ts'],
  },
  {
    name: 'exports of everything',
    through: [
      'src-main/services/exchange/json/read-json.ts',
      'src-main/services/exchange/hash-file.ts',
      'src-main/db/staging.ts',
    ],
    suites: [
      'tests/unit/services/exchange/json-import.test.ts',
      'tests/integration/json-laws.test.ts',
      'tests/unit/security/pollution.test.ts',
    ],
  },
  {
    name: 'an import that was broken off',
    through: ['src-main/services/exchange/placing.ts', 'src-main/services/exchange/place-files.ts'],
    suites: ['tests/unit/services/exchange/placing.test.ts'],
  },
  {
    name: 'histories to be replayed',
    through: ['src-main/commands/review-commands.ts'],
    suites: ['tests/unit/commands/replay.test.ts'],
  },
  {
    name: 'backups',
    through: [
      'src-main/services/backups/folder.ts',
      'src-main/services/backups/replace.ts',
      'src-main/db/copy.ts',
    ],
    suites: ['tests/unit/services/backups/backups.test.ts'],
  },
  {
    name: 'the database and what lies beside it',
    through: [
      'src-main/db/open.ts',
      'src-main/db/create-store.ts',
      'src-main/db/copy-store.ts',
      'src-main/db/lock.ts',
      'src-main/db/left.ts',
      'src-main/db/wal.ts',
      'src-main/db/carve.ts',
      'src-main/db/read-truth.ts',
      'src-main/db/export-source.ts',
      'src-main/db/csv-source.ts',
    ],
    suites: [
      'tests/unit/db/open.test.ts',
      'tests/unit/db/lock.test.ts',
      'tests/unit/services/check.test.ts',
      'tests/integration/damage.test.ts',
      'tests/e2e/recovery.spec.ts',
    ],
  },
  {
    name: 'pictures of the profile',
    through: ['src-main/services/exchange/json/write-json.ts'],
    suites: [
      'tests/unit/security/resolve-inside.test.ts',
      'tests/unit/services/exchange/json-import.test.ts',
    ],
  },
  {
    name: 'where the window was',
    through: ['src-main/windows/place-file.ts'],
    suites: ['tests/unit/windows/place-file.test.ts', 'tests/unit/security/pollution.test.ts'],
  },
];

/** Which test reads files of each ending that can be brought in. */
export const importSuites: Readonly<Record<string, string>> = {
  '.apkg': 'tests/unit/services/exchange/anki/hostile.test.ts',
  '.colpkg': 'tests/unit/services/exchange/anki/import.test.ts',
  '.json': 'tests/unit/services/exchange/json-import.test.ts',
  '.baseline': 'tests/unit/services/exchange/exchange.test.ts',
  '.md': 'tests/unit/services/exchange/text/text-decks.test.ts',
  '.markdown': 'tests/unit/services/exchange/text/text-decks.test.ts',
  '.csv': 'tests/unit/services/exchange/text/text-decks.test.ts',
  '.tsv': 'tests/unit/services/exchange/text/text-decks.test.ts',
};
