import { build } from './build.mjs';
import { ensureElectron } from './electron.mjs';
import { main, runScript, Stop } from './run.mjs';

// Packages the built app with electron-builder: `npm run package -- --dir` for the unpacked folder only.
await main(async () => {
  const args = process.argv.slice(2);
  const electron = await ensureElectron();
  if (!electron.official && !args.includes('--dir')) {
    throw new Stop(
      'Only the official Electron may be shipped, and it could not be fetched. ' +
        'Set BASELINE_OFFICIAL_ELECTRON=1 where it is reachable, or try the packaging with -- --dir.',
    );
  }
  await build('stale');
  const from = [`-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`];
  return runScript('node_modules/electron-builder/out/cli/cli.js', ['--publish', 'never', ...from, ...args]);
});
