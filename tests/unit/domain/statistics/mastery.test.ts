import { describe, expect, test } from 'vitest';
import { type MasteryInput, readMastery } from '../../../../src-shared/domain/statistics/mastery.ts';
import { addDays } from '../../../../src-shared/domain/study-day.ts';
import { dayOf, heldCard, times } from '../../../helpers/answers.ts';

const today = dayOf('2026-11-24');
/** Loses a tenth of the stability's worth a day, so that recall can be read off. */
const model = { recall: (memory: { stability: number }, days: number) => memory.stability / 100 - days / 10 };
const held = (percent: number, daysAgo = 0) =>
  heldCard({ memory: { stability: percent, difficulty: 5 }, lastDay: addDays(today, -daysAgo) });
const unmet = heldCard({ phase: 'new', memory: null, lastDay: null });

function read(cards: MasteryInput['cards'], change: Partial<MasteryInput> = {}) {
  const defaults = [{ id: 'cache.aside', name: 'Cache-aside', topic: 'caching' }];
  return readMastery({ defaults, cards, model, today, later: null, target: 0.9, ...change })[0];
}

describe('mastery of a default', () => {
  test('is the mean recall of its cards that were met, now and on a day', () => {
    const cards = [held(95), held(95, 1), unmet];
    expect(read(cards, { later: addDays(today, 2) })).toMatchObject({ cards: 3, met: 2 });
    expect(read(cards, { later: addDays(today, 2) })?.recall).toBeCloseTo(0.9, 12);
    expect(read(cards, { later: addDays(today, 2) })?.recallLater).toBeCloseTo(0.7, 12);
    expect(read(cards)?.recallLater).toBeNull();
  });

  test('counts no card of another default, or that is suspended', () => {
    const cards = [held(95), { ...held(10), defaultId: 'cache.outage' }, { ...held(10), suspended: true }];
    expect(read(cards)).toMatchObject({ cards: 1, met: 1, recall: 0.95 });
  });

  test.each([
    ['unmet', [unmet, unmet], null],
    ['unmet', [], null],
    ['partly', [held(99), unmet, unmet], 0.99],
    ['firm', [held(90), unmet], 0.9],
    ['fading', [held(89), unmet], 0.89],
  ])('is %s', (standing, cards, recall) => {
    expect(read(cards)).toMatchObject({ standing, recall });
  });

  test('a card in its steps counts as nothing yet, new or just forgotten', () => {
    const steps = (['learning', 'relearning'] as const).map(phase => ({ ...held(99), phase }));
    expect(read([held(90), held(90), ...steps], { later: today })).toMatchObject({
      met: 4,
      recall: 0.45,
      recallLater: 0.45,
    });
  });

  test('a card that was answered in the future, by a clock set back, counts as answered today', () => {
    expect(read([held(95, -3)])?.recall).toBe(0.95);
  });
});

test('every default has its place, in order', () => {
  const defaults = times(31, index => ({ id: `d.${index}`, name: `D ${index}`, topic: 'caching' }));
  const all = readMastery({ defaults, cards: [], model, today, later: null, target: 0.9 });
  expect(all.map(({ id }) => id)).toEqual(defaults.map(({ id }) => id));
});
