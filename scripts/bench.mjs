import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { main, root, run, Stop } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// `npm run bench` times everything beside its floor (docs/performance.md); `npm run bench -- progress` one subject that has a
// file of its own, tests/bench/mock.bench.ts. In Electron's Node, TypeScript as it stands.
await main(async () => {
  const [first = '', ...rest] = process.argv.slice(2);
  const isSubject = /^[a-z-]+$/.test(first) && !first.startsWith('-');
  const file = path.join('tests', 'bench', isSubject ? `${first}.bench.ts` : 'main.ts');
  if (!fs.existsSync(path.join(root, file))) {
    throw new Stop(`There is no ${file}; without a name, all operations are measured.`, 2);
  }
  const args = isSubject ? rest : process.argv.slice(2);
  const electron = await ensureElectron();
  const options = ['--experimental-transform-types', '--import', './scripts/load-sql.mjs'];
  const bench = (/** @type {NodeJS.ProcessEnv} */ env) =>
    run(electron.program, [...options, file, ...args], {
      env: {
        ...env,
        ELECTRON_RUN_AS_NODE: '1',
        NODE_NO_WARNINGS: '1',
        BASELINE_ELECTRON: electron.program,
      },
    });
  // The only one that opens the app itself.
  if (first !== 'window') {
    ensureSystemPackages(electron.program, 'headless');
    return bench(process.env);
  }
  ensureSystemPackages(electron.program, 'virtual display');
  await build('stale');
  return withVirtualDisplay(bench);
});
