import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkProfile } from '../../../../src-main/services/check.ts';
import { listDeckFiles } from '../../../../src-main/services/decks/list.ts';
import { syncDecks } from '../../../../src-main/services/decks/sync.ts';
import type { Profile } from '../../../../src-main/services/profile.ts';
import { readNext } from '../../../../src-main/services/review.ts';
import { readToday } from '../../../../src-main/services/today.ts';
import { formatDeck, makeCards, type TestCard, writeDeck } from '../../../helpers/decks.ts';
import { answer, at, openWithCards, readState, reopen, today } from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00Z');

/** Writes decks (null removes one) and reads them, once and then again, which must change nothing more. */
function edit(profile: Profile, decks: Record<string, readonly TestCard[] | string | null>): void {
  for (const [name, cards] of Object.entries(decks)) {
    if (cards === null) fs.rmSync(path.join(profile.ownDecks, name));
    else writeDeck(profile.dir, name, typeof cards === 'string' ? cards : formatDeck(cards));
  }
  expect(syncDecks(profile)).toBe(true);
  expect(syncDecks(profile)).toBe(false);
  expect(checkProfile(profile).faults).toEqual([]);
}

function idsOf(profile: Profile): string[] {
  return profile.store.content.activeCards().map(({ cardId }) => cardId);
}

function faultsOf(profile: Profile): string[] {
  return listDeckFiles(profile).faults.map(
    ({ file, line, field, message }) => `${path.basename(file)}:${line ?? '-'} ${field ?? '-'} ${message}`,
  );
}

describe('what the file system says of a deck stands for its text', () => {
  /** Later than the times of any file that a test writes. */
  const settled = at('2140-01-01T08:00:00Z');
  const knownOf = (profile: Profile) => {
    const file = profile.store.content.file('own/one.yaml');
    if (!file) throw new Error('the deck was not read');
    return file;
  };

  test('while it says the same, the file is not looked into', () => {
    const profile = openWithCards(settled, 2);
    const known = knownOf(profile);
    expect(known.stamp).not.toBeNull();
    profile.store.content.putFile({ ...known, hash: 'of another text' });
    expect(syncDecks(profile)).toBe(false);
    profile.store.content.putFile({ ...known, stamp: null, hash: 'of another text' });
    expect(syncDecks(profile)).toBe(true);
    expect(knownOf(profile)).toEqual(known);
  });

  test('a change of the same length is seen, also under the old time', () => {
    const profile = openWithCards(settled, 2);
    const file = path.join(profile.ownDecks, 'one.yaml');
    fs.utimesSync(file, 1, 1);
    expect(syncDecks(profile)).toBe(false);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('one.2', 'one.3'));
    fs.utimesSync(file, 1, 1);
    expect(syncDecks(profile)).toBe(true);
    expect(idsOf(profile)).toEqual(['one.1', 'one.3']);
  });

  test('it is not trusted of a file that has just changed, and is once it has settled', () => {
    const profile = openWithCards(now, 1);
    const file = path.join(profile.ownDecks, 'one.yaml');
    const changedMs = fs.statSync(file).ctimeMs;
    const soon = reopen(profile, { ...now, atMs: changedMs + 1_000 });
    expect(knownOf(soon).stamp).toBeNull();
    const later = reopen(soon, { ...now, atMs: changedMs + 3_000 });
    expect(knownOf(later).stamp).not.toBeNull();
  });

  test('a file that could not be read is read again though nothing about it changed', () => {
    const profile = openWithCards(settled, 1);
    edit(profile, { 'two.yaml': 'x'.repeat(20_000_001) });
    expect(profile.store.content.file('own/two.yaml')?.stamp).toBeNull();
  });
});

describe('a deck that changes', () => {
  test('nothing is read anew where nothing changed, also after a restart', () => {
    const profile = openWithCards(now, 2);
    expect(syncDecks(profile)).toBe(false);
    const again = reopen(profile, now);
    expect(syncDecks(again)).toBe(false);
    expect(idsOf(again)).toEqual(['one.1', 'one.2']);
  });

  test('cards are added and removed, and one that comes back has its progress', () => {
    const profile = openWithCards(now, 2);
    answer(profile, 'one.1', 4, now);
    const state = readState(profile, 'one.1');
    edit(profile, { 'one.yaml': [{ id: 'one.2' }, { id: 'one.3' }] });
    expect(idsOf(profile)).toEqual(['one.2', 'one.3']);
    expect(() => answer(profile, 'one.1', 3, now)).toThrow('There is no card “one.1”');
    expect(readToday(profile, now).counts).toEqual({ new: 2, learning: 0, due: 0 });
    edit(profile, { 'one.yaml': [{ id: 'one.1' }] });
    expect(readState(profile, 'one.1')).toEqual(state);
    expect(idsOf(profile)).toEqual(['one.1']);
  });

  test('an edited card, or one that moves to another file, keeps its progress', () => {
    const profile = openWithCards(now, 2);
    answer(profile, 'one.1', 4, now);
    const state = readState(profile, 'one.1');
    edit(profile, { 'one.yaml': [{ id: 'one.1', ask: 'Asked better?' }] });
    expect(profile.store.content.card('one.1')?.title).toBe('Asked better?');
    edit(profile, { 'one.yaml': [{ id: 'one.2' }], 'two.yaml': [{ id: 'one.1' }] });
    expect(profile.store.content.card('one.1')?.path).toBe('own/two.yaml');
    edit(profile, { 'three.yaml': [{ id: 'one.1' }], 'two.yaml': null });
    expect(readState(profile, 'one.1')).toEqual(state);
    expect(faultsOf(profile)).toEqual([]);
  });

  test('a file that is removed takes its cards along, and only them', () => {
    const profile = openWithCards(now, 1);
    edit(profile, { 'two.yaml': makeCards(2, 'two') });
    edit(profile, { 'one.yaml': null });
    expect(idsOf(profile)).toEqual(['two.1', 'two.2']);
    expect(listDeckFiles(profile).decks).toMatchObject([{ id: 'test', cards: 2, own: true }]);
  });
});

