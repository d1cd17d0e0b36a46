import { expect, test } from 'vitest';
import { makeCommandLine } from '../../helpers/command-line.ts';
import { formatDeck, type TestCard, writeDeck } from '../../helpers/decks.ts';

const back = { reason: 'REASON', cost: 'COST', exception: 'EXCEPTION', say: 'SAY' };

const cards: TestCard[] = [
  { id: 'basic', kind: 'basic', ask: 'Ask **basic**?', answer: 'SECRET' },
  { id: 'cloze', kind: 'cloze', text: 'A hit takes {{SECRET}} and a query {{SECRET too::a range}}.' },
  {
    id: 'choice',
    kind: 'choice',
    ask: 'Which?',
    options: [
      { text: 'First', right: true },
      { text: 'Second', right_if: 'SECRET' },
      { text: 'Third', right_if: 'SECRET too' },
    ],
  },
  { id: 'number', kind: 'number', ask: 'How long?', value: 4711, unit: 'ms', accept: [4000, 5000] },
  {
    id: 'contrast',
    kind: 'contrast',
    between: [
      { name: 'Left', pick_when: 'SECRET' },
      { name: 'Right', pick_when: 'SECRET too' },
    ],
    ask: 'What decides?',
    decides: 'SECRET',
  },
].map(card => ({ ...card, ...back }));

const fronts: Record<string, RegExp> = {
  basic: /^Ask \*\*basic\*\*\?$/,
  cloze: /^A hit takes \[…\] and a query \[a range\]\.$/,
  choice: /^Which\?\n\n1\. (First|Second|Third)\n2\. (First|Second|Third)\n3\. (First|Second|Third)$/,
  number: /^How long\? \(ms\)$/,
  contrast: /^Left or Right\n\nWhat decides\?$/,
};

const backs: Record<string, RegExp> = {
  basic: /^SECRET/,
  cloze: /\*\*SECRET\*\* and a query \*\*SECRET too\*\*/,
  choice: /First \(right\)/,
  number: /^4711 ms \(4000 to 5000 counts as right\)/,
  contrast: /^SECRET\n- Left: SECRET\n- Right: SECRET too/,
};

test.each(Object.keys(fronts))('a %s card: the front asks without telling, the back tells all', id => {
  const line = makeCommandLine(0);
  writeDeck(line.dir, 'kinds.yaml', formatDeck(cards));
  const card = line.read('card', id);
  expect(card.kind).toBe(id);
  expect(card.front).toMatch(fronts[id] ?? /^$/);
  expect(card.front).not.toMatch(/SECRET|4711|REASON|SAY|right/);
  expect(card.back).toMatch(backs[id] ?? /^$/);
  for (const part of ['Why: REASON', 'Cost: COST', 'Exception: EXCEPTION', 'Say: SAY'])
    expect(card.back).toContain(part);
  expect(line.read('card', id)).toEqual(card);
});
