import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,integration,migrations}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Two cores: more forks only wait for each other.
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
