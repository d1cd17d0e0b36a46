import { describe, expect, test } from 'vitest';
import { validateDecks } from '../../../src-main/services/decks/validate.ts';
import { readBuiltInCards } from '../../helpers/built-in-cards.ts';
import { builtInDecks } from '../../helpers/profile.ts';

const report = validateDecks(builtInDecks);
const cards = readBuiltInCards().map(({ card }) => card);

const defaults = [
  'protocol.http',
  'protocol.sse',
  'protocol.websockets',
  'protocol.grpc',
  'api.rest',
  'api.pagination',
  'storage.relational',
  'storage.nosql',
  'read.normalized',
  'read.denormalized',
  'index.btree',
  'index.fulltext',
  'cache.aside',
  'cache.invalidate',
  'cache.stampede',
  'cache.outage',
  'scale.math',
  'scale.shardkey',
  'scale.hash',
  'scale.consistent',
  'consistency.eventual',
  'consistency.strong',
  'pacelc.partition',
  'pacelc.else',
  'latency.cache',
  'latency.network',
  'latency.database',
  'latency.transatlantic',
  'throughput.database',
  'throughput.redis',
  'throughput.broker',
];

describe('the built-in decks', () => {
  test('have no fault: every field, twin and default is there, and no two cards ask the same', () => {
    expect(report.faults).toEqual([]);
  });

  test('hold at least 150 cards, three for each of the 31 defaults, twenty of each kind but basic', () => {
    expect(report.cards).toBeGreaterThanOrEqual(150);
    expect(Object.keys(report.defaults).sort()).toEqual(defaults.toSorted());
    for (const [id, count] of Object.entries(report.defaults)) expect(count, id).toBeGreaterThanOrEqual(3);
    const { basic: _, ...others } = report.kinds;
    for (const [kind, count] of Object.entries(others)) expect(count, kind).toBeGreaterThanOrEqual(20);
  });
});

describe('the options of a choice give nothing away', () => {
  const choices = cards.flatMap(card => (card.kind === 'choice' ? [card] : []));

  test.each(choices.map(card => [card.id, card] as const))('%s: they are of one length', (_, { options }) => {
    const lengths = options.map(({ text }) => text.length);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(3);
  });

  test('the right one is the longest, or the shortest, in less than half of the cards', () => {
    const count = (is: (right: number, others: number[]) => boolean): number =>
      choices.filter(({ options }) => {
        const right = options.findIndex(option => 'right' in option);
        const lengths = options.map(({ text }) => text.length);
        return is(lengths[right] ?? 0, lengths.toSpliced(right, 1));
      }).length;
    expect(count((right, others) => right > Math.max(...others))).toBeLessThan(choices.length / 2);
    expect(count((right, others) => right < Math.min(...others))).toBeLessThan(choices.length / 2);
  });
});
