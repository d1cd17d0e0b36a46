import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeCommandLine } from '../../helpers/command-line.ts';

test('a backup is made, listed and put back; what was there before is saved', () => {
  const line = makeCommandLine();
  line.read('answer', '--card', 'one.1', '--rating', 'good');
  const { name } = line.read('backup', 'create');
  line.read('answer', '--card', 'one.2', '--rating', 'good');
  const { restored, saved } = line.read('backup', 'restore', String(name));
  expect(restored).toBe(name);
  const reps = (id: string) => line.read('card', id).state;
  expect([reps('one.1'), reps('one.2')]).toMatchObject([{ reps: 1 }, { reps: 0 }]);
  expect(line.read('backup', 'list').backups).toMatchObject([
    { name: saved, reason: 'restore', holds: { answers: 2 } },
    { name, reason: 'hand', holds: { answers: 1 } },
  ]);
  expect(line.run('backup', 'list').out).toContain('1 answer, 1 card, 0 mocks');
});

test.each([['nothing'], ['../..'], ['20261124T070000Z-hand']])('there is no backup “%s”', name => {
  const line = makeCommandLine();
  line.read('answer', '--card', 'one.1', '--rating', 'good');
  const ran = line.run('backup', 'restore', name);
  expect(ran.exit).toBe(2);
  expect(ran.err).toMatch(/no (?:whole backup|name of a backup)/);
  expect(fs.existsSync(path.join(line.dir, 'profile', 'backups'))).toBe(false);
});
