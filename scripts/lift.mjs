import { ensureElectron } from './electron.mjs';
import { main, run } from './run.mjs';

// Takes each protection out of a copy of the code and sees its tests fail: tests/lifted/main.ts.
await main(async () => {
  const electron = await ensureElectron();
  const flags = ['--experimental-transform-types', '--import', './scripts/load-sql.mjs'];
  return run(electron.program, [...flags, 'tests/lifted/main.ts', ...process.argv.slice(2)], {
    env: {
      ...process.env,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_NO_WARNINGS: '1',
      // What runs the scripts in the copy: electron-builder is no program for Electron's Node.
      BASELINE_NODE: process.execPath,
    },
  });
});
