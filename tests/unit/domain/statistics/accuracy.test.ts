import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Accuracy,
  type Binned,
  createAccuracy,
  type Outcome,
} from '../../../../src-shared/domain/statistics/accuracy.ts';
import { countAll } from '../../../helpers/answers.ts';

/** Outcomes of answers that are alike in all that bins go by, unless they say otherwise. */
const measure = (outcomes: readonly (Outcome & Partial<Binned>)[]): Accuracy =>
  countAll(
    createAccuracy(),
    outcomes.map(outcome => ({ elapsedDays: 5, spacedTurn: 2, spacedLapses: 0, ...outcome })),
  );

const yes = (recall: number): Outcome => ({ recall, remembered: true });
const no = (recall: number): Outcome => ({ recall, remembered: false });
const anyOutcome = fc.record({
  recall: fc.double({ min: 0, max: 1, noNaN: true }),
  remembered: fc.boolean(),
});
const outcomes = fc.array(anyOutcome, { minLength: 1, maxLength: 60 });

describe('log loss', () => {
  test.each([
    ['a coin', [yes(0.5), no(0.5)], Math.LN2],
    // −(ln 0.9 + ln 0.8 + ln 0.4) ÷ 3
    ['three answers', [yes(0.9), yes(0.8), no(0.6)], 0.414_931_6],
    ['a sure error is large, not infinite', [no(1)], -Math.log(Number.EPSILON)],
    ['a sure hit is nothing', [yes(1)], 0],
  ])('%s', (_name, list, expected) => {
    expect(measure(list).logLoss).toBeCloseTo(expected, 6);
  });

  test('of the mean is the entropy of the mean', () => {
    // 9 of 10: −(0.9 ln 0.9 + 0.1 ln 0.1)
    const list = [...Array.from({ length: 9 }, () => yes(0.1)), no(0.1)];
    expect(measure(list).logLossOfMean).toBeCloseTo(0.325_083, 6);
  });

  test('no other constant prediction beats the mean', () => {
    fc.assert(
      fc.property(outcomes, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (list, recall) => {
        const constant = list.map(({ remembered }) => ({ recall, remembered }));
        expect(measure(list).logLossOfMean).toBeLessThanOrEqual(measure(constant).logLoss + 1e-9);
      }),
    );
  });
});

describe('RMSE(bins)', () => {
  test('of one bin is the difference of its means', () => {
    // 0.85 predicted, 0.5 happened.
    expect(measure([yes(0.9), no(0.8)]).rmseBins).toBeCloseTo(0.35, 12);
  });

  test('weights bins by their answers', () => {
    // Three answers off by 0.2 (mean 0.8667 − 2 ÷ 3), and one by 0.1: √((3 × 0.04 + 0.01) ÷ 4).
    const list = [yes(0.9), yes(0.8), no(0.9), { ...yes(0.9), elapsedDays: 60, spacedLapses: 2 }];
    expect(measure(list).rmseBins).toBeCloseTo(Math.sqrt(0.0325), 12);
  });

  // The benchmark's own bins: 2.48 × 3.62^⌊log₃.₆₂ days⌋, 1.99 × 1.89^⌊log₁.₈₉ i⌋, 1.65 × 1.73^⌊log₁.₇₃ lapses⌋.
  test.each<[keyof Binned, number[][]]>([
    ['elapsedDays', [[1, 2, 3], [4, 8, 13], [14, 20, 47], [48, 171], [172]]],
    [
      'spacedTurn',
      [
        [2, 3],
        [4, 5, 6],
        [7, 8, 12],
        [13, 24],
      ],
    ],
    ['spacedLapses', [[0], [1], [2], [3, 4, 5], [6, 7, 8], [9, 15]]],
  ])('puts %s into the bins of the benchmark', (key, bins) => {
    const all = bins.flat();
    for (const value of all) {
      const mates = all.filter(other => {
        // Opposite errors cancel within a bin, and only there.
        const pair = [
          { ...yes(0.5), [key]: value },
          { ...no(0.5), [key]: other },
        ];
        return measure(pair).rmseBins < 1e-9;
      });
      expect(mates).toEqual(bins.find(bin => bin.includes(value)));
    }
  });
});

describe('AUC', () => {
  test.each<[string, Outcome[], number | null]>([
    ['all in order', [yes(0.9), yes(0.8), no(0.7)], 1],
    ['all reversed', [yes(0.1), no(0.2), no(0.3)], 0],
    ['ties count half', [yes(0.5), no(0.5)], 0.5],
    // Pairs: 0.9 > 0.6 and 0.4; 0.6 = 0.6 (half) and > 0.4; 0.5 < 0.6 and > 0.4: 4.5 of 6.
    ['by hand', [yes(0.9), yes(0.6), yes(0.5), no(0.6), no(0.4)], 0.75],
    ['nothing forgotten', [yes(0.9)], null],
    ['nothing remembered', [no(0.9)], null],
    ['nothing at all', [], null],
  ])('%s', (_name, list, expected) => {
    expect(measure(list).auc).toBe(expected);
  });

  test('is the share of pairs in order, counted one by one', () => {
    const coarse = fc.record({ recall: fc.nat(6).map(n => n / 6), remembered: fc.boolean() });
    fc.assert(
      fc.property(fc.array(coarse, { maxLength: 40 }), list => {
        const [hits, misses] = [list.filter(one => one.remembered), list.filter(one => !one.remembered)];
        const pairs = hits.flatMap(hit =>
          misses.map(miss => (hit.recall > miss.recall ? 1 : hit.recall === miss.recall ? 0.5 : 0)),
        );
        const expected = pairs.reduce<number>((sum, one) => sum + one, 0) / pairs.length;
        const auc = measure(list).auc;
        if (pairs.length === 0) expect(auc).toBeNull();
        else expect(auc).toBeCloseTo(expected, 12);
      }),
    );
  });
});
