import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { runEndToEnd } from './e2e.mjs';
import { ensureElectron, sayWhich } from './electron.mjs';
import { main, runScript } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { countPlaywright, countVitest, reportTo } from './test-counts.mjs';
import { runUnit } from './unit.mjs';

// Everything that must hold, cheapest first, up to the first failure; the last line counts the tests.
await main(async () => {
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-reports-'));
  try {
    const exit = await runAll(reports);
    const counts = [countVitest(reports), countPlaywright(reports)];
    const sum = (/** @type {'passed' | 'failed'} */ key) => counts.reduce((all, each) => all + each[key], 0);
    console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
    return exit;
  } finally {
    fs.rmSync(reports, { recursive: true, force: true });
  }
});

/** @param {string} reports */
async function runAll(reports) {
  const electron = await ensureElectron();
  sayWhich(electron);
  ensureSystemPackages(electron.program, 'virtual display');
  const { vitest, playwright } = reportTo(reports);
  /** @type {[string, () => Promise<number>][]} */
  const steps = [
    [
      'Format and lint',
      () => runScript('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
    ],
    ['Types', () => runScript('node_modules/typescript/bin/tsc', ['--noEmit'])],
    ['Import rules', () => runScript('scripts/imports.mjs', [])],
    ['Build', () => build('stale').then(() => 0)],
    ['Unit and integration tests', () => runUnit(vitest)],
    ['End-to-end tests', () => runEndToEnd('e2e', playwright.args, playwright.env)],
  ];
  for (const [name, step] of steps) {
    console.log(`\n— ${name}`);
    const exit = await step();
    if (exit !== 0) {
      console.error(`\n${name}: failed.`);
      return exit;
    }
  }
  return 0;
}