describe('a renamed card', () => {
  test('keeps its history under its new id, step by step, and the old id still finds it', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 4, now);
    const { reps, memory, dueDay } = readState(profile, 'one.1');
    edit(profile, { 'one.yaml': [{ id: 'two.1', was: 'one.1' }] });
    expect(readState(profile, 'two.1')).toMatchObject({ reps, memory, dueDay });
    edit(profile, { 'one.yaml': [{ id: 'three.1', was: ['one.1', 'two.1'] }] });
    expect(readState(profile, 'three.1')).toMatchObject({ reps, memory, dueDay });
    expect(profile.store.settings.resolve('one.1')).toBe('three.1');
    expect(profile.journal.undo(now)).toMatchObject({ cardId: 'one.1' });
    expect(readState(profile, 'three.1').phase).toBe('new');
    expect(checkProfile(profile).faults).toEqual([]);
  });

  test('that goes back to its old id takes its history back', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 4, now);
    const state = readState(profile, 'one.1');
    edit(profile, { 'one.yaml': [{ id: 'two.1', was: 'one.1' }] });
    edit(profile, { 'one.yaml': [{ id: 'one.1' }] });
    expect(readState(profile, 'one.1')).toEqual(state);
    expect(readNext(profile, today, now, false).kind).toBe('done');
  });

  test('does not take a history from a card that still stands, until that is removed', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 4, now);
    edit(profile, { 'two.yaml': [{ id: 'two.1', was: 'one.1' }] });
    expect(readState(profile, 'two.1').phase).toBe('new');
    edit(profile, { 'one.yaml': null });
    expect(readState(profile, 'two.1').phase).toBe('review');
  });

  test('of which two cards say that they were it: the first has the history, and it stays there', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 4, now);
    edit(profile, {
      'one.yaml': [
        { id: 'a', was: 'one.1' },
        { id: 'b', was: 'one.1' },
      ],
    });
    edit(profile, { 'two.yaml': [{ id: 'c', was: 'one.1' }] });
    expect(['a', 'b', 'c'].map(id => readState(profile, id).phase)).toEqual(['review', 'new', 'new']);
    const events = [...profile.store.log.scan()].length;
    edit(profile, { 'three.yaml': makeCards(1, 'three') });
    expect([...profile.store.log.scan()]).toHaveLength(events);
  });

  test('whose old id is taken for a new card while it stands: the new one is listed and left out', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 4, now);
    edit(profile, { 'one.yaml': [{ id: 'two.1', was: 'one.1' }] });
    edit(profile, { 'late.yaml': [{ id: 'one.1' }, { id: 'late.1' }] });
    expect(faultsOf(profile)).toEqual([
      'late.yaml:5 id one.1 is the former id of two.1, so a new card needs another one',
    ]);
    expect(idsOf(profile)).toEqual(['late.1', 'two.1']);
    expect(readNext(profile, today, now, false)).toMatchObject({ card: { cardId: 'late.1' } });
    edit(profile, { 'late.yaml': [{ id: 'late.2' }] });
    expect(faultsOf(profile)).toEqual([]);
  });
});

test('a card that is left out takes no history over either', () => {
  const profile = openWithCards(now, 2);
  answer(profile, 'one.1', 1, now);
  answer(profile, 'one.2', 4, now);
  edit(profile, { 'one.yaml': [{ id: 'two.1', was: 'one.1' }] });
  edit(profile, { 'late.yaml': [{ id: 'one.1', was: 'one.2' }] });
  expect(faultsOf(profile)).toHaveLength(1);
  edit(profile, { 'one.yaml': [] });
  expect(readState(profile, 'one.1')).toMatchObject({ reps: 2 });
});

