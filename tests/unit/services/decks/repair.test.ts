import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listDeckFiles, repairDeck } from '../../../../src-main/services/decks/list.ts';
import { addMissingIds } from '../../../../src-main/services/decks/repair.ts';
import { syncDecks } from '../../../../src-main/services/decks/sync.ts';
import { formatDeck, makeCards, writeDeck } from '../../../helpers/decks.ts';
import { at, openWithCards } from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00Z');
const noneTaken = (): boolean => false;

/** A card as somebody might write it: with comments, blank lines, quotes, flow style, any order of fields. */
const cardText = fc.oneof(
  fc
    .record({
      gap: fc.constantFrom('', '\n', '  # about this one\n', '\n  # 日本\n\n'),
      mark: fc.constantFrom('- ', '-   ', '- # first\n      '),
      id: fc.constantFrom<string | null>(null, null, 'own.id'),
      key: fc.constantFrom('kind', '"kind"', "'kind'"),
      ask: fc.constantFrom(
        'What is "it"?',
        '|\n      Two\n      lines?',
        '"a: b # c"',
        '>-\n      Folded?',
        'é … 😀',
      ),
      end: fc.constantFrom('', '  # done', '   '),
    })
    .map(({ gap, mark, id, key, ask, end }) => {
      const indent = mark.includes('\n') ? 6 : 2 + mark.length;
      const pad = ' '.repeat(indent);
      const first = id === null ? [] : [`id: ${id}`];
      const block = ask.startsWith('|') || ask.startsWith('>');
      const fields = [
        ...first,
        `${key}: basic${end}`,
        `answer: That.`,
        `ask: ${block ? ask.replaceAll('\n      ', `\n${pad}  `) : ask}`,
      ];
      return { text: `${gap}  ${mark}${fields.join(`\n${pad}`)}\n`, missing: id === null };
    }),
  fc.constantFrom<{ text: string; missing: boolean }>(
    { text: '  - { kind: basic, ask: Flow?, answer: Yes } # flow\n', missing: true },
    { text: '  - {\n      kind: basic,   # odd\n      ask: Flow?, answer: Yes }\n', missing: true },
    { text: '  - {id: flow.id, kind: basic, ask: Flow?, answer: Yes}\n', missing: false },
  ),
);

const deckText = fc
  .record({
    cards: fc.array(cardText, { minLength: 1, maxLength: 6 }),
    mark: fc.constantFrom('', '\uFEFF'),
    windows: fc.boolean(),
  })
  .map(({ cards, mark, windows }) => {
    const text = `${mark}# My deck\ndeck: own\ntitle: Own\ntopic: own\ncards:\n${cards.map(card => card.text).join('')}# end\n`;
    return {
      text: windows ? text.replaceAll('\n', '\r\n') : text,
      missing: cards.filter(card => card.missing).length,
    };
  });

