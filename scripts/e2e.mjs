import { build } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { main, run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Runs Playwright's tests against the built app in a real window, on a virtual display of their own.
 *
 * @param {'e2e' | 'long' | 'tour' | 'gallery' | 'smoke'} project
 * @param {readonly string[]} [args] Playwright's own, e.g. a path
 * @param {NodeJS.ProcessEnv} [more] added to the environment
 */
export async function runEndToEnd(project, args = [], more = {}) {
  const electron = await ensureElectron();
  ensureSystemPackages(electron.program, 'virtual display');
  await build('stale');
  // In Electron's Node, as the unit tests are: the system's may be too old for what the tests share with the app.
  return withVirtualDisplay(env =>
    run(electron.program, ['node_modules/@playwright/test/cli.js', 'test', `--project=${project}`, ...args], {
      env: { ...env, ...more, BASELINE_ELECTRON: electron.program, ELECTRON_RUN_AS_NODE: '1' },
    }),
  );
}

if (import.meta.filename === process.argv[1]) await main(() => runEndToEnd('e2e', process.argv.slice(2)));
