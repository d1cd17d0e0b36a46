import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * The arguments and environment that make each test runner write its report into a folder, beside its usual words.
 *
 * @param {string} folder
 */
export function reportTo(folder) {
  return {
    vitest: [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${path.join(folder, 'vitest.json')}`,
    ],
    playwright: {
      args: ['--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(folder, 'playwright.json') },
    },
  };
}

/**
 * Vitest's counts; nothing where it did not come to run. A file that could not be read at all is one failure.
 *
 * @param {string} folder
 * @returns {Counts}
 */
export function countVitest(folder) {
  const report = readReport(path.join(folder, 'vitest.json'));
  if (report === null) return { passed: 0, failed: 0 };
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * Playwright's counts, likewise.
 *
 * @param {string} folder
 * @returns {Counts}
 */
export function countPlaywright(folder) {
  const report = readReport(path.join(folder, 'playwright.json'));
  if (report === null) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** @param {string} file */
function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
}
