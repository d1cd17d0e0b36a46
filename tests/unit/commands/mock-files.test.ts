import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decisionIds, listOptions } from '../../../src-shared/domain/rules/decisions.ts';
import { makeCommandLine } from '../../helpers/command-line.ts';
import { writeExample } from '../../helpers/mock-example.ts';
import { builtInDecks } from '../../helpers/profile.ts';

describe('malformed attempts are refused with file, line and field', () => {
  const lines = [
    '{ type: ask, atMs: 20000, question: harm }',
    '{ type: decide, atMs: 30000, part: booking, decision: consistency, option: strong }',
    '{ type: cite, atMs: 40000, part: booking, decision: consistency, facts: [stale_read_harm] }',
    '{ type: phase, atMs: 50000, phase: twists }',
    '{ type: pushback, atMs: 60000, part: booking, decision: consistency, option: eventual, cost: old-for-a-while }',
    '{ type: twist, atMs: 70000, twist: fog }',
    '{ type: submit, atMs: 80000 }',
  ];
  const score = (text: string | Buffer) => {
    const { run, dir } = makeCommandLine();
    const answer = path.join(dir, 'attempt.yaml');
    fs.writeFileSync(answer, text);
    return run('mock', 'score', '--prompt', writeExample(dir), '--answer', answer);
  };
  const text = ['events:', ...lines.map(line => `  - ${line}`)].join('\n');

  test('the attempt that the others are made from is sound', () => {
    expect(score(text)).toMatchObject({ exit: 0, err: '' });
  });

  test.each<[string, [string, string], string]>([
    [
      'an unknown question',
      ['question: harm', 'question: harms'],
      ':2: events[0].question “harms” is unknown',
    ],
    ['an unknown part', ['part: booking', 'part: cooking'], ':3: events[1].part “cooking” is unknown'],
    ['an unknown decision', ['n: consistency', 'n: consistence'], ':3: events[1].decision must be one of'],
    [
      'an unknown option',
      ['option: strong', 'option: stronger'],
      ':3: events[1].option “stronger” is no option',
    ],
    ['an unknown fact', ['[stale_read_harm]', '[harm]'], ':4: events[2].facts[0] must be one of'],
    [
      'facts beside “nothing”',
      ['[stale_read_harm]', '[stale_read_harm], nothing: true'],
      ':4: events[2].nothing',
    ],
    ['an unknown phase', ['phase: twists', 'phase: lunch'], ':5: events[3].phase must be one of clarify'],
    ['an unknown cost', ['cost: old', 'cost: odd'], ':6: events[4].cost “odd-for-a-while” is no cost'],
    ['an unknown twist', ['twist: fog', 'twist: frog'], ':7: events[5].twist “frog” is unknown'],
    ['an unknown type', ['type: submit', 'type: finish'], ':8: events[6].type must be one of'],
    ['a field too many', ['twist: fog', 'twist: fog, mood: bad'], ':7: events[5].mood is not a field here'],
    [
      'time that goes backwards',
      ['atMs: 50000', 'atMs: 5000'],
      ':5: events[3].atMs is earlier than the 40000',
    ],
    ['a moment that is no number', ['atMs: 50000', 'atMs: soon'], ':5: events[3].atMs must be a number'],
    ['a missing moment', ['atMs: 50000, ', ''], ':5: events[3].atMs is missing'],
    [
      'a reason before its decision',
      ['type: decide', 'type: pause'],
      ':3: events[1].part is not a field here',
    ],
    [
      'a reason for what is not decided',
      [`${lines[1]}`, `${lines[0]}`],
      ':4: events[2] comes before consistency',
    ],
    [
      'a twist told twice',
      [`${lines[6]}`, `${lines[5]?.replace('7', '8')}`],
      ':8: events[6].twist comes after',
    ],
    ['a pause that never began', [`${lines[3]}`, '{ type: resume, atMs: 50000 }'], ':5: events[3] resumes'],
    [
      'a pause in a pause',
      [`${lines[3]}`, '{ type: pause, atMs: 5 }\n  - { type: pause, atMs: 50000 }'],
      ':6: events[4] is paused',
    ],
    ['what is not YAML', ['events:', 'events: ['], 'not valid YAML'],
    ['no events', ['events:', 'event:'], ':1: events is missing'],
  ])('%s', (_, [from, to], expected) => {
    expect(text).toContain(from);
    const ran = score(text.replace(from, to));
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(ran.err).toContain(`attempt.yaml${expected.startsWith(':') ? expected : ''}`);
    expect(ran.err).toContain(expected);
  });

  test('a file cut off, one that is no text, an empty one, and none', () => {
    const { run, dir } = makeCommandLine();
    const answer = path.join(dir, 'attempt.json');
    fs.writeFileSync(answer, '{"events":[{"type":"submit","atMs":');
    expect(run('mock', 'score', '--prompt', writeExample(dir), '--answer', answer)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('attempt.json:1: not valid JSON'),
    });
    expect(score(Buffer.from([0xff, 0xfe, 0x00, 0x80]))).toMatchObject({
      exit: 2,
      err: expect.stringContaining('attempt.yaml:1: is no text in UTF-8'),
    });
    expect(score('')).toMatchObject({ exit: 2, err: expect.stringContaining('attempt.yaml:1: is empty') });
    expect(
      run('mock', 'score', '--prompt', writeExample(dir), '--answer', path.join(dir, 'none.yaml')),
    ).toMatchObject({ exit: 2, err: expect.stringContaining('none.yaml cannot be read') });
  });

  test('what comes after the submission is not looked at', () => {
    expect(score(`${text}\n  - { type: twist, atMs: 1, twist: frog }`).exit).toBe(0);
  });
});

