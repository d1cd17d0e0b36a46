import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDefaults } from '../../../src-main/services/decks/read-deck.ts';
import { validateDecks } from '../../../src-main/services/decks/validate.ts';
import { defaultIds, topicOf } from '../../../src-shared/domain/rules/decisions.ts';
import { formatLimit } from '../../../src-shared/domain/rules/describe.ts';
import { limitOf, type ThresholdId, thresholds } from '../../../src-shared/domain/rules/thresholds.ts';
import { readBuiltInCards } from '../../helpers/built-in-cards.ts';
import { builtInDecks } from '../../helpers/profile.ts';

const report = validateDecks(builtInDecks);
const cards = readBuiltInCards().map(({ card }) => card);

const defaultsFile = path.join(builtInDecks, 'defaults.yaml');
const { defaults } = readDefaults(defaultsFile, fs.readFileSync(defaultsFile, 'utf8'));

/** The ids that decks, logs and exports in people's hands refer to: none may go. Further ones need not stand here. */
const promised = [
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

/** Whose figures tell a limit: the defaults’ first word, by that of the limit. Null: none, as it is not taught. */
const tellers: Readonly<Record<string, string | null>> = {
  protocol: 'protocol',
  pagination: 'api',
  storage: 'storage',
  'read-shape': 'read',
  caching: 'cache',
  invalidation: 'cache',
  stampede: 'cache',
  database: 'scale',
  capacity: 'scale',
  redis: 'throughput',
  broker: 'throughput',
  hop: 'latency',
  estimate: null,
  surface: null,
  flip: null,
};

/** A limit as a figure writes it, without its unit: `50,000`, `10 TB`, `90 %`. */
function writeLimit(id: ThresholdId): string {
  const { unit } = thresholds[id];
  if (unit === 'bytes') return formatLimit(id);
  return unit.startsWith('share') ? `${limitOf(id) * 100} %` : (formatLimit(id).split(' ')[0] ?? '');
}

describe('the built-in decks', () => {
  test('have no fault: every field, twin and default is there, and no two cards ask the same', () => {
    expect(report.faults).toEqual([]);
  });

  test('keep every default that was ever promised', () => {
    const ids = defaults.map(({ id }) => id);
    expect(promised.filter(id => !ids.includes(id))).toEqual([]);
  });

  test('have the defaults that the rules know, in the same order, under the same topics', () => {
    const known = defaultIds.map(id => `${id} in ${topicOf(id)}`);
    expect(
      defaults.map(({ id, topic }) => `${id} in ${topic}`),
      'decks/defaults.yaml',
    ).toEqual(known);
  });

  test.each(Object.keys(thresholds) as ThresholdId[])('tell the limit %s', id => {
    const group = tellers[id.split('.')[0] ?? ''];
    expect(group, '`tellers` says whose figures tell it').toBeDefined();
    if (group === null) return;
    const figures = defaults.filter(({ id }) => id.startsWith(`${group}.`)).flatMap(one => one.figures);
    const limit = writeLimit(id);
    const told = figures.filter(({ value }) => value.match(/[\d,.]+(?: TB| %)?/g)?.includes(limit));
    expect(told.length, `figures of ${group} in decks/defaults.yaml that say ${limit}`).toBeGreaterThan(0);
  });

  test.each(defaults)('teach $id with three cards at least', ({ id }) => {
    expect(report.defaults[id] ?? 0, `cards in decks/ with default: ${id}`).toBeGreaterThanOrEqual(3);
  });

  test('hold at least 150 cards, twenty of each kind but basic', () => {
    expect(report.cards).toBeGreaterThanOrEqual(150);
    const { basic: _, ...others } = report.kinds;
    for (const [kind, count] of Object.entries(others)) expect(count, kind).toBeGreaterThanOrEqual(20);
  });

  test('write apostrophes as ’', () => {
    const straight = cards.filter(card => /\p{L}'\p{L}/u.test(JSON.stringify(card))).map(({ id }) => id);
    expect(straight).toEqual([]);
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
