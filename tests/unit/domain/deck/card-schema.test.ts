import { describe, expect, test } from 'vitest';
import {
  cardKinds,
  cardSchema,
  deckHeadSchema,
  defaultSchema,
  defaultsFileSchema,
} from '../../../../src-shared/domain/deck/card-schema.ts';

const right = { text: 'Server-Sent Events', right: true };
const wrong = { text: 'WebSockets', right_if: 'the page also sends in real time' };
const side = { name: 'SSE', pick_when: 'only the server pushes' };

/** One sound card of each kind, with nothing that may be left out. */
const good = {
  basic: { id: 'card.a', kind: 'basic', ask: 'Why?', answer: 'So.' },
  cloze: { id: 'card.a', kind: 'cloze', text: 'A hit takes {{1 ms::how long}}.' },
  choice: { id: 'card.a', kind: 'choice', ask: 'Which?', options: [right, wrong] },
  number: { id: 'card.a', kind: 'number', ask: 'How long?', value: 1, unit: 'ms', accept: [0.5, 2] },
  contrast: { id: 'card.a', kind: 'contrast', ask: 'Which?', decides: 'Who speaks.', between: [side, side] },
  scenario: {
    id: 'card.a',
    kind: 'scenario',
    title: 'Two who talk',
    decision: 'protocol',
    ask: 'How?',
    options: ['http', 'websockets'],
    products: [{ name: 'chess', opening: 'Two players move.', words: { act: 'a move' } }],
    fixed: { callers: 'browser', direction: 'both-ways' },
    facts: { freshness_s: [{ any: [1, 60], say: '{act} shows within {v}.' }] },
    decoys: { users: [{ is: 4000, say: ['There are {v}.', 'It has {v}.'] }] },
  },
};

/** What every card may say beside. */
const more = {
  default: 'cache.aside',
  source: 'field',
  tests: '90 % reads -> whether to cache',
  twin: 'card.b',
  reason: 'r',
  cost: 'c',
  exception: 'e',
  say: 's',
  was: ['card.old', 'card.older'],
  tags: ['mine'],
};

/** Each fault of a card, as `field: message`. */
function listFaults(card: unknown): string[] {
  const result = cardSchema.safeParse(card);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a sound card', () => {
  test.each(cardKinds)('%s, with the least and with all that it may say', kind => {
    expect(cardSchema.parse(good[kind])).toEqual(good[kind]);
    const full = { ...good[kind], ...more };
    expect(cardSchema.parse(full)).toEqual(full);
  });

  test.each<[string, object]>([
    ['a choice of five', { ...good.choice, options: [wrong, wrong, right, wrong, wrong] }],
    ['a range of one figure', { ...good.number, accept: [1, 1] }],
    ['a figure at the edge', { ...good.number, value: 2 }],
    ['a figure below 0', { ...good.number, value: -5, accept: [-6, -4] }],
    ['several gaps', { ...good.cloze, text: '{{a}}, {{b::hint}} and {{c}}' }],
    ['code with braces beside a gap', { ...good.cloze, text: '`{ a: { b: 1 }}` is {{JSON}}' }],
    ['one former id', { ...good.basic, was: 'card.old' }],
    ['the longest id', { ...good.basic, id: 'x'.repeat(120) }],
    ['digits and hyphens in an id', { ...good.basic, id: '2-phase.commit-1' }],
    ['the longest text', { ...good.basic, ask: 'x'.repeat(4000) }],
  ])('%s', (_name, card) => {
    expect(listFaults(card)).toEqual([]);
  });

  test('loses the blanks around its texts, and nothing inside', () => {
    const parsed = cardSchema.parse({ ...good.basic, ask: '\n Why  \n so? \n', tags: [' mine '] });
    expect(parsed).toMatchObject({ ask: 'Why  \n so?', tags: ['mine'] });
  });
});

