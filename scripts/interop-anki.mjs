import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installAnki } from './peers.mjs';
import { main, root, run, runScript } from './run.mjs';

// Meets Anki's own backend where its Python package can be installed, in an environment that is thrown away: Anki's
// collections come in here, ours go there, and cards, schedule, memory and log are compared on both sides. No part of
// the product or of its tests; Anki is AGPL and only spoken to through its files.
const helper = path.join(root, 'scripts', 'interop_anki.py');
const packages = ['current.apkg', 'legacy.apkg', 'current.colpkg', 'legacy.colpkg'];

await main(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-interop-'));
  try {
    const python = installAnki(folder);
    if (python === null) {
      console.log('interop:anki skipped: the Python package anki cannot be installed here.');
      return 0;
    }
    return await compare(python, folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * @param {string} python
 * @param {string} folder
 */
async function compare(python, folder) {
  const work = path.join(folder, 'work');
  fs.mkdirSync(work);
  const anki = (/** @type {string[]} */ ...args) => run(python, [helper, ...args]);
  const baseline = (/** @type {string[]} */ ...args) => runScript('scripts/cli.mjs', args);
  const steps = [
    () => anki('make', work),
    ...packages.flatMap(name => {
      const profile = path.join(work, `profile of ${name}`);
      const file = path.join(work, name);
      return [
        () => baseline('import', file, '--profile', profile),
        () => anki('in', work, name, profile),
        // Twice adds nothing, which the comparison after it sees.
        () => baseline('import', file, '--profile', profile),
        () => baseline('check', '--profile', profile),
        () => anki('in', work, `${name}, twice`, profile),
      ];
    }),
    () => baseline('replay', '--log', writeHistory(work), '--profile', path.join(work, 'own')),
    ...['profile of current.apkg', 'own'].flatMap(name => {
      const profile = path.join(work, name);
      const ours = path.join(work, `${name}.apkg`);
      return [
        () => baseline('export', '--format', 'apkg', '--out', ours, '--profile', profile),
        () => anki('out', work, ours, profile),
      ];
    }),
  ];
  let failed = 0;
  for (const step of steps) failed += (await step()) === 0 ? 0 : 1;
  console.log(failed === 0 ? 'interop:anki: nothing differs.' : `interop:anki: ${failed} steps failed.`);
  return failed === 0 ? 0 : 1;
}

/**
 * A history of cards that come with Baseline: one in its first steps, some in review, one that slipped just now.
 *
 * @param {string} work
 */
function writeHistory(work) {
  const daysAgo = (/** @type {number} */ days) => new Date(Date.now() - days * 86_400_000).toISOString();
  const lines = [
    ['outage.load', 'good', daysAgo(40)],
    ['outage.load', 'good', daysAgo(39.9)],
    ['outage.load', 'hard', daysAgo(36)],
    ['outage.load', 'easy', daysAgo(30)],
    ['scene.worth-a-cache', 'easy', daysAgo(20)],
    ['scene.worth-a-cache', 'again', daysAgo(2)],
    ['scene.worth-a-cache', 'good', daysAgo(1.99)],
    ['aside.or-none', 'easy', daysAgo(25)],
    ['aside.or-none', 'again', daysAgo(0.01)],
    ['aside.forecast', 'again', daysAgo(0.005)],
  ];
  const file = path.join(work, 'history.csv');
  fs.writeFileSync(file, ['card,rating,at', ...lines.map(line => line.join(',')), ''].join('\n'));
  return file;
}
