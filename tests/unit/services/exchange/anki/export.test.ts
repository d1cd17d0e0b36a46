import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeCard } from '../../../../../src-main/services/cards.ts';
import { exportFile } from '../../../../../src-main/services/exchange/export.ts';
import type { Profile } from '../../../../../src-main/services/profile.ts';
import { writeHere } from '../../../../helpers/anki/exchange.ts';
import { png } from '../../../../helpers/anki/make-package.ts';
import { findOurs, readApkg } from '../../../../helpers/anki/read-apkg.ts';
import { formatDeck, type TestCard, writeDeck } from '../../../../helpers/decks.ts';
import {
  answer,
  at,
  builtInDecks,
  later,
  makeFolder,
  openTestProfile,
  readState,
} from '../../../../helpers/profile.ts';

const now = at('2026-11-24T09:00:00+01:00');

const kinds: TestCard[] = [
  {
    id: 'k.basic',
    ask: 'Ask **x**?',
    answer: 'a < b\n\n- c',
    reason: 'R',
    kind: 'basic',
    tags: ['one', 'two words'],
  },
  { id: 'k.cloze', kind: 'cloze', text: 'A {{hit::time}} of {{**1 ms**}} and a{b}::c.', say: 'S' },
  {
    id: 'k.choice',
    kind: 'choice',
    ask: 'Which?',
    options: [
      { text: 'First', right: true },
      { text: 'Second', right_if: 'it rains' },
    ],
  },
  { id: 'k.number', kind: 'number', ask: 'How long?', value: 10, unit: 'ms', accept: [5, 20] },
  {
    id: 'k.picture',
    kind: 'basic',
    ask: '![A map](media/map.png) ![gone](media/gone.png) ![link](media/link.png) ![far](https://x.org/y.png)',
    answer: 'x',
  },
];

function openWithKinds(): Profile {
  const dir = makeFolder();
  writeDeck(dir, 'kinds.yaml', formatDeck(kinds, { deck: 'kinds' }));
  fs.mkdirSync(path.join(dir, 'media'));
  fs.writeFileSync(path.join(dir, 'media', 'map.png'), png);
  fs.symlinkSync('/etc/hostname', path.join(dir, 'media', 'link.png'));
  return openTestProfile(dir, now, path.join(dir, 'none'));
}

describe('a package, read by a reader of the tests', () => {
  test('has a collection of schema 11, decks, note types and media', async () => {
    const written = await writeHere(openWithKinds(), now);
    const apkg = readApkg(written.file);
    expect(apkg.col.ver).toBe(11);
    expect(apkg.col.conf).toMatchObject({ schedVer: 2, rollover: 4, creationOffset: -60 });
    expect(Object.values(apkg.decks).map(({ name }) => name)).toEqual([
      'Default',
      'Baseline::The deck kinds',
    ]);
    expect(
      Object.values(apkg.models).map(({ type, flds }) => [type, ...flds.map(({ name }) => name)]),
    ).toEqual([
      [0, 'Front', 'Back'],
      [1, 'Text', 'Extra'],
    ]);
    expect([...apkg.media]).toEqual([['map.png', png]]);
    expect(written).toMatchObject({ cards: 5, reviews: 0, media: 1 });
    // Day 0 begins at 04:00 local time.
    expect(new Date(apkg.col.crt * 1000).toISOString()).toBe('2026-11-24T03:00:00.000Z');
  });

  test('has every kind, rendered', async () => {
    const apkg = readApkg((await writeHere(openWithKinds(), now)).file);
    const fields = (id: string): string[] => findOurs(apkg, id).note.flds;
    expect(fields('k.basic')).toEqual([
      'Ask <strong>x</strong>?',
      '<p>a &#x3C; b</p>\n<ul>\n<li>c</li>\n</ul>\n<p>Why: R</p>',
    ]);
    expect(fields('k.cloze')).toEqual([
      'A {{c1::hit::time}} of {{c1::<strong>1 ms</strong>}} and a{b}:&#58;c.',
      'Say: S',
    ]);
    expect(fields('k.choice')[0]).toMatch(/^<p>Which\?<\/p>\n<ol>\n<li>(First|Second)<\/li>/);
    expect(fields('k.number')).toEqual(['How long? (ms)', '10 ms (5 to 20 counts as right)']);
    expect(fields('k.picture')[0]).toBe('<img src="map.png" alt="A map">');
    expect(findOurs(apkg, 'k.basic').note.tags).toBe(' one two_words ');
  });

  test('says what it could not take along', async () => {
    const profile = openWithKinds();
    changeCard(profile, 'k.basic', { kind: 'note', text: 'mine' }, now);
    const { leftOut } = await writeHere(profile, now);
    expect(new Map(leftOut.map(({ why, examples }) => [why.slice(0, 12), examples]))).toEqual(
      new Map([
        ['Notes of you', ['k.basic']],
        ['Blanks in ta', ['k.basic']],
        ['Choice cards', ['k.choice']],
        ['Number cards', ['k.number']],
        ['Pictures tha', ['media/gone.png', 'media/link.png', 'https://x.org/y.png']],
      ]),
    );
  });

  test('has all built-in cards', async () => {
    const profile = openTestProfile(makeFolder(), now, builtInDecks);
    const written = await writeHere(profile, now);
    const apkg = readApkg(written.file);
    expect(apkg.cards).toHaveLength(profile.store.content.activeCards().length);
    for (const { flds } of apkg.notes)
      expect(flds.every((field, index) => index > 0 || field !== '')).toBe(true);
  });
});