test('a stage that a prompt does not have is refused', () => {
  const { run, dir } = makeCommandLine();
  const file = writeExample(dir);
  expect(run('mock', 'expect', '--prompt', file, '--stage', '1').exit).toBe(0);
  expect(run('mock', 'expect', '--prompt', file, '--stage', '2')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('ferry has 1 twist; there is no stage 2'),
  });
});

test('the attempt in decks/README.md is sound', () => {
  const readme = fs.readFileSync(path.join(builtInDecks, 'README.md'), 'utf8');
  const attempt = /```yaml\n(level: guided [\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const { run, dir } = makeCommandLine();
  const answer = path.join(dir, 'attempt.yaml');
  fs.writeFileSync(answer, attempt);
  expect(run('mock', 'score', '--prompt', writeExample(dir), '--answer', answer)).toMatchObject({
    exit: 0,
    err: '',
  });
});

test('the smallest prompt in decks/README.md is enough for every command', () => {
  const readme = fs.readFileSync(path.join(builtInDecks, 'README.md'), 'utf8');
  const smallest = /```yaml\n(id: smallest\n[\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const { read, dir } = makeCommandLine();
  const file = path.join(dir, 'smallest.yaml');
  fs.writeFileSync(file, smallest);
  expect(read('mock', 'expect', '--prompt', file)).toMatchObject({ decisions: [{ best: ['cache-aside'] }] });
  expect(read('mock', 'show', file)).toMatchObject({ id: 'smallest', menu: [] });
  const flip = read('mock', 'flip', '--prompt', file, '--part', 'pages', '--decision', 'caching');
  expect(flip).toMatchObject({ flip: { fact: 'reads_per_s' } });
});

test('decks/README.md names every option of every decision', () => {
  const readme = fs.readFileSync(path.join(builtInDecks, 'README.md'), 'utf8');
  for (const decision of decisionIds.filter(id => id !== 'shard-key')) {
    const options = listOptions(decision).map(option => `\`${option}\``);
    expect(readme).toContain(`| \`${decision}\` | ${options.join(', ')}`);
  }
});
