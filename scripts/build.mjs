import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './cache.mjs';
import { gatherLicences } from './licences.mjs';
import { main, root, runScript, Stop } from './run.mjs';

const parts = ['main', 'preload', 'renderer'];
/** What the build is made of. */
const sources = [
  'src-main',
  'src-renderer',
  'src-shared',
  'package-lock.json',
  'scripts/licences.mjs',
  ...parts.map(part => `vite.${part}.config.ts`),
];
/** Written when a build is whole; its time is that of the build's start. */
const stamp = path.join(root, 'out', 'built');

/**
 * Builds the app into `out/`, with all words on standard error: standard output belongs to whoever asked for it.
 *
 * @param {'always' | 'stale'} when `stale`: only where a source is newer than the build
 */
export function build(when) {
  return withLock('build', async () => {
    if (when === 'stale' && !isStale()) return;
    const begun = new Date();
    fs.rmSync(stamp, { force: true });
    const vite = 'node_modules/vite/bin/vite.js';
    // Whoever asks: under a test's own, React would come in as it is for development.
    const env = { ...process.env, NODE_ENV: 'production' };
    for (const part of parts) {
      const args = ['build', '--config', `vite.${part}.config.ts`, '--logLevel', 'warn'];
      const exit = await runScript(vite, args, { env, stdio: ['ignore', 2, 2] });
      if (exit !== 0) throw new Stop(`The build of the ${part} part failed; see above.`);
    }
    gatherLicences(parts);
    fs.writeFileSync(stamp, '');
    fs.utimesSync(stamp, begun, begun);
  });
}

/** True where there is no whole build, or a source changed after it began. */
export function isStale() {
  const built = fs.statSync(stamp, { throwIfNoEntry: false });
  return built === undefined || sources.some(source => newest(path.join(root, source)) > built.mtimeMs);
}

/**
 * The latest change at or below a path, in ms since 1970; folders count, since a removed file touches only them.
 *
 * @param {string} file
 * @returns {number}
 */
function newest(file) {
  const stat = fs.statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return fs
    .readdirSync(file)
    .reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), stat.mtimeMs);
}

if (import.meta.filename === process.argv[1]) {
  await main(async () => {
    await build('always');
    return 0;
  });
}
