import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineFreeCommand } from '../../../src-main/commands/define.ts';
import { describeCommands } from '../../../src-main/commands/describe.ts';
import { commands } from '../../../src-main/commands/run.ts';

test('docs/cli.md is what the schemas say (`npm run docs:cli` writes it anew)', async () => {
  await expect(describeCommands(commands)).toMatchFileSnapshot('../../../docs/cli.md');
});

test('every kind of field is named, with what is inside of it', () => {
  const command = defineFreeCommand({
    name: 'try this',
    summary: 'Tries.',
    needs: 'nothing',
    positional: ['path'],
    options: { how: 'in which way' },
    input: z.object({}),
    output: z.object({
      plain: z.string().describe('said so'),
      choice: z.enum(['a', 'b']).nullable(),
      list: z.array(z.object({ deep: z.number() })),
      inner: z.object({ flag: z.boolean() }).nullable(),
      table: z.record(z.string(), z.number()),
    }),
    run: () => ({ plain: '', choice: null, list: [], inner: null, table: {} }),
    format: () => '',
  });
  const text = describeCommands([command]);
  expect(text).toContain('npm run --silent cli -- try this <path> --how <how>');
  expect(text).toContain('- `--how`: in which way');
  expect(
    text
      .split('\n')
      .filter(line => /^\| `[a-z]+[.[`]/.test(line) && !line.includes('--'))
      .slice(-7),
  ).toEqual([
    '| `plain` | string | said so |',
    '| `choice` | `a`, `b` or null |  |',
    '| `list` | list of object |  |',
    '| `list[].deep` | number |  |',
    '| `inner` | object or null |  |',
    '| `inner.flag` | boolean |  |',
    '| `table` | object of number by name |  |',
  ]);
});
