import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeThin, measure } from '../../../../src-shared/domain/statistics/enough.ts';
import { meanOf, tallyShare, tallyWhere } from '../../../../src-shared/domain/statistics/share.ts';

describe('the Wilson interval', () => {
  // The first two are in R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [5, 10, 0.2366, 0.7634],
    [45, 50, 0.7864, 0.9565],
    [0, 20, 0, 0.1611],
    [29, 29, 0.883, 1],
  ])('of %i in %i is %f to %f', (hits, of, low, high) => {
    const share = tallyShare(hits, of);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
    expect(share.share).toBe(hits / of);
  });

  test('of nothing is everything', () => {
    expect(tallyShare(0, 0)).toEqual({ hits: 0, of: 0, share: null, low: 0, high: 1 });
  });

  const counts = fc.nat(400).chain(of => fc.record({ hits: fc.nat(of), of: fc.constant(of) }));

  test('holds the share, stays within 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(counts, ({ hits, of }) => {
        const { share, low, high } = tallyShare(hits, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share ?? 0.5);
        expect(high).toBeGreaterThanOrEqual(share ?? 0.5);
        expect(tallyShare(of - hits, of).low).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  test('narrows as the same share rests on more', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), ({ hits, of }, factor) => {
        fc.pre(of > 0);
        const few = tallyShare(hits, of);
        const many = tallyShare(hits * factor, of * factor);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

test('a tally counts what holds, and a mean of nothing is none', () => {
  expect(tallyWhere([1, 2, 3, 4], n => n > 1)).toMatchObject({ hits: 3, of: 4, share: 0.75 });
  expect(meanOf([1, 2, 6])).toBe(3);
  expect(meanOf([])).toBeNull();
});

test('what is thin is withheld, and says how far it is', () => {
  expect(measure(12, 50, () => 'x')).toEqual({ have: 12, need: 50, value: null });
  expect(measure(50, 50, () => 'x')).toEqual({ have: 50, need: 50, value: 'x' });
  expect(describeThin({ have: 12, need: 50 }, 'reviews')).toBe('Not enough reviews yet: 12 of 50.');
});
