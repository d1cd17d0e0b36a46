import fc from 'fast-check';
import { get_fuzz_range } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import {
  type DueLoad,
  type DueRequest,
  noLoad,
  pickDueDay,
  seedFuzz,
} from '../../../src-shared/domain/due-day.ts';
import { studyDaySchema } from '../../../src-shared/domain/study-day.ts';
import { toCardId } from '../../helpers/profile.ts';

const today = studyDaySchema.parse(20_781);
const plain: DueRequest = {
  today,
  intervalDays: 10,
  elapsedDays: 0,
  maximumDays: 365,
  atLeastDays: 1,
  seed: 0,
  load: noLoad,
};

/** Days from today on which a card comes due. */
const pick = (request: Partial<DueRequest>): number => pickDueDay({ ...plain, ...request }) - today;

/** How often each number of days is picked, over the first `seeds` seeds. */
function countPicks(request: Partial<DueRequest>, seeds = 4000): Map<number, number> {
  const counts = new Map<number, number>();
  for (let seed = 0; seed < seeds; seed++) {
    const days = pick({ ...request, seed });
    counts.set(days, (counts.get(days) ?? 0) + 1);
  }
  return counts;
}

const sorted = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);
const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** A collection in which so many cards are due in so many days. */
const loadOf = (countIn: (days: number) => number): DueLoad => ({
  countDue: day => countIn(day - today),
  hasSibling: () => false,
});
const siblingsIn = (hasSibling: (days: number) => boolean): DueLoad => ({
  countDue: () => 0,
  hasSibling: day => hasSibling(day - today),
});

const anyLoad: fc.Arbitrary<DueLoad> = fc
  .record({ full: fc.nat(200), every: fc.integer({ min: 1, max: 9 }) })
  .map(({ full, every }) => ({
    countDue: day => (day % every === 0 ? full : 0),
    hasSibling: day => day % (every + 1) === 0,
  }));
const seed = fc.integer({ min: 0, max: 0xffffffff });
const anyRequest = fc.record({
  today: fc.constant(today),
  intervalDays: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 36_500 })),
  elapsedDays: fc.nat(1000),
  maximumDays: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 36_500 })),
  atLeastDays: fc.integer({ min: 1, max: 400 }),
  seed,
  load: anyLoad,
});

