import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { weights } from '../../../../src-shared/domain/mock/points.ts';
import { rulesVersion } from '../../../../src-shared/domain/mock/score.ts';
import { askedWhere, rowsOf, table } from '../../../../src-shared/domain/rules/table.ts';
import { thresholds } from '../../../../src-shared/domain/rules/thresholds.ts';

/** What each version decides by, as a sum. A line that is on the main branch is never altered. */
const sums: Readonly<Record<number, string>> = {
  1: '22e06c0dc72088a8',
};

/** All that a verdict hangs on but code: the rows without sentences and names, the limits and the points. */
function sumRules(): string {
  const rows = [...table, ...rowsOf('shard-key', ['key'])].map(({ because: _, names: __, ...row }) => row);
  const text = JSON.stringify({ rows, askedWhere, thresholds, weights });
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

test('rules that decide otherwise have a version of their own, so that an old score is not taken for a new one', () => {
  const sum = sumRules();
  expect(
    sums[rulesVersion],
    `rules, limits or points changed: raise rulesVersion in score.ts by one, and give its line here the sum ${sum}`,
  ).toBe(sum);
});