describe('an id that stands twice', () => {
  test('is a fault of the second, whose other cards are there, until either is changed', () => {
    const profile = openWithCards(now, 2);
    edit(profile, { 'two.yaml': [{ id: 'two.1' }, { id: 'one.2' }, { id: 'two.1' }] });
    expect(faultsOf(profile)).toEqual([
      'two.yaml:6 id one.2 is already the id of a card in one.yaml',
      'two.yaml:7 id two.1 is already the id of a card in line 5',
    ]);
    expect(idsOf(profile)).toEqual(['one.1', 'one.2', 'two.1']);
    edit(profile, { 'one.yaml': [{ id: 'one.1' }] });
    expect(profile.store.content.card('one.2')?.path).toBe('own/two.yaml');
    expect(faultsOf(profile)).toHaveLength(1);
    edit(profile, { 'two.yaml': [{ id: 'two.1' }] });
    expect(faultsOf(profile)).toEqual([]);
  });
});

describe('a faulty file', () => {
  const bomb = `deck: b\ntitle: B\ntopic: b\nx: &x [1, 1, 1, 1, 1, 1, 1, 1, 1]\n${['y', 'z', 'w', 'v', 'u']
    .map(
      (name, index, all) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${all[index - 1] ?? 'x'}`)
          .join(', ')}]`,
    )
    .join('\n')}\ncards: *u\n`;

  test.each<[string, string | Uint8Array, RegExp]>([
    ['that is not YAML', 'deck: a\ncards: [', /^bad\.yaml:\d - not valid YAML/],
    ['with tabs', 'deck: a\ncards:\n\t- id: x\n', /^bad\.yaml:3 - not valid YAML/],
    ['that is empty', '', /^bad\.yaml:- - is empty$/],
    ['that is a list', '- a\n- b\n', /^bad\.yaml:1 - must be fields with values$/],
    ['that is not UTF-8', Uint8Array.from([0x64, 0x65, 0xe9, 0x0a]), /^bad\.yaml:- - is not UTF-8 text$/],
    ['that expands without end', bomb, /^bad\.yaml:\S+ \S+ .*alias/i],
    ['that is nested without end', `cards: ${'['.repeat(50_000)}`, /^bad\.yaml:1 - not valid YAML/],
    ['without a title', 'deck: a\ntopic: a\ncards: []\n', /^bad\.yaml:1 title /],
    ['with an unknown field', 'deck: a\ntitle: A\ntopic: a\ncolour: red\ncards: []\n', /colour/],
    [
      'with a key twice',
      'deck: a\ndeck: b\ntitle: A\ntopic: a\ncards: []\n',
      /^bad\.yaml:2 - not valid YAML/,
    ],
    ['that is huge', Buffer.alloc(20_000_001, '# '), /^bad\.yaml:- - is larger than 20 MB$/],
  ])('%s is listed, and the rest works', (_name, content, fault) => {
    const profile = openWithCards(now, 2);
    writeDeck(profile.dir, 'bad.yaml', content);
    expect(syncDecks(profile)).toBe(true);
    expect(faultsOf(profile)).toEqual([expect.stringMatching(fault)]);
    expect(idsOf(profile)).toEqual(['one.1', 'one.2']);
    expect(readNext(profile, today, now, false).kind).toBe('card');
    edit(profile, { 'bad.yaml': [{ id: 'good.1' }] });
    expect(faultsOf(profile)).toEqual([]);
    expect(idsOf(profile)).toContain('good.1');
  });

  test('a folder named like a deck, and a file that is none', () => {
    const profile = openWithCards(now, 1);
    fs.mkdirSync(path.join(profile.ownDecks, 'folder.yaml'));
    writeDeck(profile.dir, 'notes.txt', 'not a deck');
    expect(syncDecks(profile)).toBe(true);
    expect(faultsOf(profile)).toEqual(['folder.yaml:- - is not a file']);
  });

  test('each faulty card is named by line and field, and the sound ones are kept', () => {
    const profile = openWithCards(now, 0);
    const text = [
      'deck: mixed',
      'title: Mixed',
      'topic: mixed',
      'cards:',
      '  # The good one.',
      '  - id: mixed.good',
      '    kind: basic',
      '    ask: &question What?',
      '    answer: That.',
      '  - kind: basic',
      '    ask: *question',
      '    answer: No id.',
      '  - id: mixed.kind',
      '    kind: essay',
      '  - id: mixed.number',
      '    kind: number',
      '    ask: How many?',
      '    value: 7',
      '    unit: ms',
      '    accept: [1, 5]',
      '  - id: Bad Id',
      '    kind: basic',
      '    ask: What?',
      '    answer: "That."',
      '  - just a text',
      '',
    ].join('\n');
    writeDeck(profile.dir, 'mixed.yaml', text);
    syncDecks(profile);
    expect(idsOf(profile)).toEqual(['mixed.good']);
    expect(listDeckFiles(profile).faults).toMatchObject([
      { line: 10, field: 'cards[1].id', message: 'is missing', repairable: true },
      { line: 14, field: 'cards[2].kind', repairable: false },
      { line: 20, field: 'cards[3].accept', repairable: false },
      { line: 21, field: 'cards[4].id', repairable: false },
      { line: 25, field: 'cards[5]', repairable: false },
    ]);
  });
});
