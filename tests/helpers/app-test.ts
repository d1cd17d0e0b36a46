import { test as base } from '@playwright/test';
import { type LaunchedApp, type LaunchOptions, launchApp } from './launch-app.ts';

export { expect } from '@playwright/test';

/** Starts apps that are closed and cleared away when the test ends. */
type Fixtures = { launch(options?: LaunchOptions): Promise<LaunchedApp> };

/** Playwright's `test` with a `launch` of its own: each app has a fresh profile. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  launch: async ({}, use) => {
    const apps: LaunchedApp[] = [];
    await use(async options => {
      const app = await launchApp(options);
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.dispose();
  },
});
