import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CommandLine, makeCommandLine, type Ran, readProblem } from '../../helpers/command-line.ts';

const history = `card,rating,at
one.1,good,2026-10-01T08:00:00+02:00
one.1,3,2026-10-01T08:11:00+02:00
one.2,easy,2026-10-01T08:12:00+02:00
one.1,again,2026-10-25T09:00:00+01:00
`;

function replay({ dir, run }: CommandLine, csv: string | Uint8Array, ...more: string[]): Ran {
  const file = path.join(dir, 'log.csv');
  fs.writeFileSync(file, csv);
  return run('replay', '--log', file, ...more);
}

describe('replay', () => {
  test('applies each answer at its own time, as if given then', () => {
    const line = makeCommandLine();
    expect(replay(line, history)).toEqual({ exit: 0, out: '4 answers applied.', err: '' });
    const replayed = line.read('card', 'one.1');
    const other = makeCommandLine();
    for (const [card = '', rating = '', now = ''] of history
      .trim()
      .split('\n')
      .slice(1)
      .map(row => row.split(',')))
      other.run('answer', '--card', card, '--rating', rating, '--now', now);
    expect(other.read('card', 'one.1')).toEqual(replayed);
    expect(replayed).toMatchObject({ state: { phase: 'relearning', reps: 3, lapses: 1 } });
    expect(line.read('check')).toMatchObject({ events: 4, cards: 2, faults: [] });
    expect(line.read('undo')).toMatchObject({ undone: 'Again on “What is one.1?”' });
  });

  test('takes the time that each answer took, where it is told', () => {
    const line = makeCommandLine();
    replay(
      line,
      'card,rating,at,taken_ms\none.1,good,2026-10-01T08:00:00Z,90000\none.2,good,2026-10-01T08:00:00Z,\n',
    );
    expect(line.read('stats')).toMatchObject({ activity: { answers: 2, minutes: 1.5 } });
  });

  test.each([
    [
      'columns in another order, and more of them',
      'at,note,rating,card\n2026-10-01T08:00:00Z,x,2,one.1\n',
      1,
    ],
    [
      'quotes, blank lines, spaces, Windows lines, a byte order mark',
      '\uFEFFcard,rating,at\r\n\r\n "one.1" , GOOD ,2026-10-01T08:00:00Z\r\n',
      1,
    ],
    ['no lines', 'card,rating,at\n', 0],
  ])('reads %s', (_name, csv, applied) => {
    const line = makeCommandLine();
    expect(replay(line, csv)).toMatchObject({
      exit: 0,
      out: `${applied} answer${applied === 1 ? '' : 's'} applied.`,
    });
    expect(line.read('check')).toMatchObject({ events: applied, faults: [] });
  });

  const good = 'card,rating,at\none.1,good,2026-10-01T08:00:00Z\n';
  test.each([
    ['an unknown card', `${good}no.such,good,2026-10-02T08:00:00Z\n`, 'Line 3: There is no card “no.such”.'],
    ['a bad rating', `${good}one.1,fine,2026-10-02T08:00:00Z\n`, 'Line 3: “fine” is not a rating.'],
    ['a bad moment', `${good}one.1,good,tomorrow\n`, 'Line 3: “tomorrow” is not a moment.'],
    [
      'a day that is not',
      `${good}one.1,good,2026-02-30T08:00:00Z\n`,
      'Line 3: “2026-02-30T08:00:00Z” is not a moment.',
    ],
    [
      'a moment that cannot be',
      `${good}one.1,good,2600-01-01T00:00:00Z\n`,
      'Line 3: The clock stands at 2600-',
    ],
    ['a bad time', 'card,rating,at,taken_ms\none.1,good,2026-10-01T08:00:00Z,-5\n', 'Line 2: taken_ms'],
    ['a field missing', `${good}one.1,good\n`, 'line 3'],
    ['an open quote', `${good}"one.1,good,2026-10-02T08:00:00Z\n`, 'not valid CSV'],
    ['a column missing', 'card,at\none.1,2026-10-01T08:00:00Z\n', 'Line 1: the column rating is missing.'],
    ['no header', 'one.1,good,2026-10-01T08:00:00Z\n', 'Line 1: the column card, rating, at is missing.'],
  ])('with %s applies nothing at all, and names the line', (_name, csv, message) => {
    const line = makeCommandLine();
    const ran = replay(line, csv, '--json');
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(readProblem(ran).message).toContain(message);
    expect(line.read('check')).toMatchObject({ events: 0, cards: 0, faults: [] });
  });

  test('of an empty file says what is missing', () => {
    const line = makeCommandLine();
    expect(replay(line, '')).toMatchObject({ exit: 2, err: expect.stringContaining('card') });
  });
});