describe('ids that are missing', () => {
  test('are added to each card, and nothing else changes: taken out again, the text is what it was', () => {
    fc.assert(
      fc.property(deckText, ({ text, missing }) => {
        const repaired = addMissingIds(text, noneTaken);
        expect(repaired.added).toBe(missing);
        const ids: unknown[] = parse(repaired.text).cards.map((card: { id?: unknown }) => card.id);
        expect(ids.every(id => typeof id === 'string')).toBe(true);
        expect(repaired.text.replaceAll(/id: own\.(?!id\b)[a-z0-9-]+(?:, |\r?\n *)/g, '')).toBe(text);
        if (text.includes('\r\n')) expect(repaired.text).not.toMatch(/[^\r]\n/);
        expect(addMissingIds(repaired.text, noneTaken)).toEqual({ text: repaired.text, added: 0 });
      }),
      { numRuns: 300 },
    );
  });

  test('differ from one another and from every id that is or was in use', () => {
    const card = '  - kind: basic\n    ask: What is a shard key?\n    answer: A key.\n';
    const text = `deck: own\ntitle: Own\ntopic: own\ncards:\n${card}${card}${card}`;
    const { text: repaired } = addMissingIds(text, id => id === 'own.what-is-a-shard-key-2');
    expect(repaired.match(/(?<=id: ).+/g)).toEqual([
      'own.what-is-a-shard-key',
      'own.what-is-a-shard-key-3',
      'own.what-is-a-shard-key-4',
    ]);
  });

  test.each([
    ['an empty text', ''],
    ['a text', 'just words'],
    ['a list', '- a\n'],
    ['a broken file', 'cards: ['],
    ['cards that are none', 'deck: a\ncards: nothing\n'],
    [
      'a card with an explicit key, which an insertion would break',
      'deck: a\ncards:\n  - ? kind\n    : basic\n',
    ],
  ])('%s is left alone', (_name, text) => {
    expect(addMissingIds(text, noneTaken)).toEqual({ text, added: 0 });
  });

  test('are valid ids whatever the deck and the question are called', () => {
    for (const [deck, ask] of [
      ['My Deck!', 'x'.repeat(500)],
      ['ok', '日本語だけ'],
      ['ok', '---'],
    ]) {
      const text = `deck: ${JSON.stringify(deck)}\ncards:\n  - kind: basic\n    ask: ${JSON.stringify(ask)}\n`;
      const { text: repaired, added } = addMissingIds(text, noneTaken);
      expect(added).toBe(1);
      expect(parse(repaired).cards[0].id).toMatch(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
      expect(parse(repaired).cards[0].id.length).toBeLessThanOrEqual(120);
    }
  });
});

describe('repairing a file', () => {
  const broken = formatDeck([{ kind: 'basic', ask: 'What is one.1?', answer: 'x' }], { deck: 'one' });

  test('gives ids, reads the cards at once, and never an id that another card had', () => {
    const profile = openWithCards(now, 1);
    const file = writeDeck(profile.dir, 'late.yaml', broken);
    syncDecks(profile);
    expect(listDeckFiles(profile).faults).toMatchObject([{ file, repairable: true }]);
    expect(repairDeck(profile, file)).toBe(1);
    expect(listDeckFiles(profile).faults).toEqual([]);
    fs.rmSync(file);
    syncDecks(profile);
    const next = writeDeck(profile.dir, 'next.yaml', broken);
    expect(repairDeck(profile, next)).toBe(1);
    expect(profile.store.content.activeCards().map(({ cardId }) => cardId)).toEqual([
      'one.what-is-one-1-2',
      'one.1',
    ]);
    expect(repairDeck(profile, next)).toBe(0);
    expect(fs.readdirSync(profile.ownDecks).sort()).toEqual(['next.yaml', 'one.yaml']);
  });

  test('leaves a private file private', () => {
    const profile = openWithCards(now, 1);
    const file = writeDeck(profile.dir, 'late.yaml', broken);
    fs.chmodSync(file, 0o600);
    expect(repairDeck(profile, file)).toBe(1);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  test('outside of the own folder is refused', () => {
    const profile = openWithCards(now, 1);
    const outside = path.join(profile.dir, 'outside.yaml');
    fs.writeFileSync(outside, broken);
    for (const file of [outside, path.join(profile.ownDecks, '..', 'outside.yaml')])
      expect(() => repairDeck(profile, file)).toThrow('Only files in your own decks folder');
    expect(fs.readFileSync(outside, 'utf8')).toBe(broken);
  });

  test('that is gone or not UTF-8 is refused, untouched', () => {
    const profile = openWithCards(now, 1);
    const bytes = Buffer.concat([Buffer.from(broken), Buffer.from([0x23, 0xe9, 0x0a])]);
    const file = writeDeck(profile.dir, 'latin.yaml', bytes);
    expect(() => repairDeck(profile, file)).toThrow('is not UTF-8');
    expect(fs.readFileSync(file)).toEqual(bytes);
    expect(() => repairDeck(profile, path.join(profile.ownDecks, 'gone.yaml'))).toThrow('cannot be read');
  });

  test('a deck of sound cards is not touched', () => {
    const profile = openWithCards(now, 3);
    const file = path.join(profile.ownDecks, 'one.yaml');
    const before = fs.statSync(file).mtimeMs;
    expect(repairDeck(profile, file)).toBe(0);
    expect(fs.readFileSync(file, 'utf8')).toBe(formatDeck(makeCards(3)));
    expect(fs.statSync(file).mtimeMs).toBe(before);
  });
});
