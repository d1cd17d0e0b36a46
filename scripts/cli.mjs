import { build } from './build.mjs';
import { ensureElectron } from './electron.mjs';
import { main, run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// A headless command: `npm run --silent cli -- COMMAND`. Standard output and the exit code are the command's own.
await main(async () => {
  const electron = await ensureElectron();
  ensureSystemPackages(electron.program, 'headless');
  await build('stale');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return run(electron.program, ['out/main/cli.js', ...process.argv.slice(2)], { env });
});
