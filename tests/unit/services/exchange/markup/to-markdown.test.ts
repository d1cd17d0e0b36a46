import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../../../src-main/services/exchange/markup/to-html.ts';
import { toMarkdown } from '../../../../../src-main/services/exchange/markup/to-markdown.ts';

const convert = (html: string): string | null =>
  toMarkdown(html, source => (source.startsWith('kept') ? `media/${source}` : null));

describe('HTML becomes Markdown', () => {
  test.each([
    ['plain', 'plain'],
    ['a<b>b</b> <i>c</i>', 'a**b** *c*'],
    ['one<br>two', 'one\\\ntwo'],
    ['<div>one</div><div>two</div>', 'one\n\ntwo'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<code>x &lt; y</code>', '`x < y`'],
    ['<pre>a\n  b</pre>', '```\na\n  b\n```'],
    ['2 * 3 * 4 and a_b_c', '2 \\* 3 \\* 4 and a_b_c'],
    ['&lt;script&gt;', '\\<script>'],
    ['<table><tr><th>a</th></tr><tr><td>1</td></tr></table>', '| a |\n| - |\n| 1 |'],
    ['<img src="kept.png" alt="A map" onerror="x()">', '![A map](media/kept.png)'],
    ['before <img src="lost.png"> after', 'before after'],
    ['&nbsp;spaced&nbsp;', 'spaced'],
  ])('%s', (html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });
});

describe('nothing that acts comes through', () => {
  test.each([
    '<script>steal()</script>',
    '<style>body { display: none }</style>',
    '<iframe src="https://example.org">steal</iframe>',
    '<object data="x">steal</object>',
    '<svg><script>steal()</script></svg>',
    '<img src=x onerror=steal()>',
    '<template>steal</template>',
  ])('%s leaves nothing', html => {
    expect(convert(html)).toBe('');
  });

  test.each(['javascript:steal()', 'data:text/html,steal', 'vbscript:steal', 'file:///etc/passwd'])(
    'a link to %s keeps its text alone',
    address => {
      expect(convert(`<a href="${address}">text</a>`)).not.toContain(address);
    },
  );

  test('whatever the pieces: no tag and no handler is left in what is shown', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      '<img src=x onerror=y>',
      '<svg onload=y>',
      '<a href="javascript:y">',
      '&lt;script&gt;',
      '<<b>',
      '"><',
      '<!--',
      '-->',
      '<math><mtext>',
      '</p>',
      '`',
      '**',
      '[x](javascript:y)',
      '<style>',
      'text',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const markdown = convert(pieces.join('')) ?? '';
        const shown = toHtml(markdown, () => null);
        expect(shown).not.toMatch(/<(script|style|svg|img|iframe|math)|<[^>]+\son\w+=|<[^>]+javascript:/i);
      }),
    );
  });
});

test('HTML that is too large, has too many tags or is nested too deeply is refused', () => {
  expect(convert('x'.repeat(100_001))).toBeNull();
  expect(convert('<b>'.repeat(3_001))).toBeNull();
  expect(['', null]).toContain(convert('<div>'.repeat(3_000)));
  // Each paragraph opens all the letters' styles that were left open before it.
  const open = Array.from({ length: 1_400 }, (_, n) => `<b id=${n}>`).join('');
  expect(['', null]).toContain(convert(`${open}${'<p>'.repeat(1_400)}`));
});

test('what is nested within sixty others is followed, and no deeper: to write it would take minutes', () => {
  expect(convert(`${'<b>'.repeat(60)}x`)).toContain('x');
  expect(convert(`${'<b>'.repeat(61)}x`)).toBeNull();
});

test('what Markdown shows comes back from HTML as the same', () => {
  for (const markdown of [
    '**a** and *b*',
    '- a\n- b',
    '`x < y`',
    '1. a\n2. b',
    'a\n\nb',
    '| a |\n| - |\n| 1 |',
  ])
    expect(convert(toHtml(markdown, () => null))).toBe(markdown);
});
