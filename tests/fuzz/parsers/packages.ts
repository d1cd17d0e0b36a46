import fs from 'node:fs';
import path from 'node:path';
import { openCollection } from '../../../src-main/db/anki/read-collection.ts';
import { hasGap, writeGaps } from '../../../src-main/services/exchange/anki/cloze.ts';
import { makeCard } from '../../../src-main/services/exchange/anki/make-card.ts';
import { readPackage } from '../../../src-main/services/exchange/anki/read-package.ts';
import { renderNote } from '../../../src-main/services/exchange/anki/render-note.ts';
import { bringIn } from '../../../src-main/services/exchange/bring-in.ts';
import { toHtml } from '../../../src-main/services/exchange/markup/to-html.ts';
import { toMarkdown } from '../../../src-main/services/exchange/markup/to-markdown.ts';
import { unwatched } from '../../../src-main/services/exchange/watch.ts';
import { cardSchema } from '../../../src-shared/domain/deck/card-schema.ts';
import {
  type CollectionFixture,
  makeCollection,
  packageFormats,
  packEntries,
  png,
} from '../../helpers/anki/make-package.ts';
import { zip } from '../../helpers/anki/unzip.ts';
import { type FuzzedParser, judgeRefusal, must } from '../fuzzed.ts';
import { findHarm } from '../harm.ts';
import { mutateDatabase, mutateZip } from '../mutators/files.ts';
import { mutateText } from '../mutators/text.ts';
import { keepsWhole, now, openRigs } from '../rig.ts';
import { lookAround } from '../use.ts';

const answerMs = Date.UTC(2026, 10, 10, 8);

/** A collection with each kind of note, a card in each phase, and a picture. */
const fixture: CollectionFixture = {
  decks: { 1: 'Default', 2: 'Systems::Stores' },
  notes: [
    {
      id: 1,
      guid: 'b1',
      mid: 1,
      fields: ['Which <b>one</b>?', 'This<br><img src="dot.png">'],
      tags: ' x y::z ',
    },
    { id: 2, guid: 'r1', mid: 2, fields: ['there', 'back'] },
    { id: 3, guid: 't1', mid: 3, fields: ['Type it', 'typed'] },
    { id: 4, guid: 'c1', mid: 4, fields: ['A {{c1::hit::what}} takes {{c2::1 ms}}', 'Extra'] },
  ],
  cards: [
    {
      id: 11,
      nid: 1,
      did: 2,
      type: 2,
      queue: 2,
      due: 30,
      ivl: 12,
      factor: 2500,
      reps: 3,
      data: '{"s":11.5,"d":5.1}',
    },
    { id: 12, nid: 2, ord: 1, type: 1, queue: 1, due: answerMs / 1000, left: 1001, reps: 1, flags: 2 },
    { id: 13, nid: 3, queue: -1, due: 2 },
    { id: 14, nid: 4, ord: 1, due: 1 },
  ],
  reviews: [
    { id: answerMs, cid: 11 },
    { id: answerMs + 1, cid: 12, ease: 2, ivl: -600, type: 0 },
  ],
  media: { 'dot.png': png },
};

const apkg: FuzzedParser = {
  name: 'package of Anki’s',
  covers: [
    'src-main/services/exchange/anki/zip.ts',
    'src-main/services/exchange/anki/open-package.ts',
    'src-main/services/exchange/anki/read-package.ts',
    'src-main/services/exchange/anki/media-in.ts',
    'src-main/services/exchange/bring-in.ts',
    'src-main/services/exchange/replay-progress.ts',
    'src-main/services/media.ts',
  ],
  seeds: () => packageFormats.map(format => zip(packEntries(format, fixture))),
  mutate: mutateZip,
  open: folder => {
    const rigs = openRigs(folder);
    const file = path.join(folder, 'in.apkg');
    return {
      async read(input) {
        fs.writeFileSync(file, input);
        const work = path.join(folder, 'unpacked');
        fs.rmSync(work, { recursive: true, force: true });
        fs.mkdirSync(work);
        const rig = rigs.current();
        const options = { at: now, weights: rig.profile.journal.weights() };
        const verdict = await keepsWhole(rig, async () => {
          const incoming = await readPackage(file, work, options, unwatched);
          const before = rig.profile.store.content.activeCards().length;
          const { added } = bringIn(rig.profile, incoming, now);
          must(
            rig.profile.store.content.activeCards().length === before + added,
            'not all that came in is there',
          );
          return 'read' as const;
        }).catch(judgeRefusal);
        must(
          fs.readdirSync(folder).every(name => /^(in\.apkg|unpacked|first|rig-\d+)$/.test(name)),
          'something was unpacked elsewhere',
        );
        if (verdict === 'refused') return verdict;
        rig.prove();
        await lookAround(rig.profile);
        rigs.renew();
        return 'read';
      },
      close: rigs.close,
    };
  },
};

