import type { Card } from '../deck/card-schema.ts';
import { listWords } from './fold.ts';

/** Fields that name something instead of saying it. They have terms of their own, such as `default:`, or none. */
const names = new Set(['id', 'kind', 'default', 'source', 'tests', 'twin', 'was', 'decision', 'accept']);

/** Stands between two texts, so that no phrase reaches from one into the next. No word holds it. */
const border = '¶';

/** All words by which a card is found: of its question, its answer, its reasons and the tags of its file, in one line. */
export function writeCardWords(card: Card): string {
  return listTexts(listSayings(card))
    .map(text => listWords(text).join(' '))
    .join(` ${border} `);
}

function listSayings(card: Card): unknown {
  if (card.kind !== 'scenario') return card;
  // Its facts and options are names too; what a person reads of them are the sentences.
  const { title, ask, products, facts, decoys, options: _, fixed: __, ...common } = card;
  const said = [facts, decoys].flatMap(cases =>
    Object.values(cases).flatMap(list => list.map(one => one.say)),
  );
  return [title, ask, products.map(one => [one.name, one.opening]), said, common];
}

/** Every text and figure in a value. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => !names.has(name))
    .flatMap(([, one]) => listTexts(one));
}
