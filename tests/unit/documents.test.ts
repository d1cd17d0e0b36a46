import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../src-main/commands/run.ts';
import { commandNameSchema, describeCommand, findScreen, formatKey } from '../../src-shared/ipc/commands.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const readme = read('README.md');

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
const scriptNames = Object.keys(scripts);

/** What people read to find their way, in the repository. */
const documents = [
  ...fs.readdirSync(root).filter(file => file.endsWith('.md')),
  'decks/README.md',
  ...fs
    .readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md'))
    .map(file => `docs/${file}`),
];

describe('the README names', () => {
  test('every script of npm', () => {
    const named = [...readme.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split(/ +/));
    // The two commands at the head stand in no backticks.
    const head = readme.slice(0, readme.indexOf('# Baseline'));
    expect(scriptNames.filter(name => !named.includes(name) && !head.includes(`npm ${name}`))).toEqual([]);
  });

  test('every command of the terminal', () => {
    const names = new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''));
    expect([...names].filter(name => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  test('every key of the menu', () => {
    const keys = commandNameSchema.options.flatMap(name => {
      const { key } = describeCommand(name);
      return key === null || findScreen(name) !== null ? [] : [formatKey(key, false)];
    });
    expect(keys.filter(key => !readme.includes(`\`${key}\``))).toEqual([]);
  });
});

describe.each(documents)('%s', file => {
  const text = read(file);

  test('names scripts that there are', () => {
    const named = [...text.matchAll(/\bnpm run (?:--silent |-s )?([a-z0-9:]+)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter(name => !scriptNames.includes(name))).toEqual([]);
  });

  test('leads to files that there are', () => {
    const targets = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target);
    const near = targets.filter(target => !/^[a-z]+:/.test(target) && target !== 'media/NAME');
    expect(near.filter(target => !fs.existsSync(path.join(root, path.dirname(file), target)))).toEqual([]);
  });

  test('names files that there are', () => {
    const named = [...text.matchAll(/`((?:src-\w+|tests|scripts|decks|docs)\/[\w./-]+)`/g)].map(
      ([, name = '']) => name,
    );
    // Capitals stand for a name that the reader chooses.
    const fixed = named.filter(name => !/[A-Z]{2}|\bN\b|000N|-N\./.test(name));
    expect(fixed.filter(name => !fs.existsSync(path.join(root, name)))).toEqual([]);
  });
});
