import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isCommandLine } from '../../../src-main/commands/is-command-line.ts';
import { commands, runCommandLine } from '../../../src-main/commands/run.ts';
import { makeCommandLine, readProblem } from '../../helpers/command-line.ts';
import { formatDeck, writeDeck } from '../../helpers/decks.ts';
import { writeAttempt, writeExample } from '../../helpers/mock-example.ts';
import { tamper } from '../../helpers/profile.ts';

describe('each command, by its own schema', () => {
  test('today, next, answer, card', () => {
    const { read } = makeCommandLine();
    expect(read('today')).toMatchObject({ date: '2026-11-24', counts: { new: 3, learning: 0, due: 0 } });
    expect(read('next')).toMatchObject({
      id: 'one.1',
      state: 'card',
      kind: 'basic',
      front: 'What is one.1?',
      intervals: { again: '1 min', good: '10 min' },
    });
    expect(read('answer', '--card', 'one.1', '--rating', 'good')).toMatchObject({
      id: 'one.1',
      rating: 'good',
      state: { phase: 'learning', step: 1, reps: 1, dueAt: '2026-11-24T08:10:00.000+01:00' },
    });
    expect(read('card', 'one.1')).toMatchObject({
      state: { phase: 'learning', dueDate: '2026-11-24' },
      log: [{ at: '2026-11-24T08:00:00.000+01:00', text: 'Good, due in 10 min', annulled: false }],
    });
  });

  test('next: a wait, and the end of the day', () => {
    const { read, run } = makeCommandLine(1);
    run('answer', '--card', 'one.1', '--rating', '3');
    expect(read('next')).toMatchObject({ id: null, state: 'wait', waitMs: 600_000, front: null });
    run('answer', '--card', 'one.1', '--rating', 'EASY');
    expect(read('next')).toMatchObject({ id: null, state: 'done', waitMs: null });
  });

  test('undo and redo, each in a process of its own', () => {
    const { read } = makeCommandLine();
    expect(read('undo')).toEqual({ undone: null, id: null });
    read('answer', '--card', 'one.2', '--rating', '4');
    expect(read('undo')).toEqual({ undone: 'Easy on “What is one.2?”', id: 'one.2' });
    expect(read('card', 'one.2')).toMatchObject({ state: { phase: 'new' }, log: [{ annulled: true }] });
    expect(read('redo')).toEqual({ redone: 'Easy on “What is one.2?”', id: 'one.2' });
    expect(read('redo')).toEqual({ redone: null, id: null });
    expect(read('card', 'one.2')).toMatchObject({ state: { phase: 'review', reps: 1 } });
  });

  test('check: nothing, and exit code 1 with a list', () => {
    const { read, run, dir } = makeCommandLine();
    run('answer', '--card', 'one.1', '--rating', 'good');
    expect(read('check')).toEqual({ events: 1, cards: 1, faults: [], did: [], mend: 'nothing' });
    expect(run('check')).toMatchObject({ exit: 0, out: '1 event, 1 card: 0 faults' });
    tamper(dir, 'UPDATE card_state SET reps = 9');
    const ran = run('check');
    expect(ran).toMatchObject({ exit: 1, err: '' });
    expect(ran.out).toContain('card one.1: reps is 9, the log gives 1');
    expect(read('check')).toMatchObject({ faults: ['card one.1: reps is 9, the log gives 1'] });
  });

  test('decks validate: a sound file, and exit code 1 with file, line and field', () => {
    const { read, run, dir } = makeCommandLine();
    const file = path.join(dir, 'decks', 'one.yaml');
    expect(read('decks', 'validate', file)).toMatchObject({
      files: 1,
      cards: 3,
      kinds: { basic: 3 },
      faults: [],
    });
    const bad = writeDeck(dir, 'bad.yaml', formatDeck([{ id: 'bad.1', kind: 'basic', ask: 'Why?' }]));
    expect(run('decks', 'validate', bad)).toMatchObject({
      exit: 1,
      out: `0 cards in 1 file: 1 fault\n${bad}:5: cards[0].answer is missing`,
    });
    expect(run('decks', 'validate', path.join(dir, 'decks')).exit).toBe(1);
  });

  test.each(commands.map(({ name }) => name))(
    '%s: its output fits, whatever the state of the profile',
    name => {
      const { read, dir } = makeCommandLine();
      const log = path.join(dir, 'log.csv');
      const ferry = writeExample(dir);
      fs.writeFileSync(log, 'card,rating,at\none.3,again,2026-11-23T08:00:00Z\n');
      const table = path.join(dir, 'table.csv');
      fs.writeFileSync(table, 'front,back\nWhy?,So.\n');
      const backup = name === 'backup restore' ? String(read('backup', 'create').name) : '';
      const examples: Record<string, string[]> = {
        answer: ['--card', 'one.1', '--rating', 'hard'],
        card: ['one.1'],
        'backup restore': [backup],
        plan: ['--date', '2026-12-08', '--minutes', '15'],
        replay: ['--log', log],
        'decks validate': [path.join(dir, 'decks')],
        'profile reset': ['--confirm', 'reset'],
        'profile copy': [`${dir}-copy`],
        import: [table, '--as', 'deck'],
        export: ['--format', 'apkg', '--out', path.join(dir, 'out.apkg')],
        'mock show': [ferry],
        'mock expect': ['--prompt', ferry],
        'mock flip': ['--prompt', ferry, '--part', 'booking', '--decision', 'consistency'],
        'mock generate': ['--seed', '1'],
        'mock quick': ['--seed', '1'],
        'mock score': ['--prompt', ferry, '--answer', writeAttempt(dir, [])],
      };
      const args = [...name.split(' '), ...(examples[name] ?? [])];
      expect(isCommandLine(args)).toBe(true);
      expect(Object.keys(read(...args)).length).toBeGreaterThan(0);
      read('answer', '--card', 'one.2', '--rating', 'easy');
      // A copy goes into an empty folder only.
      fs.rmSync(`${dir}-copy`, { recursive: true, force: true });
      expect(Object.keys(read(...args)).length).toBeGreaterThan(0);
    },
  );

  test('a file to open is not taken for a command, a mistyped command is', () => {
    for (const args of [[], ['--profile'], ['deck.yaml'], ['/home/ada/deck'], ['--profile', 'today']])
      expect(isCommandLine(args)).toBe(false);
    for (const args of [
      ['tody'],
      ['--json', 'today'],
      ['--profile', 'check', 'next'],
      ['--now=today', 'undo'],
    ])
      expect(isCommandLine(args)).toBe(true);
  });
});