describe('the window', () => {
  test.each([1, 2])('%i days are too short to move', intervalDays => {
    expect([...countPicks({ intervalDays }).keys()]).toEqual([intervalDays]);
  });

  // 1 day, and 15 % of the days from 2.5 to 7, 10 % of those to 20, 5 % of those beyond, to either side.
  test.each([
    [3, 2, 4],
    [7, 5, 9],
    [10, 8, 12],
    [20, 17, 23],
    [100, 93, 107],
    [340, 321, 359],
  ])('%i days become any from %i to %i', (intervalDays, first, last) => {
    const picks = countPicks({ intervalDays });
    expect(sorted(picks.keys())).toEqual(range(first, last));
    const even = 4000 / (last - first + 1);
    for (const count of picks.values()) expect(Math.abs(count - even)).toBeLessThan(5 * Math.sqrt(even));
  });

  test('ends at the maximum interval', () => {
    expect(sorted(countPicks({ intervalDays: 365 }).keys())).toEqual(range(345, 365));
    expect(sorted(countPicks({ intervalDays: 400, maximumDays: 30 }).keys())).toEqual(range(27, 30));
    expect([...countPicks({ intervalDays: 400, maximumDays: 1 }).keys()]).toEqual([1]);
  });

  test('does not reach back to the days that the card has been held already', () => {
    expect(sorted(countPicks({ intervalDays: 10, elapsedDays: 9 }).keys())).toEqual(range(10, 12));
    expect(sorted(countPicks({ intervalDays: 10, elapsedDays: 10 }).keys())).toEqual(range(8, 12));
  });

  test('begins no earlier than it may', () => {
    expect(sorted(countPicks({ intervalDays: 10, atLeastDays: 11 }).keys())).toEqual(range(11, 13));
    expect(sorted(countPicks({ intervalDays: 10, atLeastDays: 9 }).keys())).toEqual(range(9, 12));
    expect(pick({ intervalDays: 1, atLeastDays: 2 })).toBe(2);
    expect(pick({ intervalDays: 10, atLeastDays: 31, maximumDays: 30 })).toBeLessThanOrEqual(30);
  });

  test("is never left, whatever the load: it is that of ts-fsrs's own fuzz, from the first day allowed", () => {
    fc.assert(
      fc.property(anyRequest, request => {
        const days = pick(request);
        expect(days).toBeGreaterThanOrEqual(Math.min(request.atLeastDays, request.maximumDays));
        expect(days).toBeLessThanOrEqual(request.maximumDays);
        const interval = Math.min(Math.max(request.intervalDays, request.atLeastDays), request.maximumDays);
        const { min_ivl, max_ivl } = get_fuzz_range(interval, request.elapsedDays, request.maximumDays);
        if (interval < 2.5) expect(days).toBe(interval);
        else expect(days).toBeGreaterThanOrEqual(min_ivl);
        if (interval >= 2.5) expect(days).toBeLessThanOrEqual(max_ivl);
      }),
      { numRuns: 1000 },
    );
  });

  test('a longer interval never comes due sooner, all else being equal', () => {
    fc.assert(
      fc.property(anyRequest, fc.nat(300), (request, longer) => {
        const unloaded = { ...request, load: noLoad };
        expect(pick({ ...unloaded, intervalDays: request.intervalDays + longer })).toBeGreaterThanOrEqual(
          pick(unloaded),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the seed', () => {
  test('gives the same day for the same card, repetitions and collection', () => {
    fc.assert(
      fc.property(anyRequest, request => {
        expect(pick(request)).toBe(pick(request));
      }),
    );
  });

  test('is another for every card and every repetition', () => {
    const cards = range(1, 60).map(n => toCardId(`caching.card-${n}`));
    const seeds = cards.flatMap(card => range(0, 59).map(reps => seedFuzz(card, reps)));
    expect(new Set(seeds).size).toBe(60 * 60);
    for (const value of seeds) expect(value).toBe(value >>> 0);
  });

  // The strategy that ts-fsrs offers adds the two, so that these would move together.
  test('does not run card and repetitions together', () => {
    expect(seedFuzz(toCardId('card.1'), 11)).not.toBe(seedFuzz(toCardId('card.11'), 1));
    expect(seedFuzz(toCardId('1'), 2)).not.toBe(seedFuzz(toCardId('2'), 1));
  });

  test('spreads cards that are answered alike', () => {
    const days = range(1, 300).map(n => pick({ intervalDays: 30, seed: seedFuzz(toCardId(`card.${n}`), 3) }));
    expect(sorted(new Set(days))).toEqual(range(27, 33));
  });
});

describe('the load', () => {
  test('the one quiet day in the window is picked', () => {
    for (const quiet of range(8, 12)) {
      const picks = countPicks({ load: loadOf(days => (days === quiet ? 0 : 100)) });
      expect(picks.get(quiet)).toBeGreaterThan(4000 * 0.998);
    }
  });

  test('a quiet day outside the window draws nothing', () => {
    const picks = countPicks({ load: loadOf(days => (days === 13 ? 0 : 100)) });
    expect(sorted(picks.keys())).toEqual(range(8, 12));
  });

  test('chances fall with the square of the cards due', () => {
    // 8 to 12 days from now; weights 1, 1/4, 1/9, 1/16, 1/25.
    const picks = countPicks({ load: loadOf(days => days - 8) }, 20_000);
    const total = 1 + 1 / 4 + 1 / 9 + 1 / 16 + 1 / 25;
    for (const [index, days] of range(8, 12).entries()) {
      const expected = 20_000 / (index + 1) ** 2 / total;
      expect(Math.abs((picks.get(days) ?? 0) - expected)).toBeLessThan(5 * Math.sqrt(expected));
    }
  });

  test('cards placed one after the other fill the window evenly', () => {
    const place = (balanced: boolean): number[] => {
      const due = new Map<number, number>();
      const load = balanced ? loadOf(days => due.get(days) ?? 0) : noLoad;
      for (const n of range(1, 700)) {
        const days = pick({ intervalDays: 30, seed: seedFuzz(toCardId(`card.${n}`), 5), load });
        due.set(days, (due.get(days) ?? 0) + 1);
      }
      return [...due.values()];
    };
    const spread = (counts: number[]): number => Math.max(...counts) - Math.min(...counts);
    const balanced = place(true);
    expect(balanced).toHaveLength(7);
    expect(spread(balanced)).toBeLessThan(15);
    expect(spread(balanced)).toBeLessThan(spread(place(false)) / 2);
  });
});

describe('siblings', () => {
  test('a day with a sibling is left to the others', () => {
    const picks = countPicks({ load: siblingsIn(days => days === 10) });
    expect(picks.get(10) ?? 0).toBeLessThan(10);
    expect(sorted(picks.keys())).toEqual(expect.arrayContaining([8, 9, 11, 12]));
  });

  test('a full day is taken rather than one with a sibling', () => {
    const load: DueLoad = {
      countDue: day => (day - today === 10 ? 15 : 0),
      hasSibling: day => day - today !== 10,
    };
    // 1/256 against four thousandths: even where fifteen cards wait, the day without a sibling has half.
    expect(countPicks({ load }).get(10)).toBeGreaterThan(1800);
  });

  test('where every day has one, the window holds all the same', () => {
    expect(sorted(countPicks({ load: siblingsIn(() => true) }).keys())).toEqual(range(8, 12));
  });

  test('five that are answered alike come back on the five days of their window', () => {
    let together = 0;
    for (const group of range(1, 200)) {
      const taken = new Set<number>();
      for (const n of range(1, 5)) {
        taken.add(
          pick({ seed: seedFuzz(toCardId(`group-${group}.${n}`), 4), load: siblingsIn(d => taken.has(d)) }),
        );
      }
      together += 5 - taken.size;
    }
    // A thousandth each time leaves a few of the thousand cards beside a sibling.
    expect(together).toBeLessThan(10);
  });
});
