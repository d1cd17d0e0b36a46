import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardBody, CardView } from '../../../src-shared/domain/card-view.ts';
import { renderText } from '../../../src-shared/domain/render-text.ts';
import { studyDaySchema } from '../../../src-shared/domain/study-day.ts';
import { toCardId } from '../../helpers/profile.ts';

const noBack: CardView['back'] = { reason: null, cost: null, exception: null, say: null, default: null };

function makeView(body: CardBody, back: Partial<CardView['back']> = {}): CardView {
  const dueDay = studyDaySchema.parse(20_000);
  const buttons = ([1, 2, 3, 4] as const).map(rating => ({
    rating,
    interval: '1 day',
    dueDay,
    dueAtMs: null,
  }));
  return {
    cardId: toCardId('card.a'),
    kind: body.kind,
    deck: { id: 'test', title: 'Test', own: true },
    topic: 'test',
    surfaceSeed: 1,
    body,
    back: { ...noBack, ...back },
    phase: 'new',
    buttons,
    suspended: false,
    marked: null,
    flag: 0,
    tags: [],
    note: '',
  };
}

const options = [
  { text: 'Polling', right: false, why: 'a minute late were soon enough' },
  { text: 'SSE', right: true, why: null },
];

describe('the two sides of', () => {
  test.each<[string, CardBody, string, string]>([
    ['a basic card', { kind: 'basic', ask: 'What?', answer: 'That.' }, 'What?', 'That.'],
    [
      'a cloze',
      {
        kind: 'cloze',
        pieces: [
          { kind: 'text', text: 'A hit takes ' },
          { kind: 'gap', answer: '1 ms', hint: 'how long' },
          { kind: 'text', text: ' in ' },
          { kind: 'gap', answer: 'Redis', hint: null },
        ],
      },
      'A hit takes [how long] in […]',
      'A hit takes **1 ms** in **Redis**',
    ],
    [
      'a choice',
      { kind: 'choice', ask: 'Which?', options },
      'Which?\n\n1. Polling\n2. SSE',
      '1. Polling (not here): if a minute late were soon enough\n2. SSE (right)',
    ],
    [
      'a number',
      { kind: 'number', ask: 'How long is a hit?', value: 1, unit: 'ms', accept: [0.5, 2] },
      'How long is a hit? (ms)',
      '1 ms (0.5 to 2 counts as right)',
    ],
    [
      'a contrast',
      {
        kind: 'contrast',
        ask: 'What decides?',
        decides: 'Who speaks.',
        between: [
          { name: 'SSE', pickWhen: 'the server alone' },
          { name: 'WebSockets', pickWhen: 'both' },
        ],
      },
      'SSE or WebSockets\n\nWhat decides?',
      'Who speaks.\n- SSE: the server alone\n- WebSockets: both',
    ],
    [
      'a scenario',
      {
        kind: 'scenario',
        product: 'A score ticker.',
        lines: ['Scores show within 2 s.', 'Pages send nothing.'],
        ask: 'Which protocol?',
        options,
        because: 'Only the server pushes.',
        flip: 'Were a minute soon enough, polling.',
      },
      'A score ticker.\n\n- Scores show within 2 s.\n- Pages send nothing.\n\nWhich protocol?\n\n1. Polling\n2. SSE',
      [
        '1. Polling (not here): if a minute late were soon enough\n2. SSE (right)',
        'Only the server pushes.',
        'Were a minute soon enough, polling.',
      ].join('\n\n'),
    ],
  ])('%s', (_name, body, front, back) => {
    expect(renderText(makeView(body))).toEqual({ front, back });
  });
});

test('a scenario that no single fact turns ends with its reason', () => {
  const body = {
    kind: 'scenario',
    product: 'P',
    lines: [],
    ask: 'A',
    options,
    because: 'B',
    flip: null,
  } as const;
  expect(renderText(makeView({ ...body, lines: [] })).back).toMatch(/\n\nB$/);
});

test('what stands behind the answer follows it, each under its name, and what is missing is left out', () => {
  const basic: CardBody = { kind: 'basic', ask: 'What?', answer: 'That.' };
  const all = {
    reason: 'r',
    cost: 'c',
    exception: 'e',
    say: 's',
    default: {
      id: 'cache.aside',
      topic: 'caching',
      group: 'cache',
      name: 'Cache-aside',
      default: 'Look there first.',
      exception: 'x',
      cost: 'y',
      figures: [],
      source: 'brief',
    },
  } as const;
  expect(renderText(makeView(basic, { ...all, default: { ...all.default, figures: [] } })).back).toBe(
    'That.\n\nWhy: r\n\nCost: c\n\nException: e\n\nSay: s\n\nDefault: Cache-aside. Look there first.',
  );
  expect(renderText(makeView(basic, { say: 's' })).back).toBe('That.\n\nSay: s');
});

describe('for any texts', () => {
  const word = fc.stringMatching(/^[a-z]{4,8}[0-9]{4}$/);

  test('a cloze shows every text on both sides, answers on the back alone, hints on the front alone', () => {
    // Texts are small letters, answers digits, hints capitals, so that each can be told from the others.
    const text = fc.record({ kind: fc.constant('text' as const), text: fc.stringMatching(/^[a-z]{1,8}$/) });
    const gap = fc.record({
      kind: fc.constant('gap' as const),
      answer: fc.stringMatching(/^[0-9]{1,8}$/),
      hint: fc.option(fc.stringMatching(/^[A-Z]{1,8}$/)),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(text, gap), { maxLength: 8 }), pieces => {
        const { front, back } = renderText(makeView({ kind: 'cloze', pieces }));
        const only = (side: string, letters: RegExp): string => side.replace(letters, '');
        const texts = pieces.map(piece => (piece.kind === 'text' ? piece.text : '')).join('');
        const answers = pieces.map(piece => (piece.kind === 'gap' ? piece.answer : '')).join('');
        const hints = pieces.map(piece => (piece.kind === 'gap' ? (piece.hint ?? '') : '')).join('');
        expect(only(front, /[[\]…A-Z]/g)).toBe(texts);
        expect(only(front, /[[\]…a-z]/g)).toBe(hints);
        expect(only(back, /[*0-9]/g)).toBe(texts);
        expect(only(back, /[*a-z]/g)).toBe(answers);
      }),
    );
  });

  test('options stand in the same places on both sides, and only the back tells which is right', () => {
    const option = fc.record({ text: word, right: fc.boolean(), why: fc.option(word) });
    fc.assert(
      fc.property(fc.array(option, { minLength: 2, maxLength: 5 }), list => {
        const { front, back } = renderText(makeView({ kind: 'choice', ask: 'Which?', options: list }));
        const backLines = back.split('\n');
        expect(front.split('\n').slice(2)).toEqual(list.map(({ text }, index) => `${index + 1}. ${text}`));
        expect(backLines).toHaveLength(list.length);
        for (const [index, { text, right, why }] of list.entries()) {
          expect(backLines[index]).toContain(`${index + 1}. ${text} (${right ? 'right' : 'not here'})`);
          if (why !== null) expect(backLines[index]).toContain(why);
        }
        expect(front).not.toMatch(/right|not here/);
      }),
    );
  });
});
