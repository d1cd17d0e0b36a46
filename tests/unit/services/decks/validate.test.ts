import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateDecks } from '../../../../src-main/services/decks/validate.ts';
import { formatDeck, makeCards, type TestCard } from '../../../helpers/decks.ts';
import { makeFolder } from '../../../helpers/profile.ts';

function writeFolder(files: Record<string, string | Uint8Array>): string {
  const dir = makeFolder();
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(dir, name), content);
  return dir;
}

const cacheAside = {
  id: 'cache.aside',
  topic: 'caching',
  group: 'pattern',
  name: 'Cache-aside',
  default: 'Use it.',
  exception: 'When not.',
  cost: 'Some.',
  figures: [],
  source: 'brief',
};
const defaults = JSON.stringify({ defaults: [cacheAside] });
const full = (id: string, more: TestCard = {}): TestCard => ({
  id,
  default: 'cache.aside',
  source: 'brief',
  tests: `${id} -> what`,
  twin: id === 'a.1' ? 'a.2' : 'a.1',
  reason: 'r',
  cost: 'c',
  exception: 'e',
  say: 's',
  ...more,
});

function describeFaults(target: string): string[] {
  return validateDecks(target).faults.map(
    ({ file, line, field, message }) => `${path.basename(file)}:${line ?? '-'} ${field ?? '-'} ${message}`,
  );
}

describe('validating decks', () => {
  test('counts files, cards, kinds and defaults', () => {
    const dir = writeFolder({ 'defaults.yaml': defaults, 'a.yaml': formatDeck([full('a.1'), full('a.2')]) });
    expect(validateDecks(dir)).toMatchObject({
      files: 2,
      cards: 2,
      kinds: { basic: 2, cloze: 0 },
      defaults: { 'cache.aside': 2 },
      faults: [],
    });
    expect(validateDecks(path.join(dir, 'a.yaml'))).toMatchObject({ files: 1, cards: 2, faults: [] });
  });

  test("asks little of a person's own decks, and all of the built-in ones", () => {
    const text = formatDeck([{ id: 'a.1' }]);
    expect(describeFaults(writeFolder({ 'a.yaml': text }))).toEqual([]);
    const fields = ['default', 'source', 'tests', 'twin', 'reason', 'cost', 'exception', 'say'];
    expect(describeFaults(writeFolder({ 'a.yaml': text, 'defaults.yaml': defaults }))).toEqual(
      fields.map(field => `a.yaml:5 cards[0].${field} is missing`),
    );
  });

  test('says what is wrong in words, on the line where it stands', () => {
    const dir = writeFolder({
      'empty.yaml': '',
      'list.yaml': '- a',
      'odd.yaml':
        'deck: odd\ntitle: 5\ntopic: odd\ncards:\n  - id: odd.1\n    kind: basic\n    ask:\n    answer: A.\n    answr: B.\n',
    });
    expect(describeFaults(dir)).toEqual([
      'empty.yaml:- - is empty',
      'list.yaml:1 - must be fields with values',
      'odd.yaml:2 title must be a text; put quotes around it',
    ]);
    const odd = path.join(dir, 'odd.yaml');
    fs.writeFileSync(odd, fs.readFileSync(odd, 'utf8').replace('title: 5', 'title: "5"'));
    expect(describeFaults(odd)).toEqual([
      'odd.yaml:7 cards[0].ask is empty',
      'odd.yaml:9 cards[0].answr is not a field here',
    ]);
  });

  test('says what would do instead, and nothing in the words of the schema library', () => {
    const scenario = {
      kind: 'scenario',
      title: 'Whose turn',
      ask: 'How?',
      decision: 'weather',
      options: ['http'],
      products: [{ name: 'game', opening: '', words: { Act: 'a move' } }],
      facts: { freshness_s: [{ is: 3 }] },
    };
    const file = formatDeck([
      { id: 'a.1', kind: 'basick' },
      { id: 'a.2', source: 'book', tags: Array(21).fill('red') },
      { id: 'a.3', ...scenario },
    ]);
    expect(describeFaults(writeFolder({ 'a.yaml': file })).map(text => text.replace(/^\S+ /, ''))).toEqual([
      'cards[0].kind must be one of basic, cloze, choice, number, contrast, scenario',
      'cards[1].source must be one of brief, field',
      'cards[1].tags has more than 20',
      expect.stringMatching(/^cards\[2\]\.decision must be one of protocol, api-style, /),
      'cards[2].options needs at least 2',
      'cards[2].products[0].opening is empty',
      'cards[2].products[0].words.Act name a word in lower-case letters, digits and underscores',
      'cards[2].facts.freshness_s[0] has a form that is not known here; decks/README.md shows those that are',
    ]);
  });

  test('finds what dangles and what stands twice, over all files of the folder', () => {
    const dir = writeFolder({
      'defaults.yaml': defaults,
      'a.yaml': formatDeck([full('a.1'), full('a.2', { twin: 'a.2' })]),
      'b.yaml': formatDeck([
        full('a.1'),
        full('b.2', { default: 'no.such' }),
        full('b.3', { twin: 'b.9' }),
        full('b.4', { tests: 'a.2 -> what' }),
      ]),
    });
    expect(describeFaults(dir).sort()).toEqual([
      'a.yaml:6 twin a card is not its own twin',
      'b.yaml:5 id “a.1” stands already in a.yaml, line 5',
      'b.yaml:5 tests “a.1 -> what” stands already in a.yaml, line 5',
      'b.yaml:6 default there is no default “no.such”',
      'b.yaml:7 twin there is no card “b.9”',
      'b.yaml:8 tests “a.2 -> what” stands already in a.yaml, line 6',
    ]);
    expect(describeFaults(path.join(dir, 'a.yaml'))).toHaveLength(1);
  });

  test('a file that the app would not read is a fault here too', () => {
    const dir = writeFolder({ 'latin.yaml': Buffer.from([0xe9]), 'a.yaml': formatDeck(makeCards(1)) });
    fs.mkdirSync(path.join(dir, 'folder.yaml'));
    expect(describeFaults(dir)).toEqual([
      'folder.yaml:- - is not a file',
      'latin.yaml:- - is not UTF-8 text',
    ]);
  });

  test('a file that is no deck, or a folder without one, is said to be so', () => {
    const dir = writeFolder({ 'notes.txt': 'hello' });
    expect(() => validateDecks(dir)).toThrow('There is no deck in');
    expect(() => validateDecks(path.join(dir, 'notes.txt'))).toThrow('There is no deck in');
  });
});
