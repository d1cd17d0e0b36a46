import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeCommandLine } from '../../helpers/command-line.ts';

/** Forty cards on five days each; half of the answers after the first are forgotten, against what FSRS expects. */
function writeForgetful(dir: string): string {
  const lines = Array.from({ length: 40 }, (_, card) =>
    [0, 2, 6, 12, 24].map((day, turn) => {
      const at = new Date(Date.UTC(2026, 8, 1 + (card % 20) + day, 8, card)).toISOString();
      return { at, line: `one.${card + 1},${turn > 0 && (card + turn) % 2 === 0 ? 'again' : 'good'},${at}` };
    }),
  ).flat();
  const sorted = lines.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ line }) => line);
  const file = path.join(dir, 'log.csv');
  fs.writeFileSync(file, ['card,rating,at', ...sorted, ''].join('\n'));
  return file;
}

test('plan: for a date and minutes, or those of the settings; refused without either', () => {
  const { read, run } = makeCommandLine(30);
  expect(read('plan', '--date', '2026-12-08', '--minutes', '10')).toMatchObject({
    daysLeft: 14,
    minutesPerDay: 10,
    cards: 30,
  });
  expect(run('plan')).toMatchObject({ exit: 2, err: expect.stringContaining('There is no interview date.') });
  expect(run('plan', '--date', '2026-11-24').exit).toBe(2);
  expect(run('plan', '--date', '2026-12-08', '--minutes', '4').exit).toBe(2);
  expect(run('plan', '--date', '2026-12-08').out).toMatch(/^2026-12-08: 14 days left\nWith 20 minutes a day/);
});

test('optimise: says what it would bring, applies it where it is told to, and is undone', () => {
  const { dir, read, run } = makeCommandLine(40);
  expect(run('optimise', '--apply')).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^Not enough reviews yet: 0 of 100\./),
  });
  read('replay', '--log', writeForgetful(dir));
  const state = (): unknown => read('card', 'one.1').state;
  const before = state();
  expect(read('optimise')).toMatchObject({
    outcome: 'fitted',
    scope: 'initial',
    better: true,
    applied: false,
  });
  expect(state()).toEqual(before);
  expect(read('optimise', '--apply')).toMatchObject({ applied: true, moved: 0 });
  expect(state()).not.toEqual(before);
  expect(read('check')).toMatchObject({ faults: [] });
  read('undo');
  expect(state()).toEqual(before);
});
