import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { appFolder } from '../../helpers/launch-app.ts';
import { beginOutcome, type Fault, type Outcome } from '../fault.ts';

/** What tests of the test command cover: they are run as they stand, one test a try. */
type Covered = { name: string; files: readonly string[]; only?: string };

const covered: readonly (Covered & { runner: keyof typeof runners })[] = [
  {
    name: 'covered: page, graphics and main process die',
    runner: 'playwright',
    files: ['tests/e2e/crashes.spec.ts'],
  },
  {
    name: 'covered: a second start',
    runner: 'playwright',
    files: ['tests/e2e/window.spec.ts'],
    only: 'second start',
  },
  {
    name: 'covered: clock set, sleep through a mock',
    runner: 'vitest',
    files: ['tests/unit/ipc/mock-handlers.test.ts', 'tests/unit/ipc/round-handlers.test.ts'],
  },
  {
    name: 'covered: zone and day change, clock set back',
    runner: 'vitest',
    files: [
      'tests/unit/domain/study-day.test.ts',
      'tests/unit/domain/fold.test.ts',
      'tests/integration/day.test.ts',
    ],
  },
  {
    name: 'covered: two writers, a newer version',
    runner: 'vitest',
    files: [
      'tests/unit/db/lock.test.ts',
      'tests/unit/db/open.test.ts',
      'tests/integration/cli-process.test.ts',
    ],
  },
];

const vitestSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightSchema = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number() }) });

type Counts = { passed: number; failed: number };

/** How each runner is asked, and what its report says. */
const runners = {
  vitest: {
    args: ({ files, only }: Covered) => [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=json',
      ...files,
      ...(only === undefined ? [] : ['-t', only]),
    ],
    read: (report: unknown): Counts => {
      const { numPassedTests, numFailedTests } = vitestSchema.parse(report);
      return { passed: numPassedTests, failed: numFailedTests };
    },
  },
  playwright: {
    args: ({ files, only }: Covered) => [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--project=e2e',
      '--reporter=json',
      ...files,
      ...(only === undefined ? [] : ['-g', only]),
    ],
    read: (report: unknown): Counts => {
      const { expected, unexpected } = playwrightSchema.parse(report).stats;
      return { passed: expected, failed: unexpected };
    },
  },
} as const;

/** What is tried by tests that stand elsewhere. */
export const suiteFaults: readonly Fault[] = covered.map(one => ({
  name: one.name,
  says: one.files.join(', '),
  run: async (): Promise<Outcome> => {
    const { args, read } = runners[one.runner];
    // A test may not see that it runs inside of another program that was told how to read TypeScript.
    const { NODE_OPTIONS: _, ...env } = process.env;
    const child = spawn(process.execPath, args(one), {
      cwd: appFolder,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    const { passed, failed } = read(JSON.parse(printed.slice(printed.indexOf('{'))));
    const found = failed > 0 ? [`${failed} tests fail: ${one.files.join(', ')}`] : [];
    return { ...beginOutcome(), tries: passed + failed, corrupt: failed, found };
  },
}));
