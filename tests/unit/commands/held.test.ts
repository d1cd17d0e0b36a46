import path from 'node:path';
import { expect, test } from 'vitest';
import { makeCommandLine, readProblem } from '../../helpers/command-line.ts';
import { answer, at, openTestProfile } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');

test('while the app holds the profile, commands read, and writes are refused with who holds it', () => {
  const { dir, run, read } = makeCommandLine();
  const app = openTestProfile(dir, now, path.join(dir, 'none'));
  answer(app, 'one.2', 3, now);

  expect(read('today')).toMatchObject({ answeredToday: 1, counts: { new: 2, learning: 1 } });
  expect(read('next')).toMatchObject({ state: 'card' });
  expect(read('card', 'one.2')).toMatchObject({ state: { reps: 1 } });
  expect(read('check')).toMatchObject({ events: 1, cards: 1, faults: [] });

  for (const args of [
    ['answer', '--card', 'one.1', '--rating', '3'],
    ['undo'],
    ['redo'],
    ['replay', '--log', import.meta.filename],
  ]) {
    const ran = run(...args, '--json');
    expect(ran).toMatchObject({ exit: 1, out: '' });
    expect(readProblem(ran)).toEqual({
      code: 'busy',
      message: `This profile is open in Baseline (process ${process.pid}); nothing was changed.`,
      hint: 'Close it and try again, or answer there.',
    });
  }
  expect([...app.store.log.scan()]).toHaveLength(1);

  app.close();
  expect(run('undo')).toMatchObject({ exit: 0, out: 'Undone: Good on “What is one.2?”' });
});
