import { expect, test } from 'vitest';
import { table } from '../../../../src-shared/domain/rules/table.ts';
import { limitOf, type ThresholdId, thresholds } from '../../../../src-shared/domain/rules/thresholds.ts';
import { writeRulesDocument } from '../../../helpers/rules-document.ts';

test('docs/rules-table.md is what the rules say (`npm run docs:rules` writes it anew)', async () => {
  await expect(writeRulesDocument()).toMatchFileSnapshot('../../../../docs/rules-table.md');
});

test('it holds every limit and every row', () => {
  const lines = writeRulesDocument().split('\n');
  for (const id of Object.keys(thresholds)) {
    expect(lines.filter(line => line.startsWith(`| \`${id}\` |`)).length, id).toBe(1);
  }
  expect(lines.filter(line => /\| (best|defensible|between limits|ruled out) \|/.test(line)).length).toBe(
    table.length,
  );
});

const shown = (id: ThresholdId): string => limitOf(id).toLocaleString('en');

test('conditions are spelled out with their limits, and named where tables share them', () => {
  const text = writeRulesDocument();
  expect(text).toContain(
    `| *fast inside* | *internal* and (\`latency_target_ms\` ≤ ${shown('protocol.grpc-target')} ms or \`calls_per_s\` ≥ ${shown('protocol.grpc-calls')} calls/s) |`,
  );
  expect(text).toContain('| `direction` is server-push and *live* and not *fast inside* |');
  expect(text).toContain(
    `| \`list_size\` ≥ ${shown('pagination.deep')} and \`items_arrive_live\` is not yes |`,
  );
  expect(text).toContain(
    '| no cache | best | (`reads_to_writes` < 5 or `reads_per_s` < 100 reads/s) and not',
  );
  expect(text).toContain('| shards | best | *overloaded* | One well-tuned database takes up to 50,000');
  expect(text).toContain('| *stale hurts* | `stale_read_harm` is money or stock |');
  expect(text).toContain('Asked only where `replicated` is yes.');
});
