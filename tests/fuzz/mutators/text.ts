import type { Random } from '../../../src-shared/domain/random.ts';
import type { Mutate } from '../fuzzed.ts';
import { extremes, mutateBytes, span } from './bytes.ts';

/** Letters that are seldom tried by hand: half a letter, no width, right to left, marks upon marks, other line ends. */
const oddLetters = [
  '\0',
  '\u0001',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u0300\u0301\u0302',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2028',
  '\u2029',
  '\ud800',
  '\udc00',
  '\ue000',
  '\ue001',
  '\ue002',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '👩‍👩‍👧',
  '𝒳',
  'ﬀ',
  'İ',
  'ß',
  '\r',
  '\r\n',
  '\v',
  '\t',
] as const;

/** Signs that open, close or part something in one of the formats. */
const signs = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '"',
  "'",
  '`',
  '{{',
  '}}',
  '::',
  '{{c1::',
  '\\',
  '/',
  '|',
  '*',
  '_',
  '~',
  '#',
  '&',
  '!',
  '%',
  '@',
  '$',
  '^',
  '-',
  '- ',
  '---\n',
  '...\n',
  ':',
  ': ',
  ',',
  ';',
  '?',
  '=',
  '+',
  '\n',
  '\n\n',
  '    ',
  '```\n',
  '~~~\n',
  '&a ',
  '*a',
  '<<: ',
  '!!js/function ',
  '!!binary ',
  '<!--',
  '-->',
  '<![CDATA[',
  '</',
  '<img src=x onerror=alert(1)>',
  '](javascript:alert(1))',
  '../',
  '..\\',
  '%2e%2e%2f',
  '%00',
  '%',
  'file:///',
  'app://baseline/',
  '=cmd|',
  '--',
  '__proto__',
  'constructor',
  'NaN',
  '1e999',
  '-0',
] as const;

/** What many parsers go down into once for each time. */
const nests: readonly [string, string][] = [
  ['[', ']'],
  ['{"a":', '}'],
  ['(', ')'],
  ['- ', ''],
  ['> ', ''],
  ['<div>', '</div>'],
  ['<b>', ''],
  ['{{c1::', '}}'],
  ['{{#a}}', '{{/a}}'],
  ['**a ', '**'],
  ['![', '](x)'],
  ['"', '"'],
  ['a: {', '}'],
  ['-', ''],
  ['~~', '~~'],
  ['* ', '\n'],
  ['or (', ')'],
  ['<table><tr><td>', ''],
];

const changes: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => insert(text, random.pick(oddLetters), random),
  (text, random) => insert(text, random.pick(signs), random),
  (text, random) => insert(text, random.pick(signs).repeat(random.pick([2, 30, 1500])), random),
  (text, random) => insert(text, random.pick(oddLetters).repeat(random.pick([2, 30, 1500])), random),
  (text, random) => {
    const [open, close] = random.pick(nests);
    const deep = random.pick([3, 40, 1200]);
    return insert(text, open.repeat(deep) + (random.next() < 0.5 ? close.repeat(deep) : ''), random);
  },
  /** A number as another one. */
  (text, random) => {
    const numbers = [...text.matchAll(/-?\d+(?:\.\d+)?/g)];
    if (numbers.length === 0) return text;
    const found = random.pick(numbers);
    const other =
      random.next() < 0.2
        ? random.pick(['NaN', '1e999', '-Infinity', '0x10', '1_000', '٣'])
        : String(random.pick(extremes));
    return text.slice(0, found.index) + other + text.slice(found.index + found[0].length);
  },
  /** Two lines change places; one goes, or stands twice. */
  (text, random) => {
    const lines = text.split('\n');
    const [a, b] = [random.int(lines.length), random.int(lines.length)];
    const line = lines[a] ?? '';
    return random
      .pick([
        lines.with(a, lines[b] ?? '').with(b, line),
        lines.toSpliced(a, 1),
        lines.toSpliced(a, 0, line),
        lines.with(a, ' '.repeat(random.int(9)) + line.trimStart()),
        lines.with(a, line.toUpperCase()),
      ])
      .join('\n');
  },
  (text, random) => text.replaceAll('\n', random.pick(['\r\n', '\r', '\u2028', '\n\n'])),
  /** Words repeated, so that a text is long and says little. */
  (text, random) => {
    const [from, to] = span(text.length, random);
    return insert(
      text,
      text.slice(from, to).repeat(Math.min(2000, Math.ceil(20_000 / Math.max(1, to - from)))),
      random,
    );
  },
];

/** Changes a text where that means something to who reads it; now and then its bytes. */
export const mutateText: Mutate = (input, others, random) => {
  if (input.length === 0 || random.next() < 0.3) return mutateBytes(input, others, random);
  return Buffer.from(random.pick(changes)(input.toString('utf8'), random));
};

/** The same for a text in memory, which may hold half a letter. */
export function changeText(text: string, random: Random): string {
  return random.pick(changes)(text, random);
}

function insert(text: string, piece: string, random: Random): string {
  const at = random.int(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at + (random.next() < 0.3 ? random.int(4) : 0));
}
