import { expect, test } from 'vitest';
import { createCalibration } from '../../../../src-shared/domain/statistics/calibration.ts';
import type { PastAnswer } from '../../../../src-shared/domain/statistics/trace.ts';
import { countAll, pastAnswer, times } from '../../../helpers/answers.ts';

const readCalibration = (all: readonly PastAnswer[]) => countAll(createCalibration(), all);

const answers = [
  ...times(60, index => pastAnswer({ recall: 0.92, remembered: index >= 6 })),
  ...times(30, index => pastAnswer({ recall: 0.95, remembered: index >= 3 })),
  ...times(10, index => pastAnswer({ recall: 0.6, remembered: index >= 5, spacedLapses: 3 })),
  // Neither a prediction nor a night between.
  pastAnswer({ recall: null, remembered: false }),
  pastAnswer({ recall: 1, elapsedDays: 0, remembered: false }),
];

test('bins hold the mean prediction and what happened, with its interval', () => {
  const { value } = readCalibration(answers);
  expect(value?.bins.map(({ from, to, happened }) => [from, to, happened.hits, happened.of])).toEqual([
    [0.5, 0.7, 5, 10],
    [0.9, 0.95, 54, 60],
    [0.95, 1, 27, 30],
  ]);
  expect(value?.bins[0]?.predicted).toBeCloseTo(0.6, 12);
  expect(value?.bins[0]?.happened.low).toBeCloseTo(0.2366, 4);
});

test('the whole is judged too', () => {
  const { value } = readCalibration(answers);
  // (60 × 0.92 + 30 × 0.95 + 10 × 0.6) ÷ 100, and 86 of 100.
  expect(value?.predicted).toBeCloseTo(0.897, 12);
  expect(value?.happened).toMatchObject({ hits: 86, of: 100 });
  // 90 answers of one bin: 0.93 − 0.9; 10 of another: 0.6 − 0.5.
  expect(value?.rmseBins).toBeCloseTo(Math.sqrt((90 * 0.03 ** 2 + 10 * 0.1 ** 2) / 100), 12);
  expect(value?.logLoss).toBeCloseTo(
    -(54 * Math.log(0.92) + 6 * Math.log(0.08) + 27 * Math.log(0.95) + 3 * Math.log(0.05)) / 100 -
      (5 * Math.log(0.6) + 5 * Math.log(0.4)) / 100,
    12,
  );
  expect(value?.logLossOfMean).toBeCloseTo(-(0.86 * Math.log(0.86) + 0.14 * Math.log(0.14)), 12);
  // Pairs of remembered and forgotten: 54, 27 and 5 against 6, 3 and 5.
  const pairs = 54 * (6 / 2 + 5) + 27 * (6 + 3 / 2 + 5) + 5 * (5 / 2);
  expect(value?.auc).toBeCloseTo(pairs / (86 * 14), 12);
});

test('a recall of exactly 1 is in the last bin', () => {
  const { value } = readCalibration(times(100, () => pastAnswer({ recall: 1 })));
  expect(value?.bins).toMatchObject([{ from: 0.95, to: 1, predicted: 1, happened: { hits: 100 } }]);
  expect(value?.auc).toBeNull();
});

test('is withheld under a hundred predictions', () => {
  expect(readCalibration(answers.slice(1))).toEqual({ have: 99, need: 100, value: null });
});
