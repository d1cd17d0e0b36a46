import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CardStage,
  type CountedCard,
  countStages,
  findStage,
  readHistograms,
} from '../../../../src-shared/domain/statistics/cards.ts';
import { addDays } from '../../../../src-shared/domain/study-day.ts';
import { countedCard, dayOf, times } from '../../../helpers/answers.ts';

const today = dayOf('2026-11-24');

describe('the stage of a card', () => {
  test.each<[CardStage, Partial<CountedCard>]>([
    ['new', { phase: 'new', memory: null, lastDay: null, dueDay: null }],
    ['learning', { phase: 'learning' }],
    ['learning', { phase: 'relearning', dueDay: addDays(today, 40) }],
    ['young', { phase: 'review', lastDay: today, dueDay: addDays(today, 20) }],
    ['mature', { phase: 'review', lastDay: today, dueDay: addDays(today, 21) }],
    ['suspended', { phase: 'review', suspended: true }],
    ['suspended', { phase: 'new', suspended: true }],
  ])('%s: %o', (stage, change) => {
    expect(findStage(countedCard(change))).toBe(stage);
  });
});

test('cards are counted by stage, in all and by topic', () => {
  const cards = [
    countedCard({ topic: 'caching' }),
    countedCard({ topic: 'caching', phase: 'new' }),
    countedCard({ topic: 'storage', phase: 'new' }),
  ];
  const none = { new: 0, learning: 0, young: 0, mature: 0, suspended: 0 };
  expect(countStages(cards)).toEqual({
    all: { ...none, new: 2, young: 1 },
    topics: [
      { topic: 'caching', counts: { ...none, new: 1, young: 1 } },
      { topic: 'storage', counts: { ...none, new: 1 } },
    ],
  });
});

describe('histograms', () => {
  const withMemory = (stability: number, difficulty: number): CountedCard =>
    countedCard({ memory: { stability, difficulty } });

  test('a bar holds its lower edge and not its upper one, and the last ones are open or closed', () => {
    const stabilities = [0.5, 1, 2.99, 3, 13.9, 14, 364, 365, 4000, 30];
    const difficulties = [1, 1.9, 2, 5, 5, 5.5, 8.99, 9, 9.5, 10];
    const { value } = readHistograms(
      stabilities.map((stability, index) => withMemory(stability, difficulties[index] ?? 1)),
    );
    expect(value?.stability.map(({ from, to, cards }) => [from, to, cards])).toEqual([
      [0, 1, 1],
      [1, 3, 2],
      [3, 7, 1],
      [7, 14, 1],
      [14, 30, 1],
      [30, 60, 1],
      [60, 120, 0],
      [120, 365, 1],
      [365, null, 2],
    ]);
    expect(value?.difficulty.map(({ cards }) => cards)).toEqual([2, 1, 0, 0, 3, 0, 0, 1, 3]);
    expect(value?.difficulty.at(-1)).toMatchObject({ from: 9, to: 10 });
    // Between 13.9 and 14; between 5 and 5.5.
    expect(value?.medianStability).toBeCloseTo(13.95, 12);
    expect(value?.medianDifficulty).toBeCloseTo(5.25, 12);
  });

  test('the median of an odd number is the middle one', () => {
    const { value } = readHistograms(times(11, index => withMemory(11 - index, 5)));
    expect(value?.medianStability).toBe(6);
  });

  test('hold every card with memory once, and no suspended one', () => {
    const card = fc.record({
      stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(card, { minLength: 10 }), memories => {
        const cards = memories.map(memory => countedCard({ memory }));
        const others = [countedCard({ memory: null }), countedCard({ suspended: true })];
        const { value, have } = readHistograms([...cards, ...others]);
        expect(have).toBe(memories.length);
        for (const bars of [value?.stability ?? [], value?.difficulty ?? []])
          expect(bars.reduce((sum, bar) => sum + bar.cards, 0)).toBe(memories.length);
      }),
    );
  });

  test('are withheld under ten cards', () => {
    expect(readHistograms(times(9, () => withMemory(5, 5)))).toEqual({ have: 9, need: 10, value: null });
  });
});
