import path from 'node:path';
import { expect, test } from 'vitest';
import { checkProfile } from '../../src-main/services/check.ts';
import { buildCollection, openCollection } from '../bench/collection.ts';
import { measureOn, operations } from '../bench/operations.ts';
import { makeFolder } from '../helpers/profile.ts';

/** Those whose workers take a second each to load are tried on demand, with BASELINE_RUNS. */
const costly = new Set(['export JSON', 'export CSV', 'export apkg', 'import apkg', 'optimise']);
const tried = operations.filter(({ name }) => process.env.BASELINE_RUNS !== undefined || !costly.has(name));

// Times belong to `npm run bench`; here it is seen that it runs, and on what.

test('the collection of the benchmark is one that a check finds sound', () => {
  const collection = buildCollection(makeFolder(), { cards: 60, reviews: 600 });
  const profile = openCollection(collection);
  expect(checkProfile(profile)).toMatchObject({ events: 600, faults: [] });
  profile.close();
});

test('every operation of the benchmark runs, beside its floor', async () => {
  const folder = makeFolder();
  const collection = buildCollection(path.join(folder, 'all'), { cards: 60, reviews: 1200 });
  for (const { name } of tried) {
    const { product, ratio } = await measureOn(collection, name, path.join(folder, name), 'quick');
    expect(product.p50, name).toBeGreaterThan(0);
    if (ratio) expect(ratio.middle, name).toBeGreaterThan(0);
  }
}, 120_000);
