import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeCard } from '../../../../../src-main/services/cards.ts';
import { checkProfile } from '../../../../../src-main/services/check.ts';
import { makeCardId } from '../../../../../src-main/services/exchange/anki/make-card.ts';
import { importFile } from '../../../../../src-main/services/exchange/import.ts';
import { stepHistory } from '../../../../../src-main/services/history.ts';
import type { Profile } from '../../../../../src-main/services/profile.ts';
import { foldCard } from '../../../../../src-shared/domain/fold.ts';
import { defaultWeights } from '../../../../../src-shared/domain/memory.ts';
import { convertSm2 } from '../../../../../src-shared/domain/sm2.ts';
import { importHere, readHere } from '../../../../helpers/anki/exchange.ts';
import {
  basic,
  type CollectionFixture,
  cloze,
  fixtureStartS,
  makePackage,
  packageFormats,
  png,
  reversed,
  typed,
} from '../../../../helpers/anki/make-package.ts';
import { answer, at, openWithCards, readState, toCardId } from '../../../../helpers/profile.ts';

const now = at('2026-11-24T09:00:00Z');
/** Study day of the fixtures' day 0, 2026-11-01. */
const day0 = Math.floor(fixtureStartS / 86_400);
const msAt = (iso: string): number => at(iso).atMs;

const id = (guid: string, ord = 0): string => makeCardId(guid, ord);

/** A collection with each kind of note and card. */
const collection: CollectionFixture = {
  decks: { 1: 'Default', 2: 'Systems::Stores' },
  notes: [
    {
      id: 1,
      guid: 'b1',
      mid: 1,
      fields: ['Which <b>one</b>?', 'This<br><img src="a map.png">'],
      tags: ' x y::z ',
    },
    { id: 2, guid: 'r1', mid: 2, fields: ['there', 'back'] },
    { id: 3, guid: 't1', mid: 3, fields: ['Type it', 'typed'] },
    { id: 4, guid: 'c1', mid: 4, fields: ['A {{c1::hit::what}} takes {{c2::1 ms}}', 'Extra'] },
    { id: 5, guid: 's1', mid: 1, fields: ['SM-2', 'x'] },
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
      lapses: 1,
      flags: 2,
      data: '{"s":12.3456,"d":5.432,"dr":0.9,"pos":1,"lrt":1795000000}',
    },
    { id: 21, nid: 2, due: 1 },
    { id: 22, nid: 2, ord: 1, due: 2, queue: -1 },
    { id: 31, nid: 3, type: 1, queue: 1, due: msAt('2026-11-24T09:10:00Z') / 1000, left: 1001, reps: 1 },
    { id: 41, nid: 4, due: 3 },
    { id: 42, nid: 4, ord: 1, due: 4 },
    { id: 51, nid: 5, type: 2, queue: 2, due: 20, ivl: 10, factor: 2300, reps: 5 },
  ],
  reviews: [
    { id: msAt('2026-11-17T08:00:00Z'), cid: 11, ease: 3, ivl: -600, type: 0, time: 3000 },
    { id: msAt('2026-11-17T08:10:00Z'), cid: 11, ease: 3, ivl: 2, lastIvl: -600, type: 0 },
    { id: msAt('2026-11-19T08:00:00Z'), cid: 11, ease: 1, ivl: -600, lastIvl: 2, type: 1 },
    { id: msAt('2026-11-19T08:10:00Z'), cid: 11, ease: 3, ivl: 12, lastIvl: -600, type: 2 },
    { id: msAt('2026-11-19T08:20:00Z'), cid: 11, ease: 4, ivl: 12, lastIvl: 12, factor: 0, type: 3 },
    { id: msAt('2026-11-20T08:20:00Z'), cid: 11, ease: 0, ivl: 12, lastIvl: 12, type: 4 },
    { id: msAt('2026-11-24T09:00:00Z'), cid: 31, ease: 3, ivl: -600, type: 0 },
  ],
  media: { 'a map.png': png },
};

const readLog = (profile: Profile, cardId: string) =>
  profile.store.log.ofCard(toCardId(cardId)).map(({ event }) => event);

const listFiles = (profile: Profile): string[] =>
  fs
    .readdirSync(profile.dir, { recursive: true })
    .map(String)
    .filter(name => !/^(baseline\.db|lock)/.test(name))
    .sort();

