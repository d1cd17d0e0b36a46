import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, hash32 } from '../../../src-shared/domain/random.ts';

const seed = fc.integer({ min: 0, max: 0xffffffff });

/**
 * Pearson's statistic of counts that should be equal, as a number of standard deviations from its mean. The
 * seeds are fixed, so a figure is the same on every run.
 */
function deviate(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (statistic - freedom) / Math.sqrt(2 * freedom);
}

function tally(values: Iterable<number>, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function* repeat(times: number, draw: (index: number) => number): Generator<number> {
  for (let index = 0; index < times; index++) yield draw(index);
}

// The figures come from a second implementation, in Python. A change of any alters every stored seed's surface.
describe('golden values', () => {
  test.each([
    ['', 2872998923],
    ['a', 444641715],
    ['b', 2193908274],
    ['fuzz sse.ticker 0', 323496849],
    ['fuzz sse.ticker 1', 421136207],
    ['é', 3136788073],
    ['😀', 1787143206],
  ])('hash32 of “%s”', (text, hash) => {
    expect(hash32(text)).toBe(hash);
  });

  test.each([
    [0, [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]],
    [1, [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]],
    [0xffffffff, [0.8964226141106337, 0.189478256739676, 0.7156526781618595]],
  ])('the sequence of seed %i', (start, sequence) => {
    const random = createRandom(start);
    expect(sequence.map(() => random.next())).toEqual(sequence);
  });

  test('int, shuffle and pick', () => {
    const random = createRandom(42);
    expect([...repeat(12, () => random.int(6))]).toEqual([3, 2, 5, 4, 1, 3, 1, 3, 5, 2, 1, 5]);
    const letters = ['a', 'b', 'c', 'd', 'e'];
    expect(createRandom(7).shuffle(letters)).toEqual(['d', 'b', 'c', 'e', 'a']);
    expect(createRandom(7).pick(letters)).toBe('a');
  });
});

describe('hash32', () => {
  test('is a 32-bit number that follows from the text alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const hash = hash32(text);
        expect(hash).toBe(hash >>> 0);
        expect(hash32(text)).toBe(hash);
      }),
    );
  });

  test('tells apart texts that differ in one place, as card ids do', () => {
    const texts = [...repeat(20_000, index => index)].map(index => `fuzz card.${index % 5000} ${index}`);
    // Of 20,000 random 32-bit numbers, 0.05 pairs are expected to be equal.
    expect(new Set(texts.map(hash32)).size).toBe(texts.length);
  });

  test('a changed letter turns each bit about half of the time', () => {
    const turned = new Array<number>(32).fill(0);
    const pairs = 2000;
    for (let index = 0; index < pairs; index++) {
      const difference = hash32(`card.${index}.a`) ^ hash32(`card.${index}.b`);
      for (let bit = 0; bit < 32; bit++) turned[bit] = (turned[bit] ?? 0) + ((difference >>> bit) & 1);
    }
    for (const count of turned) expect(Math.abs(count / pairs - 0.5)).toBeLessThan(0.06);
  });
});

describe('bounds', () => {
  test('next is in [0, 1), int is whole and below its bound, pick and shuffle keep to the items', () => {
    fc.assert(
      fc.property(
        seed,
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.array(fc.string(), { minLength: 1 }),
        (start, below, items) => {
          const random = createRandom(start);
          const next = random.next();
          expect(next >= 0 && next < 1).toBe(true);
          const drawn = random.int(below);
          expect(Number.isInteger(drawn) && drawn >= 0 && drawn < below).toBe(true);
          expect(items).toContain(random.pick(items));
          const before = [...items];
          expect(random.shuffle(items).sort()).toEqual([...items].sort());
          expect(items).toEqual(before);
        },
      ),
    );
  });

  test('int(1) is 0, and nothing can be picked from nothing', () => {
    expect([...repeat(100, index => createRandom(index).int(1))].every(value => value === 0)).toBe(true);
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
    expect(createRandom(1).shuffle([])).toEqual([]);
  });

  test('two sources of one seed never touch each other', () => {
    fc.assert(
      fc.property(seed, start => {
        const [first, second] = [createRandom(start), createRandom(start)];
        const ahead = [first.next(), first.next(), first.next()];
        expect([second.next(), second.next(), second.next()]).toEqual(ahead);
      }),
    );
  });

  test('a seed counts by its 32 bits', () => {
    expect(createRandom(-1).next()).toBe(createRandom(0xffffffff).next());
    expect(createRandom(2 ** 32 + 5).next()).toBe(createRandom(5).next());
  });
});

describe('uniformity', () => {
  const draws = 60_000;
  // Four deviations: about one in 10,000 sources that are sound would be further off.
  const farthest = 4;

  test.each([0, 1, 2, 42, 0xffffffff])('the numbers of seed %i fall evenly', start => {
    const random = createRandom(start);
    expect(
      Math.abs(
        deviate(
          tally(
            repeat(draws, () => random.int(100)),
            100,
          ),
        ),
      ),
    ).toBeLessThan(farthest);
    const pairs = repeat(draws, () => random.int(10) * 10 + random.int(10));
    expect(Math.abs(deviate(tally(pairs, 100)))).toBeLessThan(farthest);
  });

  test('the first draws of many seeds fall evenly, neighbours or hashes', () => {
    const neighbours = repeat(draws, index => createRandom(index).int(100));
    expect(Math.abs(deviate(tally(neighbours, 100)))).toBeLessThan(farthest);
    const hashes = repeat(draws, index => createRandom(hash32(`fuzz card.one ${index}`)).int(100));
    expect(Math.abs(deviate(tally(hashes, 100)))).toBeLessThan(farthest);
  });

  test('shuffle gives all 24 orders of four evenly, for one source and over seeds', () => {
    const orders = new Map<string, number>();
    const indexOf = (order: string): number => {
      if (!orders.has(order)) orders.set(order, orders.size);
      return orders.get(order) ?? 0;
    };
    const random = createRandom(9);
    const one = tally(
      repeat(24_000, () => indexOf(random.shuffle([1, 2, 3, 4]).join())),
      24,
    );
    const many = tally(
      repeat(24_000, index =>
        indexOf(
          createRandom(hash32(`${index}`))
            .shuffle([1, 2, 3, 4])
            .join(),
        ),
      ),
      24,
    );
    expect(orders.size).toBe(24);
    expect(Math.abs(deviate(one))).toBeLessThan(farthest);
    expect(Math.abs(deviate(many))).toBeLessThan(farthest);
  });
});
