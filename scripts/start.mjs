import { build } from './build.mjs';
import { hasDisplay } from './display.mjs';
import { ensureElectron, sayWhich } from './electron.mjs';
import { main, run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { runTour } from './tour.mjs';

// Builds Baseline where the sources changed, and opens it; arguments such as `--profile DIR` are the app's.
await main(async () => {
  const electron = await ensureElectron();
  sayWhich(electron);
  if (!hasDisplay()) {
    console.log('There is no display to open a window on, so this runs the tour on a virtual one instead.');
    return runTour();
  }
  ensureSystemPackages(electron.program, 'window');
  await build('stale');
  // Chromium refuses its sandbox to root; this is for development only, a release build never gets the switch.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return run(electron.program, [...asRoot, '.', ...process.argv.slice(2)]);
});
