import { expect, test } from 'vitest';
import { brierOf, meanBrier, type SureAnswer } from '../../../../src-shared/domain/mock/brier.ts';

const answers = (count: number, confidence: SureAnswer['confidence'], right = true): SureAnswer[] =>
  Array.from({ length: count }, () => ({ confidence, right }));

test('the mean squared error of what was stated', () => {
  expect(meanBrier(answers(1, 'high'))).toBeCloseTo(0.01, 10);
  expect(meanBrier(answers(1, 'high', false))).toBeCloseTo(0.81, 10);
  expect(meanBrier([...answers(1, 'low'), ...answers(1, 'medium', false)])).toBeCloseTo(
    (0.25 + 0.49) / 2,
    10,
  );
  expect(meanBrier([])).toBeNull();
});

test('withheld where one level makes up nine tenths of the last twenty answers', () => {
  expect(brierOf([...answers(18, 'high'), ...answers(2, 'low')])).toBeNull();
  expect(brierOf([...answers(17, 'high'), ...answers(3, 'low')])).toBeCloseTo(
    (17 * 0.01 + 3 * 0.25) / 20,
    10,
  );
});

test('only the last twenty tell the habit, but all count', () => {
  const early = answers(20, 'low');
  expect(brierOf([...early, ...answers(20, 'high')])).toBeNull();
  expect(brierOf([...early, ...answers(10, 'high'), ...answers(10, 'medium')])).toBeCloseTo(
    (20 * 0.25 + 10 * 0.01 + 10 * 0.09) / 40,
    10,
  );
});

test('the twenty-first from the end tells nothing of the habit', () => {
  const lately = [...answers(2, 'low'), ...answers(18, 'high')];
  expect(brierOf([...answers(1, 'low'), ...lately])).toBeNull();
});

test('few answers of one level are withheld too, and none give none', () => {
  expect(brierOf(answers(3, 'medium'))).toBeNull();
  expect(brierOf([])).toBeNull();
  expect(brierOf([...answers(1, 'low'), ...answers(1, 'high')])).toBeCloseTo(0.13, 10);
});