describe.each(packageFormats)('a package with %s', format => {
  test('brings cards, texts, tags and pictures', async () => {
    const profile = openWithCards(now, 0);
    const done = await importHere(profile, makePackage(format, collection), now);
    expect(done).toMatchObject({ added: 7, known: 0, progress: 4, reviews: 6, media: 1 });
    const cards = new Map(
      profile.store.content.activeCards().map(card => [card.cardId as string, card.content]),
    );
    const picture = fs.readdirSync(path.join(profile.dir, 'media'))[0];
    expect(cards.get(id('b1'))).toEqual({
      id: id('b1'),
      kind: 'basic',
      ask: 'Which **one**?',
      answer: `This\\\n![](media/${picture})`,
      tags: ['x', 'y::z'],
    });
    expect(fs.readFileSync(path.join(profile.dir, 'media', String(picture)))).toEqual(png);
    expect(cards.get(id('r1'))).toMatchObject({ ask: 'there', answer: 'back' });
    expect(cards.get(id('r1', 1))).toMatchObject({ ask: 'back', answer: 'there' });
    expect(cards.get(id('t1'))).toMatchObject({ ask: 'Type it', answer: 'typed' });
    expect(cards.get(id('c1'))).toMatchObject({
      kind: 'cloze',
      text: 'A {{hit::what}} takes 1 ms',
      reason: 'Extra',
    });
    expect(cards.get(id('c1', 1))).toMatchObject({ kind: 'cloze', text: 'A hit takes {{1 ms}}' });
    expect(done.decks).toEqual([
      { file: 'anki-default.yaml', cards: 6 },
      { file: 'anki-systems-stores.yaml', cards: 1 },
    ]);
    expect(checkProfile(profile).faults).toEqual([]);
    expect(profile.store.content.files().flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('brings schedule, memory and log', async () => {
    const profile = openWithCards(now, 0);
    await importHere(profile, makePackage(format, collection), now);
    expect(readState(profile, id('b1'))).toMatchObject({
      phase: 'review',
      memory: { stability: 12.3456, difficulty: 5.432 },
      dueDay: day0 + 30,
      reps: 3,
      lapses: 1,
      flag: 2,
    });
    const log = readLog(profile, id('b1'));
    expect(log.map(({ body }) => body.type)).toEqual([
      ...['answer', 'answer', 'answer', 'answer', 'practice', 'memory_set', 'flag'],
    ]);
    expect(
      log.flatMap(({ body }) =>
        body.type === 'answer' ? [[body.rating, body.phaseBefore, body.phaseAfter]] : [],
      ),
    ).toEqual([
      [3, 'new', 'learning'],
      [3, 'learning', 'review'],
      [1, 'review', 'relearning'],
      [3, 'relearning', 'review'],
    ]);
    expect(log[0]?.at.atMs).toBe(msAt('2026-11-17T08:00:00Z'));
    // Each answer stands on the ones before it, so the due that it recorded binds.
    const answers = log.flatMap(({ body, ...event }) => (body.type === 'answer' ? [{ ...event, body }] : []));
    const folded = foldCard(toCardId(id('b1')), answers, profile.journal.model());
    expect(folded.dueDay).toBe(answers.at(-1)?.body.dueDay);
    expect(folded.dueDay).toBe((answers.at(-1)?.studyDay ?? 0) + 12);
    expect(log.every(({ opId }) => opId === log[0]?.opId)).toBe(true);
    expect(readState(profile, id('r1'))).toMatchObject({ phase: 'new', suspended: false });
    expect(readState(profile, id('r1', 1))).toMatchObject({ phase: 'new', suspended: true });
    expect(readState(profile, id('t1'))).toMatchObject({
      phase: 'learning',
      step: 1,
      dueAtMs: msAt('2026-11-24T09:10:00Z'),
    });
  });

  test('turns an SM-2 state into an FSRS memory', async () => {
    const profile = openWithCards(now, 0);
    const { leftOut } = await importHere(profile, makePackage(format, collection), now);
    const expected = convertSm2({ easeFactor: 2.3, intervalDays: 10 }, defaultWeights);
    expect(readState(profile, id('s1'))).toMatchObject({ memory: expected, dueDay: day0 + 20, reps: 5 });
    // The last answer lies where the interval began.
    expect(readState(profile, id('s1')).lastDay).toBe(day0 + 10);
    expect(leftOut).toContainEqual({ why: expect.stringMatching(/SM-2/), count: 1, examples: [] });
  });

  test('twice adds nothing', async () => {
    const profile = openWithCards(now, 0);
    const file = makePackage(format, collection);
    await importHere(profile, file, now);
    const files = listFiles(profile);
    const events = [...profile.store.log.scan()].length;
    const again = await importHere(profile, file, now);
    expect(again).toMatchObject({ added: 0, known: 7, progress: 0, reviews: 0, media: 0, decks: [] });
    expect([...profile.store.log.scan()]).toHaveLength(events);
    expect(listFiles(profile)).toEqual(files);
  });
});

describe('a second package of the same notes', () => {
  const more: CollectionFixture = {
    ...collection,
    cards:
      collection.cards?.map(card =>
        card.id === 11 ? { ...card, due: 60, ivl: 30, reps: 4, data: '{"s":30.5,"d":5.1}' } : card,
      ) ?? [],
    reviews: [
      ...(collection.reviews ?? []),
      { id: msAt('2026-11-23T08:00:00Z'), cid: 11, ease: 3, ivl: 30, lastIvl: 12, type: 1 },
    ],
  };

  test('brings what was answered there since', async () => {
    const profile = openWithCards(now, 0);
    await importHere(profile, makePackage('anki21', collection), now);
    const done = await importHere(profile, makePackage('anki21b', more), now);
    expect(done).toMatchObject({ added: 0, progress: 1, reviews: 1 });
    expect(readState(profile, id('b1'))).toMatchObject({
      memory: { stability: 30.5, difficulty: 5.1 },
      dueDay: day0 + 60,
      reps: 4,
    });
    expect(checkProfile(profile).faults).toEqual([]);
  });

  test('leaves a card alone that was studied here, and says so', async () => {
    const profile = openWithCards(now, 0);
    await importHere(profile, makePackage('anki2', collection), now);
    answer(profile, id('b1'), 3, now);
    const before = readState(profile, id('b1'));
    const done = await importHere(profile, makePackage('anki2', more), now);
    expect(readState(profile, id('b1'))).toEqual(before);
    expect(done.leftOut).toContainEqual({
      why: 'Cards that were studied here keep their own progress.',
      count: 1,
      examples: [id('b1')],
    });
  });

  test('leaves marks alone that were changed here', async () => {
    const profile = openWithCards(now, 0);
    await importHere(profile, makePackage('anki2', collection), now);
    changeCard(profile, id('r1', 1), { kind: 'suspend', on: false }, now);
    await importHere(profile, makePackage('anki2', collection), now);
    expect(readState(profile, id('r1', 1)).suspended).toBe(false);
  });
});

describe('an import as one action', () => {
  test('is undone and redone whole, and comes again after an undo', async () => {
    const profile = openWithCards(now, 0);
    const file = makePackage('anki21b', collection);
    await importHere(profile, file, now);
    const after = [...profile.store.states.all()];
    expect(stepHistory(profile, 'undo', now)?.label).toBe('Import of 4 cards');
    expect(readState(profile, id('b1'))).toMatchObject({ phase: 'new', reps: 0 });
    expect(checkProfile(profile).faults).toEqual([]);
    stepHistory(profile, 'redo', now);
    expect([...profile.store.states.all()]).toEqual(after);
    stepHistory(profile, 'undo', now);
    expect(await importHere(profile, file, now)).toMatchObject({ added: 0, progress: 4 });
    expect(readState(profile, id('b1'))).toMatchObject({ phase: 'review', reps: 3 });
    expect(checkProfile(profile).faults).toEqual([]);
  });

  test('runs in a worker from the command, and leaves no folder behind', () => {
    const profile = openWithCards(now, 0);
    const done = importFile(profile, makePackage('anki21b', collection, 'all.colpkg'), now);
    expect(done).toMatchObject({ added: 7, media: 1 });
    expect(listFiles(profile).filter(name => !name.startsWith('media'))).toEqual([
      'decks',
      'decks/anki-default.yaml',
      'decks/anki-systems-stores.yaml',
      'decks/one.yaml',
    ]);
  });
});

describe('what has no place here is told', () => {
  const one = (fields: string[], mid = 1): CollectionFixture => ({
    notes: [{ id: 1, guid: 'g', mid, fields }],
    cards: [{ id: 1, nid: 1 }],
  });

  test.each<[string, CollectionFixture, number, RegExp]>([
    ['a sound', one(['Hear [sound:a.mp3] it', 'x']), 1, /^Sounds stayed behind/],
    ['only a sound', one(['[sound:a.mp3]', 'x']), 0, /^Cards with an empty front/],
    ['a missing picture', one(['See <img src="no.png">', 'x']), 1, /^Pictures that are missing/],
    ['a remote picture', one(['See <img src="https://x.org/a.png">', 'x']), 1, /^Pictures from the network/],
    ['image occlusion', one(['{{c1::image-occlusion:rect:left=.1}}', 'x'], 4), 0, /^Image occlusion/],
    ['a gap that is gone', one(['no gap', 'x'], 4), 0, /gap is gone/],
    ['too long a side', one(['x '.repeat(3000), 'x']), 0, /more than 4,000 letters/],
    ['no answer', one(['x', '<br>']), 0, /empty back/],
    ['an unknown note type', one(['x', 'y'], 99), 0, /without their note or note type/],
    [
      'a flag without a colour here',
      { ...one(['x', 'y']), cards: [{ id: 1, nid: 1, flags: 6 }] },
      1,
      /^Flags 5 to 7/,
    ],
    [
      'an answer from the future',
      { ...one(['x', 'y']), reviews: [{ id: msAt('2027-11-24T09:00:00Z'), cid: 1 }] },
      1,
      /^Answers with a date that cannot be/,
    ],
    [
      'an absurd due date',
      { ...one(['x', 'y']), cards: [{ id: 1, nid: 1, type: 2, due: 9_000_000, ivl: 3 }] },
      1,
      /^Due dates that cannot be/,
    ],
    [
      'a template that is gone',
      { ...one(['x', 'y']), cards: [{ id: 1, nid: 1, ord: 7 }] },
      0,
      /template is gone/,
    ],
    [
      'a broken template',
      { ...one(['x', 'y']), notetypes: [{ ...basic, templates: [['{{#Front}}', 'x']] }] },
      0,
      /template is broken/,
    ],
  ])('%s', async (_name, fixture, added, why) => {
    const profile = openWithCards(now, 0);
    const done = await importHere(profile, makePackage('anki2', fixture), now);
    expect(done.added).toBe(added);
    expect(done.leftOut.map(line => line.why)).toContainEqual(expect.stringMatching(why));
    expect(checkProfile(profile).faults).toEqual([]);
  });
});

describe('fields as people write them', () => {
  const askOf = async (fields: string[], notetype = basic): Promise<unknown> => {
    const profile = openWithCards(now, 0);
    const { decks } = await readHere(
      profile,
      makePackage('anki2', {
        notes: [{ id: 1, guid: 'g', mid: notetype.id, fields }],
        cards: [{ id: 1, nid: 1 }],
      }),
      now,
    );
    const card = decks[0]?.cards[0];
    return card?.kind === 'basic' ? card.ask : card?.kind === 'cloze' ? card.text : undefined;
  };

  test.each([
    ['Say <script>steal()</script>this', 'Say this'],
    ['<a href="javascript:steal()">this</a>', 'this'],
    ['<img src=x onerror=steal()>this', 'this'],
    ['&lt;b&gt; is a tag', '\\<b> is a tag'],
    ['<div style="color:red" onclick="x()">this</div>', 'this'],
    ['\ue000this\ue002', 'this'],
  ])('%s', async (field, ask) => {
    expect(await askOf([field, 'x'])).toBe(ask);
  });

  test.each([
    ['{{c1::<b>bold</b>}} word', '{{**bold**}} word'],
    ['{{c1::a}} and {{c1::b}}', '{{a}} and {{b}}'],
    ['{{c1::one<br>two}}', '\\[…]'],
    ['{{c1::x}} beside {{literal}}', '\\[…] beside {{literal}}'],
    ['{{c1::f(x) {} }}', '{{f(x) {} }}'],
  ])('gaps: %s', async (field, text) => {
    expect(await askOf([field, ''], cloze)).toBe(text);
  });

  test('a reversed and a typed card ask what they should', async () => {
    expect(await askOf(['front', 'back'], reversed)).toBe('front');
    expect(await askOf(['front', 'back'], typed)).toBe('front');
  });
});

test('a card in a filtered deck belongs to its own deck and due', async () => {
  const profile = openWithCards(now, 0);
  const fixture: CollectionFixture = {
    decks: { 1: 'Default', 7: 'Cram' },
    notes: [{ id: 1, guid: 'f', mid: 1, fields: ['x', 'y'] }],
    cards: [{ id: 1, nid: 1, did: 7, odid: 1, odue: 40, type: 2, queue: 2, due: -100_000, ivl: 30 }],
  };
  const done = await importHere(profile, makePackage('anki2', fixture), now);
  expect(done.decks).toEqual([{ file: 'anki-default.yaml', cards: 1 }]);
  expect(readState(profile, id('f')).dueDay).toBe(day0 + 40);
});

test('days are counted in the zone of the collection', async () => {
  const profile = openWithCards(now, 0);
  // 04:00 in a zone nine hours east is 19:00 UTC of the day before.
  const fixture: CollectionFixture = {
    crt: fixtureStartS - 9 * 3600,
    creationOffset: -540,
    notes: [{ id: 1, guid: 'z', mid: 1, fields: ['x', 'y'] }],
    cards: [{ id: 1, nid: 1, type: 2, queue: 2, due: 40, ivl: 30 }],
  };
  await importHere(profile, makePackage('anki21b', fixture), now);
  expect(readState(profile, id('z')).dueDay).toBe(day0 + 40);
});
