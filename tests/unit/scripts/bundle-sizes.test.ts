import { beforeAll, expect, test } from 'vitest';
import { build } from '../../../scripts/build.mjs';
import { readScripts, weighFirstScreen } from '../../../scripts/bundle-sizes.mjs';

/** Gzipped bytes of script that the first screen may wait for. */
const MOST_BYTES = 120_000;

beforeAll(() => build('stale'), 60_000);

test('the first screen waits for no more script than it may, and for none of the large libraries', () => {
  const scripts = readScripts();
  const first = scripts.filter(({ isFirst }) => isFirst).map(({ name }) => name);
  expect(first).toContain('index');
  for (const name of ['markdown', 'plot', 'zod', 'review-screen']) {
    expect(scripts.map(script => script.name)).toContain(name);
    expect(first).not.toContain(name);
  }
  expect(weighFirstScreen(scripts)).toBeLessThanOrEqual(MOST_BYTES);
});
