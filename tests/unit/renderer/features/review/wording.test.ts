import { describe, expect, test } from 'vitest';
import {
  cycleFlag,
  describePhase,
  describeReveal,
  formatCountdown,
  formatFigure,
  formatMinutes,
  formatRange,
} from '../../../../../src-renderer/features/review/wording.ts';
import { viewProbe } from '../../../../helpers/probe-views.ts';

const right = { right: true, rating: 3 } as const;
const wrong = { right: false, rating: 1 } as const;

describe('what is read out when the answer shows', () => {
  test.each([
    ['basic', 'The answer: The probe is teal.'],
    ['cloze', 'The answer: box'],
    ['choice', 'The answer: The green lamp'],
    ['number', 'The answer: 1 ms'],
    ['contrast', 'The answer: Whether it floats.'],
  ] as const)('%s', (name, text) => {
    const { body } = viewProbe(name);
    expect(describeReveal(body, null)).toBe(text);
    expect(describeReveal(body, wrong)).toBe(`Not right. ${text}`);
    expect(describeReveal(body, right)).toBe('Right.');
  });

  test('scenario: the option that the rule decided for', () => {
    const { body } = viewProbe('scenario');
    const option = body.kind === 'scenario' ? body.options.find(candidate => candidate.right) : undefined;
    expect(option?.text).toBeTruthy();
    expect(describeReveal(body, null)).toBe(`The answer: ${option?.text}`);
  });

  test('several gaps are read in their order', () => {
    const gap = (answer: string) => ({ kind: 'gap', answer, hint: null }) as const;
    const text = { kind: 'text', text: ' and ' } as const;
    expect(describeReveal({ kind: 'cloze', pieces: [gap('one'), text, gap('two')] }, null)).toBe(
      'The answer: one; two',
    );
  });
});

test.each([
  [50_000, '50,000'],
  [0.5, '0.5'],
  [1_000_000, '1,000,000'],
  [0.1 + 0.2, '0.3'],
])('the figure %d is written %s', (value, text) => {
  expect(formatFigure(value)).toBe(text);
});

test('a range, or the one value that counts', () => {
  expect(formatRange([0.5, 2000], 'ms')).toBe('0.5 to 2,000 ms');
  expect(formatRange([7, 7], 'shards')).toBe('7 shards');
});

test.each([
  [0, 'less than a minute'],
  [0.99, 'less than a minute'],
  [1, 'about 1 minute'],
  [14.4, 'about 14 minutes'],
])('%d minutes are %s', (minutes, text) => {
  expect(formatMinutes(minutes)).toBe(text);
});

test.each([
  [600_000, '10:00'],
  [599_001, '10:00'],
  [7000, '0:07'],
  [1, '0:01'],
  [0, '0:00'],
  [-5000, '0:00'],
])('%d ms left are shown as %s', (leftMs, text) => {
  expect(formatCountdown(leftMs)).toBe(text);
});

test('flags go round: none, four colours, none', () => {
  expect([0, 1, 2, 3, 4].map(cycleFlag)).toEqual([1, 2, 3, 4, 0]);
});

test('a card in long-term review needs no word for its state', () => {
  expect(describePhase('review')).toBe(null);
  expect(describePhase('new')).toBe('new');
});
