import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardBodySchema } from '../../../src-shared/domain/card-view.ts';
import { type Card, cardSchema } from '../../../src-shared/domain/deck/card-schema.ts';
import {
  dependsOnSeed,
  renderCard,
  seedSurface,
  splitCloze,
  titleCard,
} from '../../../src-shared/domain/render-card.ts';
import { studyDaySchema } from '../../../src-shared/domain/study-day.ts';
import { readBuiltInCards } from '../../helpers/built-in-cards.ts';

const studyDay = studyDaySchema.parse(20_000);
const makeCard = (fields: object): Card => cardSchema.parse({ id: 'card.a', ...fields });
const makeBasic = (ask: string): Card => makeCard({ kind: 'basic', ask, answer: 'So.' });

describe('a cloze text', () => {
  const text = (value: string) => ({ kind: 'text', text: value });
  const gap = (answer: string, hint: string | null = null) => ({ kind: 'gap', answer, hint });

  test.each([
    ['one gap', 'A {{cache}} is fast.', [text('A '), gap('cache'), text(' is fast.')]],
    ['a gap alone', '{{cache}}', [gap('cache')]],
    ['a hint', '{{1 ms::how long}}', [gap('1 ms', 'how long')]],
    ['a hint with colons', '{{a::b::c}}', [gap('a', 'b::c')]],
    ['a colon that is no hint', '{{a:b}}', [gap('a:b')]],
    ['several gaps', '{{a}} or {{b::second}}.', [gap('a'), text(' or '), gap('b', 'second'), text('.')]],
    ['gaps side by side', '{{a}}{{b}}', [gap('a'), gap('b')]],
    ['the same gap twice', '{{a}} {{a}}', [gap('a'), text(' '), gap('a')]],
    ['Markdown inside', '{{**a** `b`}}', [gap('**a** `b`')]],
    ['braces inside', '{{f({x})}}', [gap('f({x})')]],
    ['a gap over two lines', 'A\n\n{{b\nc}}', [text('A\n\n'), gap('b\nc')]],
    ['no gap', 'A { b } {{', [text('A { b } {{')]],
    ['nothing', '', []],
  ])('with %s', (_name, source, pieces) => {
    expect(splitCloze(source)).toEqual(pieces);
  });

  test('loses no letter of any text', () => {
    const close = fc.string({
      unit: fc.constantFrom('a', ' ', '{{', '}}', '{', '}', '::', ':', '\n'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.oneof(close, fc.string({ unit: 'binary' })), source => {
        const joined = splitCloze(source).map(piece => {
          if (piece.kind === 'text') return piece.text;
          return `{{${piece.answer}${piece.hint === null ? '' : `::${piece.hint}`}}}`;
        });
        expect(joined.join('')).toBe(source);
      }),
      { numRuns: 500 },
    );
  });

  test('gives back the pieces that it was made of', () => {
    const words = fc.stringMatching(/^[a-z ,.\n]{1,12}$/);
    const parts = fc.array(fc.record({ before: words, answer: words, hint: fc.option(words) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(parts, list => {
        const source = list.map(
          ({ before, answer, hint }) => `${before}{{${answer}${hint === null ? '' : `::${hint}`}}}`,
        );
        const pieces = list.flatMap(({ before, answer, hint }) => [text(before), gap(answer, hint)]);
        expect(splitCloze(source.join(''))).toEqual(pieces);
      }),
    );
  });
});

describe("a choice's options", () => {
  const card = makeCard({
    kind: 'choice',
    ask: 'Which?',
    options: [
      { text: 'one', right: true },
      { text: 'two', right_if: 'there were two' },
      { text: 'three', right_if: 'there were three' },
      { text: 'four', right_if: 'there were four' },
    ],
  });
  const textsAt = (seed: number): string[] => {
    const body = renderCard(card, seed);
    return body.kind === 'choice' ? body.options.map(({ text }) => text) : [];
  };

  test('keep their reasons and their rightness in every order', () => {
    fc.assert(
      fc.property(fc.nat(), seed => {
        const body = renderCard(card, seed);
        if (body.kind !== 'choice') throw new Error('a choice is rendered as a choice');
        const byText = [...body.options].sort((a, b) => (a.text < b.text ? -1 : 1));
        expect(byText).toEqual([
          { text: 'four', right: false, why: 'there were four' },
          { text: 'one', right: true, why: null },
          { text: 'three', right: false, why: 'there were three' },
          { text: 'two', right: false, why: 'there were two' },
        ]);
      }),
    );
  });

  test('stand in the order of the seed: the same again, and golden for two seeds', () => {
    fc.assert(
      fc.property(fc.nat(), seed => {
        expect(textsAt(seed)).toEqual(textsAt(seed));
      }),
    );
    expect(textsAt(0)).toEqual(['four', 'three', 'one', 'two']);
    expect(textsAt(seedSurface('card.a', 0, 0, studyDay))).toEqual(['one', 'two', 'four', 'three']);
  });

  test('come in all 24 orders over the histories of a card, and in each place about equally', () => {
    const orders = new Set<string>();
    const places = [0, 0, 0, 0];
    const times = 2000;
    for (let chain = 0; chain < times; chain++) {
      const texts = textsAt(seedSurface('card.a', chain, 0, studyDay));
      orders.add(texts.join());
      const place = texts.indexOf('one');
      places[place] = (places[place] ?? 0) + 1;
    }
    expect(orders.size).toBe(24);
    // Four deviations from 500 of 2000; the seeds are fixed.
    for (const count of places) expect(Math.abs(count - times / 4)).toBeLessThan(78);
  });
});

describe("a surface's seed", () => {
  test('is a 32-bit number that changes with the card, its history and its practices', () => {
    const seed = seedSurface('card.a', 7, 0, studyDay);
    expect(seed).toBe(seed >>> 0);
    const others = [
      seedSurface('card.b', 7, 0, studyDay),
      seedSurface('card.a', 8, 0, studyDay),
      seedSurface('card.a', 7, 1, studyDay),
    ];
    expect(new Set([seed, ...others]).size).toBe(4);
    expect(seedSurface('card.a', 7, 0, studyDay)).toBe(seed);
    expect(seedSurface('card.a', 1, 12, studyDay)).not.toBe(seedSurface('card.a', 11, 2, studyDay));
  });
});

describe('every built-in card', () => {
  const cards = readBuiltInCards().map(({ card }) => card);

  test('is drawn to a body that fits the contract, of its kind, and the same for the same seed', () => {
    expect(cards.length).toBeGreaterThanOrEqual(150);
    for (const card of cards) {
      for (const practices of [0, 1, 2]) {
        const seed = seedSurface(card.id, 0, practices, studyDay);
        const body = renderCard(card, seed);
        expect(cardBodySchema.parse(body)).toEqual(body);
        expect(body.kind).toBe(card.kind);
        expect(renderCard(card, seed)).toEqual(body);
      }
    }
  });

  test('has a title of its own beginning', () => {
    for (const card of cards) {
      const title = titleCard(card);
      expect(title).not.toBe('');
      expect([...title].length).toBeLessThanOrEqual(92);
      expect(title).not.toMatch(/\{\{|\n/);
    }
  });
});

test('what is written is shown as it is: basic, number and contrast', () => {
  expect(renderCard(makeBasic('Why *this*?'), 1)).toEqual({
    kind: 'basic',
    ask: 'Why *this*?',
    answer: 'So.',
  });
  const number = { kind: 'number', ask: 'How long?', value: 1, unit: 'ms', accept: [0.5, 2] };
  expect(renderCard(makeCard(number), 1)).toEqual(number);
  const contrast = { kind: 'contrast', ask: 'Which?', decides: 'The fact.' };
  const between = [
    { name: 'SSE', pick_when: 'only the server pushes', default: 'protocol.sse' },
    { name: 'WebSockets', pick_when: 'both sides talk' },
  ];
  expect(renderCard(makeCard({ ...contrast, between }), 1)).toEqual({
    ...contrast,
    between: [
      { name: 'SSE', pickWhen: 'only the server pushes' },
      { name: 'WebSockets', pickWhen: 'both sides talk' },
    ],
  });
});

describe("a card's title", () => {
  const word = 'letters ';

  test.each([
    ['what is asked', makeBasic('What is a cache?'), 'What is a cache?'],
    ['without marks, on one line', makeBasic('# **Why** `a_b`\n\n> so?'), 'Why ab so?'],
    [
      'a cloze, with its gaps left open',
      makeCard({ kind: 'cloze', text: 'A {{hit::x}} in {{1}} ms' }),
      'A … in … ms',
    ],
    ['90 letters whole', makeBasic('x'.repeat(90)), 'x'.repeat(90)],
    ['more, up to the last whole word', makeBasic(word.repeat(20)), `${word.repeat(11)}…`],
    ['a word that ends at the limit', makeBasic(`${'x'.repeat(90)} y`), `${'x'.repeat(90)} …`],
    ['text without blanks, cut', makeBasic('x'.repeat(300)), `${'x'.repeat(90)} …`],
    ['no letter cut in half', makeBasic('😀'.repeat(91)), `${'😀'.repeat(90)} …`],
  ])('is %s', (_name, card, title) => {
    expect(titleCard(card)).toBe(title);
  });
});

test('whether a card depends on its seed is what is told of its kind', () => {
  const seeds = Array.from({ length: 30 }, (_, seed) => seed);
  for (const { card } of readBuiltInCards()) {
    const shown = new Set(seeds.map(seed => JSON.stringify(renderCard(card, seed))));
    expect(shown.size > 1, card.id).toBe(dependsOnSeed(card));
  }
});
