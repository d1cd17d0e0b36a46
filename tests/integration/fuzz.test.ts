import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsers } from '../fuzz/parsers.ts';
import { tryParser } from '../fuzz/run.ts';
import { makeFolder } from '../helpers/profile.ts';
import { countRuns } from '../helpers/runs.ts';

// A few inputs of the many that `npm run fuzz` tries: enough to see that each parser is reached, and still stands.

describe('changed inputs', () => {
  test.each(parsers.map(parser => [parser.name, parser] as const))('%s', async (_name, parser) => {
    const folder = path.join(makeFolder(), 'work');
    const tally = await tryParser(parser, { seed: 1, from: 0, tries: countRuns(10), folder });
    expect(tally.failures).toEqual([]);
    // Seeds that nothing reads would make a try of no worth.
    expect(tally.read).toBeGreaterThanOrEqual(parser.seeds().length);
  });
});
