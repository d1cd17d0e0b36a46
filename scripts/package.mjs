import { createRequire } from 'node:module';
import { build } from './build.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureNativeParts } from './native-parts.mjs';
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
  const forBoth = process.platform === 'darwin' && !args.includes('--dir');
  await ensureNativeParts(forBoth ? ['arm64', 'x64'] : [process.arch]);
  await build('stale');
  const from = [`-c.electronVersion=${electron.version}`];
  // The official one electron-builder fetches and checks itself: for both processors where an app is for both.
  if (!electron.official || process.env.ELECTRON_OVERRIDE_DIST_PATH)
    from.push(`-c.electronDist=${electron.folder}`);
  if (!electron.official) from.push(`-c.extraMetadata.version=${readVersion()}-development`);
  return runScript('node_modules/electron-builder/out/cli/cli.js', ['--publish', 'never', ...from, ...args]);
});

function readVersion() {
  /** @type {{ version: string }} */
  const { version } = createRequire(import.meta.url)('../package.json');
  return version;
}
