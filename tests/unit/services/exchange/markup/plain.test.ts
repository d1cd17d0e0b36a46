import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainToHtml, plainToMarkdown } from '../../../../../src-main/services/exchange/markup/plain.ts';
import { parseToHtml } from '../../../../../src-main/services/exchange/markup/to-html.ts';
import { parseToMarkdown } from '../../../../../src-main/services/exchange/markup/to-markdown.ts';

const noImage = (): null => null;

/** Pieces of text among which lie all that a parser could make something of. */
const piece = fc.constantFrom(
  ...'a Word é ß 中 w www. www http: ftp: s: / // x.y W.z 1 10 . .. … , ; : ? !'.split(' '),
  ...`' " ( ) % “ ’ – — - -- = + × ≤ * _ \` & &amp; < <b> [ \\ # ~ @ |`.split(' '),
  ...[' ', ' ', ' ', '  ', '\n', '\n\n', '\u00a0', '- ', '1. '],
);
const text = fc.array(piece, { maxLength: 12 }).map(pieces => `a${pieces.join('')}`);
/** Mostly of pieces that are plain. */
const plainLine = fc
  .array(fc.constantFrom(..."a w bc s p 1 . : / ' - = ( !".split(' '), ' '), { maxLength: 8 })
  .map(pieces => `x${pieces.join('')}`);
const plainText = fc.array(plainLine, { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n\n'));

describe('plain text', () => {
  test('is the HTML that the parser makes of it', () => {
    fc.assert(
      fc.property(fc.oneof(text, plainText), markdown => {
        const plain = plainToHtml(markdown);
        if (plain !== null) expect(plain).toBe(parseToHtml(markdown, noImage));
      }),
      { numRuns: 300 },
    );
  });

  test('is the Markdown that the parser makes of it', () => {
    const html = fc.oneof(
      text,
      plainText.map(lines => `\n\n${lines.replace(/[^\n]+/g, '<p>$&</p>').replaceAll('\n\n', '\n')} `),
    );
    fc.assert(
      fc.property(html, source => {
        const plain = plainToMarkdown(source);
        if (plain !== null) expect(plain).toBe(parseToMarkdown(source, noImage));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['One line, as most are.', 'One line, as most are.'],
    ['Two (2) of them.\n\nWhy: it’s so.', '<p>Two (2) of them.</p>\n<p>Why: it’s so.</p>'],
  ])('%j needs no parser, there and back', (markdown, html) => {
    expect(plainToHtml(markdown)).toBe(html);
    expect(plainToMarkdown(html)).toBe(markdown);
  });

  test.each([
    'see www.x.org',
    'a **b**',
    'a\nb',
    '- a',
    '1. a',
    'a & b',
    'a  b',
    'a ',
    'f(x)_1',
    'a@b.c',
    '',
  ])('%j is left to the parser', markdown => {
    expect(plainToHtml(markdown)).toBe(null);
  });
});
