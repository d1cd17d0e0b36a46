import vm from 'node:vm';
import { expect, test } from 'vitest';
import { hasGap, isOcclusion, writeGaps } from '../../../src-main/services/exchange/anki/cloze.ts';
import { fillTemplate } from '../../../src-main/services/exchange/anki/templates.ts';
import { toHtml } from '../../../src-main/services/exchange/markup/to-html.ts';
import { toMarkdown } from '../../../src-main/services/exchange/markup/to-markdown.ts';
import { readCsvDeck } from '../../../src-main/services/exchange/text/csv-deck.ts';
import { readMarkdownDeck } from '../../../src-main/services/exchange/text/markdown-deck.ts';
import { cardSchema } from '../../../src-shared/domain/deck/card-schema.ts';
import { readMediaAddress } from '../../../src-shared/domain/media-address.ts';
import { splitCloze } from '../../../src-shared/domain/render-card.ts';
import { foldText, listWords } from '../../../src-shared/domain/search/fold.ts';
import { parseQuery } from '../../../src-shared/domain/search/query.ts';
import { settingsSchema } from '../../../src-shared/domain/settings.ts';
import { parseInstant } from '../../../src-shared/domain/study-day.ts';

/**
 * Pieces out of which texts are made that send a careless pattern back and back again: what begins without ending,
 * repeats before a letter that does not fit, or nests.
 */
const pieces = [
  '{{',
  '{{c1::',
  '}}',
  '::',
  '((',
  '"',
  '-',
  ' -> ',
  ' ',
  '\t\n',
  '<!--',
  '<a ',
  '<p><b>',
  '[](',
  '![',
  '**_',
  '`',
  '| ',
  '> ',
  '&',
  '\\',
  'a.',
  'a-',
  '0',
  '[[sound:',
  '[sound:',
  'é̂',
  'or ',
];

const texts = (length: number): string[] =>
  pieces.flatMap(piece => {
    const run = piece.repeat(Math.ceil(length / piece.length)).slice(0, length - 1);
    return [`${run}!`, `a${run.slice(1)}\n`];
  });

/** Every pattern that a person's text meets, with the longest text that is tried (of Markdown, whose reader is slow by nature, less than may reach it). */
const readers: Readonly<Record<string, [longest: number, read: (text: string) => unknown]>> = {
  'a search': [1000, text => parseQuery(text)],
  'a search for a field': [
    1000,
    text => [parseQuery(`tag:${text}`), parseQuery(`prop:due<${text}`), parseQuery(`"${text}`)],
  ],
  'words of a card': [4000, text => [foldText(text), listWords(text)]],
  'gaps of a card': [4000, text => splitCloze(text)],
  'a card': [
    4000,
    text => [
      cardSchema.safeParse({ id: text, kind: 'cloze', text, tests: text, default: text, was: text }),
      cardSchema.safeParse({ id: 'a', kind: 'basic', ask: text, answer: text, tags: [text] }),
    ],
  ],
  'a picture’s address': [4000, text => readMediaAddress(`media/${text}`)],
  'a template': [
    20_000,
    text =>
      fillTemplate(text, { values: new Map([['a', text]]), number: 1, filter: (_name, value) => value }),
  ],
  'a section of a template': [
    20_000,
    text =>
      fillTemplate('{{#a}}x{{/a}}', {
        values: new Map([['a', text]]),
        number: 1,
        filter: (_name, value) => value,
      }),
  ],
  'gaps of a note': [8000, text => [hasGap(text, 1), isOcclusion(text), writeGaps(text, 1, 'masked')]],
  'HTML of a note': [8000, text => settle(() => toMarkdown(text, () => null))],
  'Markdown of a card': [600, text => toHtml(text, () => null)],
  'a table': [2000, text => settle(() => readCsvDeck(text))],
  'a text': [600, text => settle(() => readMarkdownDeck(`# ${text}\n\n## ${text}\n\n${text}`))],
  settings: [
    4000,
    text => settingsSchema.partial().safeParse({ interviewDate: text, commandKeys: { undo: text } }),
  ],
  'a moment': [4000, text => parseInstant(text, () => 0)],
};

/** What is refused in words is as good as what is read. */
function settle(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    expect(error).toMatchObject({ name: 'ProblemError' });
    return null;
  }
}

/** Long enough for any machine; a pattern that tries every way comes to no end at all. */
const patienceMs = 15_000;

/** Runs work that can be ended in the middle of a pattern, which no test's own limit can. */
function runWithin(work: () => void): void {
  vm.runInNewContext('work()', { work }, { timeout: patienceMs });
}

test.each(Object.entries(readers))('no text keeps a pattern busy: %s', (_name, [longest, read]) => {
  runWithin(() => {
    for (const text of texts(longest)) read(text);
  });
});

test('a careless pattern is found', () => {
  expect(() =>
    vm.runInNewContext('work()', { work: () => /^(a+)+$/.test(`${'a'.repeat(50)}!`) }, { timeout: 100 }),
  ).toThrow(/timed out/);
});
