import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { countPlaywright, countVitest, reportTo } from '../../../scripts/test-counts.mjs';
import { appFolder } from '../../helpers/launch-app.ts';
import { beginOutcome, type Fault, type Outcome } from '../fault.ts';
import { inFolder } from '../templates.ts';

/** What tests of the test command cover: they are run as they stand, one test a try. */
type Covered = {
  name: string;
  runner: 'vitest' | 'playwright';
  files: readonly string[];
  only?: string;
};

const covered: readonly Covered[] = [
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

const programs = {
  vitest: ['node_modules/vitest/vitest.mjs', 'run'],
  playwright: ['node_modules/@playwright/test/cli.js', 'test', '--project=e2e'],
} as const;

/** What is tried by tests that stand elsewhere. */
export const suiteFaults: readonly Fault[] = covered.map(one => ({
  name: one.name,
  says: one.files.join(', '),
  run: () => inFolder(folder => runSuite(one, folder)),
}));

async function runSuite({ runner, files, only }: Covered, folder: string): Promise<Outcome> {
  const { vitest, playwright } = reportTo(folder);
  const args = [...programs[runner], ...files, ...(only === undefined ? [] : ['-g', only])];
  const report = runner === 'vitest' ? vitest : playwright.args;
  const child = spawn(process.execPath, [...args, ...report], {
    cwd: appFolder,
    env: { ...process.env, ...playwright.env },
    stdio: 'ignore',
  });
  await once(child, 'exit');
  const { passed, failed } = runner === 'vitest' ? countVitest(folder) : countPlaywright(folder);
  const found = failed > 0 ? [`${failed} tests fail: ${files.join(', ')}`] : [];
  return { ...beginOutcome(), tries: passed + failed, corrupt: failed, found };
}
