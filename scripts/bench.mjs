import fs from 'node:fs';
import path from 'node:path';
import { ensureElectron } from './electron.mjs';
import { main, root, run, Stop } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// Measures one subject, `npm run bench -- mock`: tests/bench/mock.bench.ts in Electron's Node, TypeScript as it stands.
await main(async () => {
  const [subject = ''] = process.argv.slice(2);
  const file = path.join('tests', 'bench', `${subject}.bench.ts`);
  if (!/^[a-z-]+$/.test(subject) || !fs.existsSync(path.join(root, file))) {
    throw new Stop(
      'Name what to measure, e.g. `npm run bench -- mock`; tests/bench/ holds one file for each.',
      2,
    );
  }
  const electron = await ensureElectron();
  ensureSystemPackages(electron.program, 'headless');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' };
  return run(
    electron.program,
    ['--experimental-transform-types', '--import', './scripts/load-sql.mjs', file],
    { env },
  );
});
