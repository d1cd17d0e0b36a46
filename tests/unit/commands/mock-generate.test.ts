import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generatePrompt } from '../../../src-shared/domain/mock/generate.ts';
import { makeCommandLine } from '../../helpers/command-line.ts';

test('mock generate prints the prompt of the seed, which the other commands read from a file', () => {
  const { read, run, dir } = makeCommandLine();
  const prompt = read('mock', 'generate', '--seed', '7', '--level', 'open');
  expect(prompt).toEqual(generatePrompt(7, { minutes: 35, level: 'open' }));
  const file = path.join(dir, 'seven.json');
  fs.writeFileSync(file, JSON.stringify(prompt));
  const score = generatePrompt(7, { minutes: 35, level: 'open' }).score;
  for (const stage of ['0', '1', '2']) {
    const { decisions } = read('mock', 'expect', '--prompt', file, '--stage', stage);
    expect(decisions).toHaveLength(score.length);
  }
  expect(run('mock', 'show', file).out).toBe(run('mock', 'generate', '--seed', '7', '--level', 'open').out);
});

test('twelve minutes are another prompt of the same seed', () => {
  const { read } = makeCommandLine();
  expect(read('mock', 'generate', '--seed', '7', '--minutes', '12')).toEqual(
    generatePrompt(7, { minutes: 12, level: 'guided' }),
  );
});

test.each([
  ['--seed', 'x'],
  ['--seed', '-1'],
  ['--seed', '1', '--level', 'hard'],
  ['--seed', '1', '--minutes', '20'],
])('mock generate refuses %s %s %s %s', (...args) => {
  const { run } = makeCommandLine();
  expect(run('mock', 'generate', ...args)).toMatchObject({ exit: 2, out: '' });
});
