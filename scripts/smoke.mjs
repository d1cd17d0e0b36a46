import fs from 'node:fs';
import path from 'node:path';
import { isStale } from './build.mjs';
import { runEndToEnd } from './e2e.mjs';
import { main, root, Stop } from './run.mjs';

// Starts the packaged app that `npm run package` left unpacked in `dist/`, and reviews a card in it.
await main(() => runEndToEnd('smoke', process.argv.slice(2), { BASELINE_PACKAGE: findPackaged() }));

/** The newest packaged program; on a Mac the folder of an app for both processors has a name of its own. */
function findPackaged() {
  const dist = path.join(root, 'dist');
  const inside = { darwin: 'Baseline.app/Contents/MacOS/Baseline', win32: 'Baseline.exe' };
  const program =
    process.platform === 'darwin' || process.platform === 'win32' ? inside[process.platform] : 'baseline';
  const folders = fs.existsSync(dist) ? fs.readdirSync(dist) : [];
  const made = folders
    .map(folder => path.join(dist, folder, program))
    .filter(file => fs.existsSync(file))
    .map(file => ({ file, atMs: fs.statSync(file).mtimeMs }))
    .toSorted((a, b) => b.atMs - a.atMs);
  if (made[0] === undefined || isStale())
    throw new Stop('There is no package of these sources in dist/. Run `npm run package -- --dir` first.');
  return made[0].file;
}
