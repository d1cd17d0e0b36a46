import type { Element, Root } from 'hast';
import { renderToStaticMarkup } from 'react-dom/server';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { toHtml } from '../../../../src-main/services/exchange/markup/to-html.ts';
import { toMarkdown } from '../../../../src-main/services/exchange/markup/to-markdown.ts';
import { markGap } from '../../../../src-renderer/components/gaps.ts';
import { GappedMarkdown, Markdown } from '../../../../src-renderer/components/markdown.tsx';
import { hostileTexts } from '../../../helpers/hostile.ts';

/** What a text may become: of these elements, with these attributes. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'alt', 'title'],
  a: [
    'href',
    'title',
    'id',
    'ariaDescribedBy',
    'ariaLabel',
    'className',
    'dataFootnoteRef',
    'dataFootnoteBackref',
  ],
  input: ['type', 'checked', 'disabled'],
  code: ['className'],
  ul: ['className'],
  li: ['className', 'id'],
  section: ['className', 'dataFootnotes'],
  h2: ['className', 'id'],
  span: ['className'],
  div: ['className'],
  ol: ['start'],
  ...Object.fromEntries(
    'p br hr em strong del blockquote pre table thead tbody tr td th mark h1 h3 h4 h5 h6 sup sub b i u s details summary picture q kbd dl dt dd ruby rp rt tt var samp ins strike center'
      .split(' ')
      .map(name => [name, ['align', 'open', 'title']]),
  ),
};

/** What of a page could run, fetch or lead anywhere. `mayLead`: links are for a program of the person's own. */
function findActive(html: string, mayLead: boolean): string[] {
  const found: string[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const { tagName, properties } = child;
      const allowed = harmless[tagName];
      if (!allowed || (tagName === 'a' && !mayLead)) found.push(tagName);
      for (const [name, value] of Object.entries(properties)) {
        const text = String(value);
        const isAddress = name === 'src' || name === 'href';
        const isHarmless =
          tagName === 'img' ? /^(\/media\/)?[\w.-]+$/.test(text) : /^(#|https?:|mailto:|[^:]*$)/.test(text);
        if (!allowed?.includes(name) || (isAddress && !isHarmless)) found.push(`${tagName} ${name}=${text}`);
      }
      visit(child);
    }
  };
  visit(unified().use(rehypeParse, { fragment: true }).parse(html));
  return found;
}

/** The same text where a card can hold one: alone, in a table, in a list, quoted, in a link and as a picture. */
const places: readonly ((text: string) => string)[] = [
  text => text,
  text => `| a |\n|---|\n| ${text} |`,
  text => `- ${text}\n  - ${text}`,
  text => `> **${text}**`,
  text => `[${text}](${text})`,
  text => `![${text}](${text})`,
];

const render = (text: string): string => renderToStaticMarkup(<Markdown>{text}</Markdown>);

test.each(hostileTexts)('on a card, or in another program, nothing becomes of %s', text => {
  for (const place of places) {
    const written = place(text);
    expect(findActive(render(written), false)).toEqual([]);
    expect(
      findActive(
        toHtml(written, () => null),
        true,
      ),
    ).toEqual([]);
  }
  const gapped = (
    <GappedMarkdown text={`${markGap(0)} ${text}`} drawGap={() => <Markdown inline>{text}</Markdown>} />
  );
  expect(findActive(renderToStaticMarkup(gapped), false)).toEqual([]);
  // Fields of another program's package are HTML.
  for (const html of [text, `<table><tr><td><b>${text}</b></td></tr></table>`])
    expect(findActive(render(toMarkdown(html, () => null) ?? ''), false)).toEqual([]);
});

test('markup in a text is taken out before anything is drawn: only the cleaner keeps it from what draws', () => {
  const text = 'x <iframe src="https://away.invalid/"></iframe><b onclick="x">y</b>';
  expect(render(text)).toBe('<p>x y</p>');
  const gapped = <GappedMarkdown text={`${text} ${markGap(0)}`} drawGap={() => 'z'} />;
  expect(renderToStaticMarkup(gapped)).toBe('<p>x y z</p>');
  expect(toHtml(text, () => null)).toBe('x y');
});

test.each(['>', '- ', '* > ', '1. ', '> - '])(
  'a text of nothing but “%s” is shown as it was written: drawn as Markdown it would take all of the stack',
  mark => {
    const text = `${mark.repeat(3980 / mark.length)}a`;
    const shown = text.replaceAll('>', '&gt;');
    expect(render(text)).toBe(`<span class="as-written">${shown}</span>`);
    const gapped = <GappedMarkdown text={text + markGap(0)} drawGap={() => 'z'} />;
    expect(renderToStaticMarkup(gapped)).toBe(`<span class="as-written">${shown}z</span>`);
    expect(toHtml(text, () => null)).toBe(text);
    expect(render(mark.repeat(8))).not.toContain('as-written');
  },
);

test('what could run is found', () => {
  for (const html of [
    '<script></script>',
    '<p onclick="x">',
    '<img src="https://x/">',
    '<a href="javascript:x">',
    '<b style="x">',
    '<iframe>',
    '<svg>',
  ])
    expect(findActive(html, true)).not.toEqual([]);
  expect(findActive('<a href="https://x/">x</a>', false)).toEqual(['a']);
});
