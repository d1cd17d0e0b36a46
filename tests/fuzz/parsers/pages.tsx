import { renderToStaticMarkup } from 'react-dom/server';
import { markGap } from '../../../src-renderer/components/gaps.ts';
import { GappedMarkdown, Markdown } from '../../../src-renderer/components/markdown.tsx';
import {
  backFields,
  listFields,
  readField,
  readFormKind,
  showField,
  trimDraft,
  writeAt,
} from '../../../src-renderer/features/editor/fields.ts';
import { readKept } from '../../../src-renderer/features/editor/use-draft.ts';
import { readScreen } from '../../../src-renderer/kept-screen.ts';
import { splitCloze } from '../../../src-shared/domain/render-card.ts';
import { type FuzzedParser, must } from '../fuzzed.ts';
import { findHarm } from '../harm.ts';
import { mutateText } from '../mutators/text.ts';
import { mutateJson } from '../mutators/values.ts';

/** A card's longest text. */
const longest = 4000;

const drawn: FuzzedParser = {
  name: 'card text, as it is drawn',
  covers: [
    'src-renderer/components/markdown.tsx',
    'src-renderer/components/gaps.ts',
    'src-shared/domain/render-card.ts',
  ],
  seeds: () =>
    [
      'Some *text*, `code`, **more**.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      'A {{gap::with a hint}} in `code {{two}}` and a | table |\n|---|\n| {{three}} |',
      '<script>alert(1)</script> [x](javascript:alert(1)) ![p](media/dot.png) ![q](http://x/y.png) <https://x.y>',
    ].map(text => Buffer.from(text)),
  mutate: mutateText,
  open: () => ({
    read(input) {
      const text = input.toString('utf8').slice(0, longest);
      const pieces = splitCloze(text);
      const marked = pieces
        .map((piece, index) => (piece.kind === 'gap' ? markGap(index) : piece.text))
        .join('');
      const pages = [
        renderToStaticMarkup(<Markdown>{text}</Markdown>),
        renderToStaticMarkup(<Markdown inline>{text}</Markdown>),
        renderToStaticMarkup(<GappedMarkdown text={marked} drawGap={index => <b>{index}</b>} />),
      ];
      for (const page of pages) {
        // React asks the browser to load an own picture early.
        const harm = findHarm(
          page.replaceAll(/<link rel="preload" as="image" href="\/media\/[^"]*"\/>/g, ''),
        );
        must(harm === null, `harm came through: ${harm}`);
        must(!/<a |<form|<input(?! type="checkbox")/.test(page), 'a page that leads somewhere');
        must(
          [...page.matchAll(/<img[^>]*src="([^"]*)"/g)].every(([, source = '']) =>
            source.startsWith('/media/'),
          ),
          'a picture from elsewhere',
        );
      }
      return 'read';
    },
    close: () => undefined,
  }),
};

const kept: FuzzedParser = {
  name: 'draft that was kept',
  covers: ['src-renderer/features/editor/use-draft.ts', 'src-renderer/features/editor/fields.ts'],
  seeds: () =>
    [
      { base: 'kind: basic', draft: { kind: 'basic', ask: 'a', answer: 'b', tags: ['x'] }, text: null },
      {
        base: null,
        draft: {
          kind: 'choice',
          options: [
            { text: '', right: true },
            { text: 'x', right_if: '' },
          ],
        },
        text: 'kind: choice',
      },
      { base: null, draft: { kind: 'number', ask: 'a', value: 3, unit: 'ms', accept: [1, 5] }, text: null },
    ].map(value => Buffer.from(JSON.stringify(value))),
  mutate: mutateJson,
  open: () => ({
    read(input) {
      const written = readKept(input.toString('utf8'));
      if (written === null) return 'refused';
      const kind = readFormKind(written.draft);
      for (const field of [...(kind === null ? [] : listFields(kind)), ...backFields]) {
        const text = showField(written.draft, field);
        const next = writeAt(written.draft, field.path, readField(field, `${text}1`));
        must(
          showField(next, field) === `${text}1` || field.isNumber === true,
          `${field.label} does not keep what is typed`,
        );
        trimDraft(next);
      }
      must(Reflect.get({}, 'x') === undefined && !('polluted' in {}), 'every object has a field of it');
      return 'read';
    },
    close: () => undefined,
  }),
};

const screen: FuzzedParser = {
  name: 'screen to come back to',
  covers: ['src-renderer/kept-screen.ts'],
  seeds: () =>
    [
      { name: 'review', session: { kind: 'today' } },
      { name: 'edit', target: { cardId: 'own.basic' } },
      { name: 'round', roundId: 'x', from: 'today' },
      { name: 'today' },
    ].map(value => Buffer.from(JSON.stringify(value))),
  mutate: mutateJson,
  open: () => ({
    read(input) {
      const found = readScreen(input.toString('utf8'));
      must(found === null || typeof found.name === 'string', 'a screen without a name');
      return found === null ? 'refused' : 'read';
    },
    close: () => undefined,
  }),
};

export const pageParsers: readonly FuzzedParser[] = [drawn, kept, screen];
