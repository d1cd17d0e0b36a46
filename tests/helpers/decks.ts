import fs from 'node:fs';
import path from 'node:path';

/** A card of a test's deck: the fields of the file format, `kind: basic` and texts filled in where they are left out. */
export type TestCard = { id?: string; [field: string]: unknown };

/** A deck's file as text. JSON is YAML, so a card is one line of it: card `n` stands in line `n + 5`. */
export function formatDeck(cards: readonly TestCard[], head: { deck?: string; topic?: string } = {}): string {
  const { deck = 'test', topic = deck } = head;
  const lines = cards.map(card => {
    const ask = card.kind === undefined ? { kind: 'basic', ask: `What is ${card.id}?`, answer: 'That.' } : {};
    return `  - ${JSON.stringify({ ...ask, ...card })}`;
  });
  return [
    `deck: ${deck}`,
    `title: The deck ${deck}`,
    `topic: ${topic}`,
    cards.length === 0 ? 'cards: []' : 'cards:',
    ...lines,
    '',
  ].join('\n');
}

/** `count` basic cards, `one.1`, `one.2` … */
export function makeCards(count: number, prefix = 'one'): TestCard[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${prefix}.${index + 1}` }));
}

/** Writes a file of a person's own decks into a profile's folder, open or not; answers with its path. */
export function writeDeck(dir: string, name: string, text: string | Uint8Array): string {
  const folder = path.join(dir, 'decks');
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
}