describe('the options of every command', () => {
  const now = '2026-12-24T08:00:00Z';

  test.each<[string, string[]]>([
    ['behind it', ['today', '--json', '--now', now]],
    ['before it', ['--json', '--now', now, 'today']],
    ['on both sides', ['--now', now, 'today', '--json']],
  ])('stand %s', (_name, args) => {
    const { run } = makeCommandLine();
    const ran = run(...args);
    expect(ran).toMatchObject({ exit: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({ date: '2026-12-24', counts: { new: 3 } });
  });

  test('also around a command of two words, and the last of two holds', () => {
    const { run, dir } = makeCommandLine();
    const decks = path.join(dir, 'decks');
    const ran = [
      run('--json', 'decks', 'validate', decks),
      run('decks', '--json', 'validate', decks),
      run('decks', 'validate', decks, '--json'),
    ];
    for (const { exit, out } of ran) expect([exit, JSON.parse(out)]).toMatchObject([0, { cards: 3 }]);
    const twice = run('--now', '2026-01-01T08:00:00Z', '--json', 'today', '--now', now);
    expect(JSON.parse(twice.out)).toMatchObject({ date: '2026-12-24' });
  });

  test('are told in the help of each command', () => {
    const { run } = makeCommandLine();
    for (const args of [['--help'], ['today', '--help'], ['decks', 'validate', '--help']])
      for (const option of ['--profile <dir>', '--now <iso>', '--json'])
        expect(run(...args).out).toContain(option);
  });
});

describe('in words', () => {
  test('standard output has the answer and nothing else', () => {
    const { run } = makeCommandLine();
    expect(run('today')).toEqual({
      exit: 0,
      out: '2026-11-24: 0 due, 3 new, 0 learning\nabout 3 min, at an assumed pace\n  The deck test: 0 due, 3 new, 0 learning',
      err: '',
    });
    expect(run('next')).toEqual({
      exit: 0,
      out: expect.stringMatching(/^one\.1 \(basic\)\n\nWhat is one\.1\?\n\n---\n\nThat\.$/),
      err: '',
    });
    expect(run('answer', '--card', 'one.1', '--rating', '1').out).toBe(
      'one.1: again, due 2026-11-24T08:01:00.000+01:00',
    );
    expect(run('undo').out).toBe('Undone: Again on “What is one.1?”');
    expect(run('undo').out).toBe('There is nothing to undo.');
  });

  test('help is an output, not a fault', () => {
    const { run } = makeCommandLine();
    expect(run('answer', '--help')).toMatchObject({
      exit: 0,
      err: '',
      out: expect.stringContaining('--rating'),
    });
  });
});

describe('the moment of a command', () => {
  test('the offset of --now is the zone of the study day', () => {
    const { read } = makeCommandLine();
    const dateAt = (now: string): unknown => read('today', '--now', now).date;
    expect(dateAt('2026-11-24T03:59:59+01:00')).toBe('2026-11-23');
    expect(dateAt('2026-11-24T04:00:00+01:00')).toBe('2026-11-24');
    expect(dateAt('2026-11-24T03:00:00Z')).toBe('2026-11-23');
    expect(dateAt('2026-11-24T12:00:00+09:00')).toBe('2026-11-24');
    expect(dateAt('2028-02-29T12:00:00-08:00')).toBe('2028-02-29');
  });

  test("without an offset it is the system's zone at that moment", () => {
    const { read } = makeCommandLine();
    read('answer', '--card', 'one.1', '--rating', '4', '--now', '2026-07-01T12:00:00');
    const offsetMin = -new Date(2026, 6, 1, 12).getTimezoneOffset();
    const sign = offsetMin < 0 ? '-' : '+';
    const two = (n: number): string => String(n).padStart(2, '0');
    const zone = `${sign}${two(Math.floor(Math.abs(offsetMin) / 60))}:${two(Math.abs(offsetMin) % 60)}`;
    expect(read('card', 'one.1')).toMatchObject({ log: [{ at: `2026-07-01T12:00:00.000${zone}` }] });
  });
});

describe('misuse is exit code 2, with what to do, and changes nothing', () => {
  test.each<[string, string[], RegExp]>([
    ['an unknown option before the command', ['--fast', 'today'], /unknown option '--fast'/],
    ["a command's own option before it", ['--rating', 'good', 'answer'], /unknown option '--rating'/],
    ['an unknown command', ['learn'], /unknown command 'learn'/],
    ['an unknown option', ['today', '--fast'], /unknown option '--fast'/],
    ['one argument too many', ['today', 'now'], /too many arguments/],
    ['a missing option', ['answer', '--card', 'one.1'], /--rating/],
    ['a missing argument', ['card'], /missing required argument 'id'/],
    ['an unknown card', ['answer', '--card', 'no.such', '--rating', '3'], /There is no card “no\.such”/],
    ['a card that is no id', ['card', '../../etc'], /There is no card/],
    ['an empty card', ['answer', '--card', '', '--rating', '3'], /^card: /],
    ['a card id without end', ['card', 'x'.repeat(5000)], /^id: /],
    ['a bad rating', ['answer', '--card', 'one.1', '--rating', 'great'], /again, hard, good, easy or 1 to 4/],
    ['a rating out of range', ['answer', '--card', 'one.1', '--rating', '5'], /“5” is not a rating/],
    ['a bad moment', ['today', '--now', 'yesterday'], /“yesterday” is not a moment.*2026-11-24T08/],
    [
      'a day that is not',
      ['today', '--now', '2026-02-30T08:00:00Z'],
      /“2026-02-30T08:00:00Z” is not a moment/,
    ],
    ['a date alone', ['today', '--now', '2026-11-24'], /is not a moment/],
    [
      'a moment that cannot be',
      ['answer', '--card', 'one.1', '--rating', '3', '--now', '2500-01-01T00:00:00Z'],
      /2500/,
    ],
    ['an empty profile', ['today', '--profile', ''], /--profile needs a folder/],
    ['a missing log', ['replay', '--log', '/no/such.csv'], /\/no\/such\.csv cannot be read/],
    ['a missing deck', ['decks', 'validate', '/no/such.yaml'], /\/no\/such\.yaml does not exist/],
    ['an unknown subcommand', ['decks', 'burn'], /unknown command 'burn'|too many arguments/],
  ])('%s', (_name, args, message) => {
    const { run, read } = makeCommandLine();
    const ran = run(...args);
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toMatch(/\n\s+at |node_modules/);
    expect(read('check')).toEqual({ events: 0, cards: 0, faults: [], did: [], mend: 'nothing' });
  });

  test('with --json a problem is JSON too, and standard output stays empty', () => {
    const { run } = makeCommandLine();
    const ran = run('answer', '--card', 'one.1', '--rating', 'x', '--json');
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(readProblem(ran)).toEqual({
      code: 'invalid',
      message: '“x” is not a rating.',
      hint: 'Use again, hard, good, easy or 1 to 4.',
    });
  });
});

test('no command at all is answered with the list of them', () => {
  const err: string[] = [];
  const exit = runCommandLine([], '.', { out: () => undefined, err: text => err.push(text) });
  expect(exit).toBe(2);
  for (const { name } of commands) expect(err.join()).toContain(name.split(' ')[0]);
});

describe('what fails outside is exit code 1', () => {
  test('a profile that is no folder, and a database that is none', () => {
    const { run, dir } = makeCommandLine();
    const file = path.join(dir, 'file');
    fs.writeFileSync(file, 'x');
    expect(run('today', '--profile', file)).toMatchObject({
      exit: 1,
      out: '',
      err: expect.stringContaining('cannot be made'),
    });
    fs.writeFileSync(path.join(dir, 'baseline.db'), 'not a database');
    const ran = run('today');
    expect(ran).toMatchObject({ exit: 1, out: '' });
    expect(ran.err).toMatch(/is damaged or is not a database\. It was left as it is/);
    expect(fs.readFileSync(path.join(dir, 'baseline.db'), 'utf8')).toBe('not a database');
  });
});
