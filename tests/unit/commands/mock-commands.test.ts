import { describe, expect, test } from 'vitest';
import { makeCommandLine } from '../../helpers/command-line.ts';
import { writeExample } from '../../helpers/mock-example.ts';

type Decision = {
  part: string;
  decision: string;
  best: string[];
  rule: string[];
  facts: object;
  defaults: string[];
};

test('mock list names the prompts that come with Baseline', () => {
  const { run, read } = makeCommandLine();
  // This profile has none beside it.
  expect(read('mock', 'list')).toEqual({ prompts: [] });
  expect(run('mock', 'list').exit).toBe(0);
});

describe('mock expect', () => {
  test('derives what is best, by which rule, from which facts', () => {
    const { read, dir } = makeCommandLine();
    const file = writeExample(dir);
    expect(read('mock', 'expect', '--prompt', file)).toMatchObject({
      prompt: 'ferry',
      stage: 0,
      decisions: [
        {
          part: 'look-up',
          decision: 'caching',
          best: ['cache-aside'],
          wrong: ['none'],
          rule: ['caching.read-heavy'],
          facts: { reads_per_s: 6000, writes_per_s: 5, stale_read_harm: 'none' },
          defaults: ['cache.aside'],
        },
        {
          part: 'booking',
          decision: 'consistency',
          best: ['strong'],
          rule: ['consistency.stale-read'],
          facts: { stale_read_harm: 'stock' },
          defaults: ['consistency.strong'],
        },
      ],
    });
  });

  test('from what is known alone; the default stands while nothing known moves it', () => {
    const { read, dir } = makeCommandLine();
    const file = writeExample(dir);
    const known = (names: string) =>
      (read('mock', 'expect', '--prompt', file, '--known', names).decisions as Decision[]).map(
        ({ best }) => best[0],
      );
    expect(known('callers')).toEqual(['none', 'eventual']);
    expect(known('booking.stale_read_harm')).toEqual(['none', 'strong']);
    expect(known('stale_read_harm,reads_per_s,look-up.writes_per_s')).toEqual(['cache-aside', 'strong']);
  });

  test('after a twist, whose facts are known', () => {
    const { read, dir } = makeCommandLine();
    const file = writeExample(dir);
    const [lookUp] = read('mock', 'expect', '--prompt', file, '--stage', '1').decisions as Decision[];
    expect(lookUp?.facts).toMatchObject({ reads_per_s: 120_000 });
    const args = ['--stage', '1', '--known', 'look-up.writes_per_s'];
    const [told] = read('mock', 'expect', '--prompt', file, ...args).decisions as Decision[];
    expect(told?.best).toEqual(['cache-aside']);
  });
});

test('mock show tells the opening’s facts and keeps the hidden ones', () => {
  const { run, dir } = makeCommandLine();
  const { out } = run('mock', 'show', writeExample(dir));
  expect(out).toContain('At the peak people look up 6,000 sailings a second.');
  expect(out).toContain('2 more facts if you ask:');
  expect(out).not.toContain('harms nobody');
});

test('mock flip finds the smallest change, or says that there is none', () => {
  const { read, run, dir } = makeCommandLine();
  const file = writeExample(dir);
  const flip = (part: string, decision: string) => [
    'mock',
    'flip',
    '--prompt',
    file,
    '--part',
    part,
    '--decision',
    decision,
  ];
  expect(read(...flip('booking', 'consistency'))).toMatchObject({ best: ['strong'], flip: null });
  expect(read(...flip('look-up', 'caching'))).toMatchObject({
    best: ['cache-aside'],
    flip: { fact: 'reads_per_s', from: 6000, best: [] },
  });
  expect(run(...flip('look-up', 'caching')).out).toMatch(/^look-up caching: cache-aside\nIf /);
});

describe('malformed prompts are refused with file, line and field', () => {
  test.each<[string, [string, string], string]>([
    [
      'a value that the fact cannot have',
      ['is: stock', 'is: stocks'],
      ':12: facts[4].is stale_read_harm cannot be stocks',
    ],
    [
      'an unknown decision',
      ['decision: caching', 'decision: cashing'],
      ':23: score[0].decision must be one of protocol, ',
    ],
    [
      'an unknown part',
      ['part: booking, decision', 'part: cooking, decision'],
      ':24: score[1].part there is no part “cooking”',
    ],
    [
      'a question that reveals nothing known',
      ['[look-up.stale', '[lookup.stale'],
      ':14: menu[0].reveals[0] there is no fact',
    ],
    [
      'a pair that the facts do not decide',
      ['decision: caching', 'decision: pagination'],
      ':23: score[0] the facts of look-up do not decide pagination',
    ],
    [
      'a pair that is not asked',
      ['decision: caching', 'decision: partition'],
      ':23: score[0] partition is not asked of look-up',
    ],
    [
      'a shard key without keys',
      ['decision: caching', 'decision: shard-key'],
      ':23: score[0] shard-key needs its keys',
    ],
    [
      'a fact that stands twice',
      ['part: look-up, fact: writes_per_s', 'part: look-up, fact: reads_per_s'],
      ':10: facts[2] “look-up.reads_per_s” stands twice',
    ],
    ['a missing id', ['id: ferry\n', ''], ':1: id is missing'],
    [
      'a number below 0',
      ['is: 6000', 'is: -6'],
      ':9: facts[1].is reads_per_s cannot be -6; it is a number from 0',
    ],
    ['an unknown length', ['id: ferry\n', 'id: ferry\nminutes: 20\n'], ':2: minutes must be one of 12, 35'],
    ['what is not YAML', ['parts:', 'parts: ]'], 'not valid YAML'],
  ])('%s', (_, change, expected) => {
    const { run, dir } = makeCommandLine();
    const file = writeExample(dir, [change]);
    const ran = run('mock', 'expect', '--prompt', file);
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(ran.err).toContain(file);
    expect(ran.err).toContain(expected);
  });

  test('a prompt that is not there, an unknown fact, a pair that is not scored', () => {
    const { run, dir } = makeCommandLine();
    const file = writeExample(dir);
    expect(run('mock', 'show', 'nope')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('no prompt “nope”'),
    });
    expect(run('mock', 'expect', '--prompt', file, '--known', 'colour')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('no fact “colour”'),
    });
    expect(run('mock', 'flip', '--prompt', file, '--part', 'booking', '--decision', 'caching')).toMatchObject(
      { exit: 2, err: expect.stringContaining('does not score caching of booking') },
    );
  });
});
