import { expect, test } from 'vitest';
import { describeFit } from '../../../../src-shared/domain/fit/outcome.ts';
import { defaultWeights } from '../../../../src-shared/domain/memory.ts';

const fitted = {
  kind: 'fitted',
  scope: 'all',
  reviews: 500,
  heldBack: 100,
  before: 0.41,
  after: 0.3894,
  better: true,
  weights: [...defaultWeights],
} as const;

test('a fit in words', () => {
  expect(describeFit({ ...fitted, weights: [...fitted.weights] })).toEqual([
    'Fitted to 400 of your reviews.',
    'On the latest 100, which it did not see, the log loss is 0.389 instead of 0.410 (less is better).',
    'It foresees your memory better.',
  ]);
  const [extent, , verdict] = describeFit({
    ...fitted,
    weights: [...fitted.weights],
    scope: 'initial',
    better: false,
  });
  expect(extent).toContain('only the first intervals');
  expect(verdict).toContain('nothing changes');
});

test('a refusal names what there is and what is needed', () => {
  expect(describeFit({ kind: 'refused', reviews: 12, needed: 100 })[0]).toBe(
    'Not enough reviews yet: 12 of 100.',
  );
});
