import { defineConfig } from 'vitest/config';

/** These put modules of their own in the place of the app's, which others must not meet. */
const apart = ['tests/unit/domain/rules/mutants.test.ts'];
const include = ['tests/{unit,integration,migrations}/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    pool: 'forks',
    // Two cores: more forks only wait for each other.
    maxWorkers: 2,
    testTimeout: 20_000,
    // What one test put in the place of a function or the environment is gone before the next.
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      // The app's modules are loaded once for each fork, and not for each file: a third of the time would go into that.
      { extends: true, test: { name: 'shared', include, exclude: apart, isolate: false } },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
