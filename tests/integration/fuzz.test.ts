import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsers } from '../fuzz/parsers.ts';
import { covered, listReaders, passedOver } from '../fuzz/readers.ts';
import { tryParser } from '../fuzz/run.ts';
import { makeFolder } from '../helpers/profile.ts';
import { countRuns } from '../helpers/runs.ts';

// A few inputs of the many that `npm run fuzz` tries: enough to see that each parser is reached, and still stands.

const root = path.resolve(import.meta.dirname, '..', '..');

describe('the registry', () => {
  test('every file that reads something is tried, or it is said why not', () => {
    const known = new Set([...covered, ...Object.keys(passedOver)]);
    expect(listReaders(root).filter(file => !known.has(file))).toEqual([]);
  });

  test('names no file that is gone, and none twice', () => {
    const named = [...covered, ...Object.keys(passedOver)];
    expect(named.filter(file => !fs.existsSync(path.join(root, file)))).toEqual([]);
    expect(Object.keys(passedOver).filter(file => covered.has(file))).toEqual([]);
  });

  test('gives every parser a name of its own', () => {
    expect(new Set(parsers.map(({ name }) => name)).size).toBe(parsers.length);
  });
});

describe('changed inputs', () => {
  test.each(parsers.map(parser => [parser.name, parser] as const))('%s', async (_name, parser) => {
    const folder = path.join(makeFolder(), 'work');
    const sound = (await parser.seeds()).length;
    const tally = await tryParser(parser, { seed: 1, from: 0, tries: sound + countRuns(2), folder });
    expect(tally.failures).toEqual([]);
    // Seeds that nothing reads would make a try of no worth.
    expect(tally.read).toBeGreaterThanOrEqual(sound);
  });
});
