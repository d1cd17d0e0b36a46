import { defineConfig } from '@playwright/test';

/** They wait for real seconds, or measure one screen in many sizes: `npm run e2e:long`. By file, or by their tag. */
const long = /(layout|outside|window-place)\.spec\.ts|@long/;
/** There in both: what is dear of them waits for the long run. */
const alsoLong = /scenes\.spec\.ts/;

export default defineConfig({
  outputDir: 'out/test-results',
  // A test that fails once has failed.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', grepInvert: long },
    { name: 'long', testDir: 'tests/e2e', grep: [long, alsoLong] },
    { name: 'tour', testDir: 'tests/tour', testMatch: '*.tour.ts', timeout: 300_000 },
    { name: 'gallery', testDir: 'tests/tour', testMatch: '*.gallery.ts', timeout: 300_000 },
    { name: 'smoke', testDir: 'tests/smoke' },
  ],
});