describe('a faulty card is refused at its field, with what to do', () => {
  const idShape = 'use lower-case letters, digits, dots and hyphens';
  const optionShape = 'write it as { text, right: true } or { text, right_if }';
  const gapShape = '{{answer}} or {{answer::hint}}';
  const range = 'accept: must be [low, high] with the value inside';
  const { ask: _ask, ...withoutAsk } = good.basic;
  const { kind: _kind, ...withoutKind } = good.basic;

  test.each<[string, unknown, string[]]>([
    ['a field missing', withoutAsk, ['ask: Invalid input: expected string, received undefined']],
    ['an empty text', { ...good.basic, ask: '' }, ['ask: is empty']],
    ['blanks for a text', { ...good.basic, answer: ' \n ' }, ['answer: is empty']],
    ['a text too long', { ...good.basic, ask: 'x'.repeat(4001) }, ['ask: is longer than 4000 letters']],
    [
      'a number for a text',
      { ...good.basic, ask: 5 },
      ['ask: Invalid input: expected string, received number'],
    ],
    ['a field misspelt', { ...good.basic, answr: 'So.' }, [': Unrecognized key: "answr"']],
    ['a field of another kind', { ...good.basic, text: 'a' }, [': Unrecognized key: "text"']],
    ['an id with capitals', { ...good.basic, id: 'Card.A' }, [`id: ${idShape}`]],
    ['an id with a blank', { ...good.basic, id: 'card a' }, [`id: ${idShape}`]],
    ['an id that ends in a dot', { ...good.basic, id: 'card.' }, [`id: ${idShape}`]],
    ['two dots', { ...good.basic, id: 'card..a' }, [`id: ${idShape}`]],
    ['a path for an id', { ...good.basic, id: '../card' }, [`id: ${idShape}`]],
    [
      'a default without its topic',
      { ...good.basic, default: 'aside' },
      ['default: a default is named like cache.aside'],
    ],
    ['tests without an arrow', { ...good.basic, tests: 'reads' }, ['tests: write it as: given -> asked']],
    ['tests that ask nothing', { ...good.basic, tests: 'reads -> ' }, ['tests: write it as: given -> asked']],
    [
      'an unknown source',
      { ...good.basic, source: 'me' },
      ['source: Invalid option: expected one of "brief"|"field"'],
    ],
    ['a number for a former id', { ...good.basic, was: 5 }, ['was: write a former id, or a list of them']],
    ['a bad one among former ids', { ...good.basic, was: ['a', 'B'] }, [`was.1: ${idShape}`]],
    ['an empty tag', { ...good.basic, tags: ['a', ''] }, ['tags.1: is empty']],
    [
      'a cloze without a gap',
      { ...good.cloze, text: 'A cache.' },
      [`text: needs at least one gap: ${gapShape}`],
    ],
    [
      'an empty gap',
      { ...good.cloze, text: 'A {{}} or {{b}}' },
      [`text: a gap lacks its answer: ${gapShape}`],
    ],
    ['a hint alone', { ...good.cloze, text: '{{ ::hint}}' }, [`text: a gap lacks its answer: ${gapShape}`]],
    ['a gap left open', { ...good.cloze, text: '{{a}} or {{b}' }, ['text: a gap is not closed with }}']],
    ['one option', { ...good.choice, options: [right] }, ['options: give two to five options']],
    [
      'six options',
      { ...good.choice, options: [right, wrong, wrong, wrong, wrong, wrong] },
      ['options: give two to five options'],
    ],
    [
      'no right option',
      { ...good.choice, options: [wrong, wrong] },
      ['options: exactly one option is right'],
    ],
    [
      'two right options',
      { ...good.choice, options: [right, right] },
      ['options: exactly one option is right'],
    ],
    [
      'an option that says neither',
      { ...good.choice, options: [right, { text: 'HTTP' }] },
      [`options.1: ${optionShape}`],
    ],
    [
      'an option that says both',
      { ...good.choice, options: [{ ...wrong, right: true }, wrong] },
      [`options.0: ${optionShape}`],
    ],
    [
      'a wrong option marked so',
      { ...good.choice, options: [right, { text: 'HTTP', right: false }] },
      [`options.1: ${optionShape}`],
    ],
    ['an option that is a word', { ...good.choice, options: [right, 'HTTP'] }, [`options.1: ${optionShape}`]],
    [
      'an option without words',
      { ...good.choice, options: [right, { ...wrong, text: '' }] },
      ['options.1.text: is empty'],
    ],
    ['a figure outside its range', { ...good.number, value: 3 }, [range]],
    ['a range turned round', { ...good.number, accept: [2, 0.5] }, [range]],
    ['half a range', { ...good.number, accept: [1] }, [range]],
    ['a range of three', { ...good.number, accept: [0, 1, 2] }, [range]],
    ['a range that is one number', { ...good.number, accept: 1 }, [range]],
    [
      'a figure in words',
      { ...good.number, value: '1' },
      ['value: Invalid input: expected number, received string'],
    ],
    [
      'a figure without end',
      { ...good.number, value: Infinity },
      ['value: Invalid input: expected number, received Infinity'],
    ],
    ['a figure without a unit', { ...good.number, unit: ' ' }, ['unit: is empty']],
    ['a contrast of one', { ...good.contrast, between: [side] }, ['between: name two sides']],
    ['a contrast of three', { ...good.contrast, between: [side, side, side] }, ['between: name two sides']],
    [
      'a side without its when',
      { ...good.contrast, between: [side, { name: 'HTTP' }] },
      ['between.1.pick_when: Invalid input: expected string, received undefined'],
    ],
    [
      'an unknown fact',
      { ...good.scenario, fixed: { colour: 'red' } },
      [expect.stringMatching(/^fixed.*colour|^fixed\.colour: /)],
    ],
    ['no product', { ...good.scenario, products: [] }, [expect.stringMatching(/^products: /)]],
    [
      'a fact without a sentence',
      { ...good.scenario, facts: { users: [{ is: 5 }] } },
      [expect.stringMatching(/^facts\.users\.0/)],
    ],
    [
      'an unknown kind',
      { ...good.basic, kind: 'basics' },
      [expect.stringMatching(/^kind: .*'basic' \| 'cloze'/)],
    ],
    ['no kind', withoutKind, [expect.stringMatching(/^kind: .*'basic' \| 'cloze'/)]],
    ['no card', null, [': Invalid input: expected object, received null']],
    ['a text for a card', 'Why?', [': Invalid input: expected object, received string']],
  ])('%s', (_name, card, faults) => {
    expect(listFaults(card)).toEqual(faults);
  });

  test('with several faults, each is told', () => {
    expect(listFaults({ ...good.number, id: 'A', unit: '', accept: [1] })).toEqual([
      `id: ${idShape}`,
      'unit: is empty',
      range,
    ]);
  });
});