describe('schedule, memory and log', () => {
  test('of a card in review', async () => {
    const profile = openWithKinds();
    const first = later(now, { days: -20 });
    answer(profile, 'k.basic', 3, first);
    answer(profile, 'k.basic', 3, later(first, { minutes: 10 }));
    const last = later(first, { days: 3 });
    answer(profile, 'k.basic', 2, last);
    const state = readState(profile, 'k.basic');
    const apkg = readApkg((await writeHere(profile, now)).file);
    const { card, data, reviews } = findOurs(apkg, 'k.basic');
    const dueDay = state.dueDay ?? 0;
    const firstDay = Math.floor(apkg.col.crt / 86_400);
    expect(card).toMatchObject({ type: 2, queue: 2, reps: 3, lapses: 0, ivl: dueDay - (state.lastDay ?? 0) });
    expect(Number(card.due) + firstDay).toBe(dueDay);
    expect(data).toMatchObject({ dr: 0.9, decay: 0.154, lrt: last.atMs / 1000 });
    expect(data.s).toBeCloseTo(state.memory?.stability ?? 0, 4);
    expect(data.d).toBeCloseTo(state.memory?.difficulty ?? 0, 3);
    expect(reviews.map(({ id, ease, type, time }) => [id, ease, type, time])).toEqual([
      [first.atMs, 3, 0, 5000],
      [first.atMs + 600_000, 3, 0, 5000],
      [last.atMs, 2, 1, 5000],
    ]);
    expect(reviews.map(({ ivl }) => ivl)).toEqual([-600, reviews[1]?.ivl, Number(card.ivl)]);
    expect(reviews.map(({ lastIvl }) => lastIvl)).toEqual([0, -600, reviews[1]?.ivl]);
    expect(reviews[2]?.factor).toBe(Math.round((((state.memory?.difficulty ?? 0) - 1) / 9 + 0.1) * 1000));
  });

  test('of cards in steps, suspended, buried, flagged and new', async () => {
    const profile = openWithKinds();
    answer(profile, 'k.basic', 1, now);
    changeCard(profile, 'k.cloze', { kind: 'suspend', on: true }, now);
    changeCard(profile, 'k.choice', { kind: 'bury' }, now);
    changeCard(profile, 'k.choice', { kind: 'flag', flag: 3 }, now);
    const apkg = readApkg((await writeHere(profile, now)).file);
    expect(findOurs(apkg, 'k.basic').card).toMatchObject({
      type: 1,
      queue: 1,
      due: now.atMs / 1000 + 60,
      left: 2002,
    });
    expect(findOurs(apkg, 'k.cloze').card).toMatchObject({ type: 0, queue: -1 });
    expect(findOurs(apkg, 'k.choice').card).toMatchObject({ type: 0, queue: -3, flags: 3 });
    expect(findOurs(apkg, 'k.number').card).toMatchObject({ type: 0, queue: 0, due: 4, ivl: 0, reps: 0 });
  });

  test('annulled answers stay out, two of one moment both go out, a reset is manual', async () => {
    const profile = openWithKinds();
    answer(profile, 'k.number', 4, now);
    profile.journal.undo(now);
    answer(profile, 'k.basic', 3, now);
    answer(profile, 'k.cloze', 3, now);
    changeCard(profile, 'k.basic', { kind: 'forget' }, later(now, { minutes: 1 }));
    const apkg = readApkg((await writeHere(profile, now)).file);
    expect(findOurs(apkg, 'k.number').reviews).toEqual([]);
    expect(
      apkg.reviews.map(({ id, ease, type, factor }) => [Number(id) - now.atMs, ease, type, factor === 0]),
    ).toEqual([
      [0, 3, 0, false],
      [1, 3, 0, false],
      [60_000, 0, 4, true],
    ]);
  });

  test('ids and texts are the same from one export to the next', async () => {
    const profile = openWithKinds();
    const ids = async (): Promise<unknown> => {
      const { cards, notes } = readApkg((await writeHere(profile, now)).file);
      return [cards.map(({ id, did }) => [id, did]), notes];
    };
    expect(await ids()).toEqual(await ids());
  });
});

describe('the file', () => {
  test('is written by a worker, whole, and replaces what was there', () => {
    const profile = openWithKinds();
    const out = path.join(profile.dir, 'deck.apkg');
    fs.writeFileSync(out, 'old');
    expect(exportFile(profile, 'apkg', out, now)).toMatchObject({
      file: out,
      counts: { cards: 5, pictures: 1 },
    });
    expect(readApkg(out).cards).toHaveLength(5);
    expect(fs.readdirSync(profile.dir).filter(name => name.endsWith('.new'))).toEqual([]);
  });

  test('a place that cannot be written is refused, with nothing left there', () => {
    const profile = openWithKinds();
    const missing = path.join(profile.dir, 'none', 'deck.apkg');
    expect(() => exportFile(profile, 'apkg', missing, now)).toThrow(/cannot be written/);
    expect(() => exportFile(profile, 'apkg', profile.dir, now)).toThrow(/is a folder/);
    expect(() => exportFile(profile, 'docx', missing, now)).toThrow(/not a format/);
  });
});
