import { ensureElectron } from './electron.mjs';
import { main, run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// Tries the plan on simulated learners and writes docs/plan.md. Electron's Node reads TypeScript as it stands.
await main(async () => {
  const electron = await ensureElectron();
  ensureSystemPackages(electron.program, 'headless');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return run(electron.program, ['tests/simulation/main.ts'], { env });
});
