import { ensureElectron } from './electron.mjs';
import { main, run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Runs vitest inside Electron's Node, so that tests meet the same runtime and native module as the app.
 *
 * @param {readonly string[]} args vitest's own, e.g. a path
 */
export async function runUnit(args) {
  const electron = await ensureElectron();
  ensureSystemPackages(electron.program, 'headless');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return run(electron.program, ['node_modules/vitest/vitest.mjs', 'run', ...args], { env });
}

if (import.meta.filename === process.argv[1]) await main(() => runUnit(process.argv.slice(2)));
