import { expect, test } from 'vitest';
import { makeCommandLine, readProblem } from '../../helpers/command-line.ts';

test('stats tells progress, in words and as JSON', () => {
  const line = makeCommandLine();
  line.run('answer', '--card', 'one.1', '--rating', 'easy');
  expect(line.read('stats')).toMatchObject({
    date: '2026-11-24',
    laterDate: null,
    activity: { answers: 1, studiedDays: 1 },
    stages: { all: { new: 2, young: 1 } },
  });
  const { out } = line.run('stats');
  expect(out).toContain('1 answer on 1 day');
  expect(out).toContain('Retention: Not enough reviews yet: 0 of 50.');
});

test('stats takes a later day, and refuses a past one and what is none', () => {
  const line = makeCommandLine();
  expect(line.read('stats', '--on', '2026-12-24')).toMatchObject({ laterDate: '2026-12-24' });
  for (const [on, message] of [
    ['2026-11-23', '2026-11-23 is past.'],
    ['Christmas', 'on: '],
  ] as const) {
    const ran = line.run('stats', '--on', on, '--json');
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(readProblem(ran).message).toContain(message);
  }
});