const collection: FuzzedParser = {
  name: 'collection of Anki’s',
  covers: [
    'src-main/db/foreign.ts',
    'src-main/db/anki/read-collection.ts',
    'src-main/services/exchange/anki/progress-in.ts',
  ],
  seeds: () => [makeCollection(fixture, 11), makeCollection(fixture, 18)],
  mutate: mutateDatabase,
  open: folder => {
    const file = path.join(folder, 'collection');
    return {
      read(input) {
        fs.writeFileSync(file, input);
        try {
          const opened = openCollection(file);
          try {
            for (const rows of [opened.notes(), opened.cards(), opened.reviews()]) {
              let count = 0;
              // A page that leads to itself would never end.
              for (const _row of rows) must(++count < 100_000, 'rows without an end');
            }
          } finally {
            opened.close();
          }
          return 'read';
        } catch (error) {
          return judgeRefusal(error);
        } finally {
          for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name));
        }
      },
      close: () => undefined,
    };
  },
};

/** Stands between the parts of one input. */
const part = '\x1e';

const note: FuzzedParser = {
  name: 'note and template of Anki’s',
  covers: [
    'src-main/services/exchange/anki/templates.ts',
    'src-main/services/exchange/anki/cloze.ts',
    'src-main/services/exchange/anki/render-note.ts',
    'src-main/services/exchange/anki/make-card.ts',
  ],
  seeds: () =>
    [
      ['{{Front}}', '{{FrontSide}}<hr id=answer>{{Back}}', 'What is <i>it</i>?', 'That.'],
      [
        '{{cloze:Front}}',
        '{{cloze:Front}}<br>{{Back}}',
        'A {{c1::hit::what}} takes {{c2::{{c3::1}} ms}}',
        'Extra',
      ],
      [
        '{{#Back}}{{text:Front}}{{/Back}}{{^Back}}none{{/Back}}',
        '{{type:Back}} {{hint:Front}} {{Tags}}',
        '<b>x</b> [sound:a.mp3]',
        'y',
      ],
    ].map(parts => Buffer.from(parts.join(part))),
  mutate: mutateText,
  open: () => ({
    async read(input) {
      const [front = '', back = '', ...fields] = input.toString('utf8').split(part);
      const tags = ['x'];
      const rendered = [false, true].map(cloze => {
        const notetype = {
          id: 1,
          name: 'Note',
          cloze,
          fields: ['Front', 'Back'],
          templates: [{ name: 'Card', front, back }],
        };
        return renderNote({ id: 1, guid: 'g', notetypeId: 1, modS: 0, tags, fields }, notetype, 0, 'Deck');
      });
      for (const field of fields)
        for (const style of ['marked', 'masked', 'told'] as const)
          must(
            writeGaps(field, 1, style) !== undefined && typeof hasGap(field, 2) === 'boolean',
            'a gap is not written',
          );
      let made = 0;
      for (const one of rendered) {
        if ('problem' in one) continue;
        const card = await makeCard('anki.x', one, tags, async html => toMarkdown(html, () => null));
        if (typeof card === 'string') continue;
        must(cardSchema.safeParse(card).success, 'a card that its schema does not know');
        made++;
      }
      return made > 0 ? 'read' : 'refused';
    },
    close: () => undefined,
  }),
};

/** Throws where a page would run something, or lead out. */
function proveHarmless(shown: string): void {
  const harm = findHarm(shown);
  must(harm === null, `harm came through: ${harm}`);
}

const html: FuzzedParser = {
  name: 'HTML, to Markdown and back',
  covers: [
    'src-main/services/exchange/markup/to-markdown.ts',
    'src-main/services/exchange/markup/to-html.ts',
  ],
  seeds: () =>
    [
      '<div>Which <b>one</b> of <i>these</i>?<br><ul><li>a<li>b</ul></div>',
      '<table><tr><th>x<th>y<tr><td>1<td>2</table><p>See <a href="https://example.org/?a=1&b=2">this</a>.',
      '<pre><code>x = 1;\n</code></pre><blockquote>so &amp; so</blockquote><img src="dot.png" alt="a dot">',
      '<script>alert(1)</script><a href="javascript:alert(1)" onclick="x()">y</a><svg><style>*{}</style></svg>',
    ].map(text => Buffer.from(text)),
  mutate: mutateText,
  open: () => ({
    read(input) {
      const markdown = toMarkdown(input.toString('utf8'), source =>
        source.endsWith('.png') ? 'media/x.png' : null,
      );
      if (markdown === null) return 'refused';
      const shown = toHtml(markdown, () => null);
      proveHarmless(shown);
      return 'read';
    },
    close: () => undefined,
  }),
};

const markdown: FuzzedParser = {
  name: 'Markdown, to HTML',
  covers: ['src-main/services/exchange/markup/to-html.ts'],
  seeds: () =>
    [
      '# A\n\nSome *text*, `code` and **more**.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      '1. one\n   - two\n\n> quoted [link](https://example.org) ![dot](media/dot.png)\n\n```sql\nSELECT 1;\n```\n',
      '<b onclick="x()">raw</b> <https://example.org> ~~gone~~ - [x] done[^1]\n\n[^1]: note\n',
    ].map(text => Buffer.from(text)),
  mutate: mutateText,
  open: () => ({
    read(input) {
      // A card has no longer text.
      const shown = toHtml(input.toString('utf8').slice(0, 4000), address =>
        address === '' ? null : 'x.png',
      );
      proveHarmless(shown);
      return 'read';
    },
    close: () => undefined,
  }),
};

export const packageParsers: readonly FuzzedParser[] = [apkg, collection, note, html, markdown];
