import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { globalRules, importRules } from '../../../scripts/import-rules.mjs';
import { findBreaches } from '../../../scripts/imports.mjs';

const fixtures = path.resolve(import.meta.dirname, '..', '..', 'fixtures', 'import-rules');
const rules = [...importRules, ...globalRules].map(({ name }) => name).concat('no-cycles');

describe('import rules', () => {
  // Each folder breaks the rule that it is named by, once, and no other.
  test.each(rules)('%s fires', name => {
    expect(findBreaches(path.join(fixtures, name)).map(({ rule }) => rule)).toEqual([name]);
  });

  test('what is allowed is left alone', () => {
    expect(findBreaches(path.join(fixtures, 'nothing'))).toEqual([]);
  });

  test('a breach names the file, what it takes, and the rule in words', () => {
    const [breach] = findBreaches(path.join(fixtures, 'seeded-randomness'));
    expect(breach).toMatchObject({ file: 'src-main/services/queue.ts' });
    expect(breach?.message).toMatch(/^uses Math\.random: .*seed/);
  });
});
