import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { TestName } from './lifted.ts';

/** What became of a test: `absent` where it did not run, as when the code cannot even be built. */
export type Outcome = 'passed' | 'failed' | 'skipped' | 'absent';

/** Runs these tests of a repository, each file with the command that is for it, and tells what became of each. */
export function runTests(folder: string, names: readonly TestName[]): Map<TestName, Outcome> {
  const files = new Set(names.map(({ file }) => file));
  const outcomes = new Map<TestName, Outcome>();
  for (const file of files) {
    const ofFile = names.filter(one => one.file === file);
    const ran = runFile(
      folder,
      file,
      ofFile.map(({ name }) => name),
    );
    for (const one of ofFile) outcomes.set(one, judge(ran.filter(({ title }) => title.includes(one.name))));
  }
  return outcomes;
}

/** What loops for ever once its limit is gone is ended, and its tests have not run. */
const patienceMs = 300_000;

type Ran = { title: string; outcome: Outcome };

/** A table of tests fails with one of its rows. */
function judge(ran: readonly Ran[]): Outcome {
  const [first] = ran;
  if (first === undefined) return 'absent';
  if (ran.some(({ outcome }) => outcome === 'failed')) return 'failed';
  return ran.every(({ outcome }) => outcome === 'skipped') ? 'skipped' : 'passed';
}

function runFile(folder: string, file: string, names: readonly string[]): Ran[] {
  const report = path.join(folder, 'out', 'lifted.json');
  fs.rmSync(report, { force: true });
  const pattern = names.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (file.startsWith('tests/smoke/')) runScript(folder, 'package.mjs', ['--dir']);
  if (/^tests\/(e2e|smoke)\//.test(file)) {
    const script = file.startsWith('tests/smoke/') ? 'smoke.mjs' : 'e2e.mjs';
    runScript(folder, script, [file, '-g', pattern, '--reporter=json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    return fs.existsSync(report) ? readPlaywright(JSON.parse(fs.readFileSync(report, 'utf8'))) : [];
  }
  runScript(folder, 'unit.mjs', [file, '-t', pattern, '--reporter=json', `--outputFile=${report}`]);
  return fs.existsSync(report) ? readVitest(JSON.parse(fs.readFileSync(report, 'utf8'))) : [];
}

/** Runs a script by the Node that began all this, and not by Electron's, in which this runs. */
function runScript(
  folder: string,
  script: string,
  args: readonly string[],
  more: Record<string, string> = {},
): void {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  spawnSync(env.BASELINE_NODE ?? 'node', [path.join(folder, 'scripts', script), ...args], {
    cwd: folder,
    env: { ...env, ...more },
    timeout: patienceMs,
    killSignal: 'SIGKILL',
    stdio: env.BASELINE_SHOW === undefined ? 'ignore' : 'inherit',
  });
}

const vitestSchema = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
});

function readVitest(report: unknown): Ran[] {
  const { testResults } = vitestSchema.parse(report);
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults
      // Those that were not asked for are told as skipped.
      .filter(({ status }) => status !== 'skipped' && status !== 'pending')
      .map(({ fullName, status }) => ({ title: fullName, outcome: readStatus(status) })),
  );
}

const suiteSchema = z.object({
  get suites() {
    return z.array(suiteSchema).optional();
  },
  specs: z
    .array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) }))
    .optional(),
});

function readPlaywright(report: unknown): Ran[] {
  const { suites = [], specs = [] } = suiteSchema.parse(report);
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ status }) => ({ title, outcome: readStatus(status) })),
  );
  return [...own, ...suites.flatMap(readPlaywright)];
}

/** Vitest and Playwright each have words of their own. */
function readStatus(status: string): Outcome {
  if (status === 'passed' || status === 'expected') return 'passed';
  return status === 'skipped' ? 'skipped' : 'failed';
}
