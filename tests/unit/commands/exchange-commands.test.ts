import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeCommandLine, readProblem } from '../../helpers/command-line.ts';
import { makeFolder } from '../../helpers/profile.ts';

test('what one profile writes, another brings in, and twice adds nothing', () => {
  const from = makeCommandLine();
  from.read('answer', '--card', 'one.1', '--rating', 'good');
  const out = path.join(makeFolder(), 'all.json');
  expect(from.read('export', '--format', 'json', '--out', out)).toMatchObject({ file: out });
  const to = makeCommandLine(0);
  expect(to.read('import', out)).toMatchObject({ added: 3, progress: 1, reviews: 1 });
  expect(to.read('import', out)).toMatchObject({ added: 0, reviews: 0 });
});

test('a file or a format that is none is misuse, in words, and nothing is written', () => {
  const { dir, run } = makeCommandLine();
  const folder = makeFolder();
  const before = fs.readdirSync(path.join(dir, 'decks'));
  for (const args of [
    ['import', path.join(folder, 'missing.json')],
    ['import', path.join(folder, 'program.exe')],
    ['import', folder],
    ['export', '--format', 'exe', '--out', path.join(folder, 'x')],
  ]) {
    const ran = run(...args, '--json');
    expect(ran.exit).toBeGreaterThan(0);
    expect(readProblem(ran).message).not.toBe('Something went wrong in this step.');
  }
  expect(fs.readdirSync(path.join(dir, 'decks'))).toEqual(before);
  expect(fs.readdirSync(folder)).toEqual([]);
});
