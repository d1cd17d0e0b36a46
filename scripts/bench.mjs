import fs from 'node:fs';
import path from 'node:path';
import { ensureElectron } from './electron.mjs';
import { main, root, run, Stop } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// `npm run bench` times everything beside its floor (docs/performance.md); `npm run bench -- mock` one subject that has a
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
  ensureSystemPackages(electron.program, 'headless');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' };
  return run(
    electron.program,
    ['--experimental-transform-types', '--import', './scripts/load-sql.mjs', file, ...args],
    { env },
  );
});
