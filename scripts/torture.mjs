import { build } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { main, run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// Lets everything go wrong that can, and looks at what is left: tests/torture/main.ts, which says what the table means.
await main(async () => {
  const electron = await ensureElectron();
  ensureSystemPackages(electron.program, 'virtual display');
  await build('stale');
  const flags = ['--experimental-transform-types', '--import', './scripts/load-sql.mjs'];
  return withVirtualDisplay(env =>
    run(electron.program, [...flags, 'tests/torture/main.ts', ...process.argv.slice(2)], {
      env: {
        ...env,
        ELECTRON_RUN_AS_NODE: '1',
        NODE_NO_WARNINGS: '1',
        BASELINE_ELECTRON: electron.program,
      },
    }),
  );
});
