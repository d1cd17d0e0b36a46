import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { importFile, planLook } from '../../../../../src-main/services/exchange/import.ts';
import { readCsvDeck } from '../../../../../src-main/services/exchange/text/csv-deck.ts';
import { readMarkdownDeck } from '../../../../../src-main/services/exchange/text/markdown-deck.ts';
import { readTextDeck } from '../../../../../src-main/services/exchange/text/read-text.ts';
import { CancelledError } from '../../../../../src-main/services/exchange/watch.ts';
import { at, makeFolder, openWithCards } from '../../../../helpers/profile.ts';

const now = at('2026-11-24T09:00:00Z');

const sides = (cards: { front: string; back: string; tags: string[] }[]): string[][] =>
  cards.map(({ front, back, tags }) => [front, back, ...tags]);

describe('tables', () => {
  test.each([
    ['named columns', 'front,back,tags\nWhy?,So.,a b\n', [['Why?', 'So.', 'a', 'b']]],
    ['in another order, with others', 'Tags,x,Back,Front\na,1,So.,Why?\n', [['Why?', 'So.', 'a']]],
    ['no names', 'Why?,So.\n', [['Why?', 'So.']]],
    ['tabs', 'front\tback\nWhy, then?\tSo.\n', [['Why, then?', 'So.']]],
    ['semicolons', 'front;back\nWhy, then?;So.\n', [['Why, then?', 'So.']]],
    [
      'quotes and line breaks',
      'front,back\n"Why, ""then""?","One\n\nTwo"\n',
      [['Why, "then"?', 'One\n\nTwo']],
    ],
    ['a byte order mark', '\ufefffront,back\nWhy?,So.\n', [['Why?', 'So.']]],
    [
      'too few and too many',
      'front,back\nWhy?\nHow?,So.,x,y\n',
      [
        ['Why?', ''],
        ['How?', 'So.'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(sides(readCsvDeck(text).cards)).toEqual(expected);
  });

  test('lines are told where a card begins', () => {
    const { cards } = readCsvDeck('front,back\n"a\nb",c\nd,e\n');
    expect(cards.map(({ line }) => line)).toEqual([2, 4]);
  });

  test('what is not CSV is refused', () => {
    expect(() => readCsvDeck('front,back\n"open,x\n')).toThrow(/not valid CSV/);
  });
});

describe('Markdown', () => {
  test('questions and answers, over several lines, with tags, and code that only looks like it', () => {
    const text = [
      '---',
      'title: x',
      '---',
      '# My *deck*',
      'Q: Why?',
      'Really?',
      'A: So.',
      '',
      '```',
      'Q: no question',
      '```',
      'Tags: a, b',
      '',
      '## A section',
      'Q: How?',
      'A: Thus.',
    ].join('\n');
    expect(readMarkdownDeck(text)).toEqual({
      title: 'My deck',
      cards: [
        { line: 5, front: 'Why?\nReally?', back: 'So.\n\n```\nQ: no question\n```', tags: ['a', 'b'] },
        { line: 15, front: 'How?', back: 'Thus.', tags: [] },
      ],
    });
  });

  test('headings with text below', () => {
    const text = '# Deck\n\nIntro.\n\n## Group\n\n### Why **so**?\n\nSo.\n\n- a\n\n## How?\nThus.\n';
    expect(readMarkdownDeck(text)).toEqual({
      title: 'Deck',
      cards: [
        { line: 7, front: 'Why **so**?', back: 'So.\n\n- a', tags: [] },
        { line: 13, front: 'How?', back: 'Thus.', tags: [] },
      ],
    });
  });
});

describe('brought in', () => {
  const write = (name: string, content: string | Buffer): string => {
    const file = path.join(makeFolder(), name);
    fs.writeFileSync(file, content);
    return file;
  };

  test('a table becomes a deck; twice adds nothing, a new line adds one card', () => {
    const profile = openWithCards(now, 0);
    const first = importFile(profile, write('My cards.csv', 'front,back\nWhy?,So.\nA {{gap}}.,\n'), now);
    expect(first).toMatchObject({ added: 2, known: 0, decks: [{ file: 'csv-my-cards.yaml', cards: 2 }] });
    const again = write('My cards.csv', 'front,back\nWhy?,So.\nA {{gap}}.,\nHow?,Thus.\n');
    expect(importFile(profile, again, now)).toMatchObject({ added: 1, known: 2, leftOut: [] });
    expect(importFile(profile, again, now)).toMatchObject({ added: 0, known: 3, decks: [] });
    const cards = profile.store.content.activeCards().map(({ content }) => content);
    expect(cards).toMatchObject([
      { kind: 'basic', ask: 'Why?', answer: 'So.' },
      { kind: 'cloze', text: 'A {{gap}}.' },
      { kind: 'basic', ask: 'How?' },
    ]);
  });

  test('what a person wrote into the file in between stays, comments too', () => {
    const profile = openWithCards(now, 0);
    importFile(profile, write('x.md', 'Q: Why?\nA: So.\n'), now);
    const file = path.join(profile.ownDecks, 'md-x.yaml');
    fs.writeFileSync(file, `# mine\n${fs.readFileSync(file, 'utf8').replace('So.', 'Because.')}`);
    importFile(profile, write('x.md', 'Q: Why?\nA: So.\n\nQ: How?\nA: Thus.\n'), now);
    const text = fs.readFileSync(file, 'utf8');
    expect(text).toMatch(/^# mine\n/);
    expect(text).toContain('Because.');
    expect(profile.store.content.activeCards()).toHaveLength(2);
  });

  test('faulty cards are named, the others come in', () => {
    const profile = openWithCards(now, 0);
    const table = `front,back\nWhy?,So.\n,empty\nLong?,${'x'.repeat(5000)}\nWhy?,Twice.\n`;
    expect(importFile(profile, write('x.csv', table), now)).toMatchObject({
      added: 1,
      leftOut: [
        { why: 'Cards were left out: the front is empty.', count: 1, examples: ['line 3'] },
        { why: 'Cards were left out: the back is longer than 4000 letters.', examples: ['line 4'] },
        { why: 'Cards with the front of an earlier one were left out.', examples: ['line 5'] },
      ],
    });
  });

  test.each([
    ['UTF-16', 'x.csv', Buffer.from('\ufefffront,back\nWhy?,So.', 'utf16le'), /x\.csv is not text in UTF-8/],
    ['Latin-1', 'x.tsv', Buffer.from('front\tback\nWér?\tSo.', 'latin1'), /not text in UTF-8/],
    ['a picture', 'x.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), /not text in UTF-8/],
    ['nothing', 'x.csv', '', /holds no cards/],
    ['no cards', 'x.md', '# Title\n\nText.', /holds no cards/],
    ['our own table', 'cards.csv', 'card_id,card,deck,topic\none.1,What?,X,x\n', /table that Baseline wrote/],
  ])('%s is refused', (_name, name, content, message) => {
    const kind = name.endsWith('.md') ? 'md' : 'csv';
    expect(() => readTextDeck(write(name, content), kind)).toThrow(message);
  });

  test.each([
    ['a text that is none', 'x.md', /x\.md is not text in UTF-8/],
    ['an unknown kind', 'x.docx', /of no kind that Baseline knows/],
  ])('%s is refused, and nothing is changed', (_name, name, message) => {
    const profile = openWithCards(now, 0);
    const before = fs.readdirSync(profile.dir, { recursive: true });
    expect(() => importFile(profile, write(name, '\0'), now)).toThrow(message);
    expect(fs.readdirSync(profile.dir, { recursive: true })).toEqual(before);
    expect([...profile.store.log.scan()]).toEqual([]);
  });

  test('a text that takes long to read is let go of at once: it is read beside the window', async () => {
    const file = write('long.md', `## a\n\n${'- b\n'.repeat(480_000)}`);
    const { work, clear } = planLook(openWithCards(now, 0), file, now);
    const { done, cancel } = work.beside(() => undefined);
    cancel();
    await expect(done).rejects.toBeInstanceOf(CancelledError);
    clear();
  });
});

describe('what would take too long to read', () => {
  test.each(['> ', '>', '1. ', '- ', '* > '])(
    'a line of nothing but “%s” is told at once: what reads Markdown would take minutes for it',
    mark => {
      const source = `# Notes\n\n## A question\n\nAn answer.\n\n${mark.repeat(100_000)}`;
      expect(() => readMarkdownDeck(source)).toThrow(/^Line 7 has more than 20 quotes and lists/);
      expect(readMarkdownDeck(`## A question\n\n${mark.repeat(8)}deep`).cards).toHaveLength(1);
    },
  );

  test('lists within lists, over as many lines', () => {
    const nest = (depth: number): string =>
      Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- x`).join('\n');
    expect(readMarkdownDeck(`## A question\n\n${nest(14)}`).cards).toHaveLength(1);
    expect(() => readMarkdownDeck(`## A question\n\n${nest(400)}`)).toThrow(/^Line \d+ has more than 20 /);
    const code = `\`\`\`\n${' '.repeat(200)}x\n\`\`\``;
    expect(readMarkdownDeck(`## A question\n\n${code}`).cards).toHaveLength(1);
  });

  test('more letters than any deck has', () => {
    expect(() => readMarkdownDeck('x'.repeat(2_000_001))).toThrow(
      /^This text is longer than 2 million letters/,
    );
  });
});

/** Blocks of Markdown, of which headings are the fewest. */
const block = fc.constantFrom(
  '## One *b*',
  '### `Two` #',
  '# Title',
  'Setext\n---',
  'Two lines\nof it\n===',
  'Text **b** [a](b) `c',
  '- a\n  ## in a list\n- b',
  '> ## in a quote',
  '```\n## in code\n```',
  '~~~\n# in code',
  '    ## indented',
  '| a | b |\n|---|---|\n| c | d |\n---',
  'a | b\n--|--\nc | d\n---',
  '<div>\n## in HTML\n</div>',
  '***',
  '1. x\n\n   ```\n   ## y\n   ```',
  '##',
  '## ',
  '\\## none',
);

test('the blocks are those that a reader of all of Markdown finds', () => {
  const whole = unified().use(remarkParse).use(remarkGfm).freeze();
  const parts = fc.array(fc.tuple(block, fc.constantFrom('\n', '\n\n')), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, blocks => {
      const text = blocks.flat().join('');
      const headings = whole.parse(text).children.filter(node => node.type === 'heading');
      const expected = headings.flatMap((node, index) => {
        const back = text.slice(
          node.position?.end.offset,
          headings[index + 1]?.position?.start.offset ?? text.length,
        );
        return node.depth < 2 || back.trim() === '' ? [] : [[node.position?.start.line, back.trim()]];
      });
      expect(readMarkdownDeck(text).cards.map(({ line, back }) => [line, back])).toEqual(expected);
    }),
  );
});