describe("a deck's head", () => {
  const head = { deck: 'my-deck', title: 'Mine', topic: 'storage', cards: [] };

  test('is sound, with cards of any shape, which are read one by one', () => {
    expect(deckHeadSchema.parse({ ...head, cards: [1, null, {}] })).toEqual({
      ...head,
      cards: [1, null, {}],
    });
  });

  test.each<[string, object, string]>([
    ['a deck with capitals', { ...head, deck: 'Mine' }, 'deck: use lower-case letters, digits and hyphens'],
    ['a topic with a dot', { ...head, topic: 'a.b' }, 'topic: use lower-case letters, digits and hyphens'],
    ['an empty title', { ...head, title: '' }, 'title: is empty'],
    ['no cards', { ...head, cards: null }, 'cards: Invalid input: expected array, received null'],
    ['another field', { ...head, author: 'me' }, ': Unrecognized key: "author"'],
  ])('%s is refused', (_name, content, fault) => {
    const result = deckHeadSchema.safeParse(content);
    expect(result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([fault]);
  });
});

describe('a default', () => {
  const sound = {
    id: 'cache.aside',
    topic: 'caching',
    group: 'cache',
    name: 'Cache-aside',
    default: 'Look in the cache first.',
    exception: 'Few reads.',
    cost: 'A second system.',
    figures: [{ what: 'a hit', value: 'about 1 ms', source: 'brief' }],
    source: 'brief',
  };

  test('is sound, and one field wrong is refused', () => {
    expect(defaultSchema.parse(sound)).toEqual(sound);
    for (const wrongField of [
      { id: 'cache' },
      { topic: 'security' },
      { name: '' },
      { figures: [{ what: 'a hit', value: 1, source: 'brief' }] },
      { source: 'book' },
      { note: 'x' },
    ])
      expect(defaultSchema.safeParse({ ...sound, ...wrongField }).success).toBe(false);
    expect(defaultsFileSchema.safeParse({ defaults: [] }).success).toBe(false);
    expect(defaultsFileSchema.safeParse({ defaults: [sound] }).success).toBe(true);
  });
});
