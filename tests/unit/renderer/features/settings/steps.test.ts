import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSteps, parseSteps } from '../../../../../src-renderer/features/settings/steps.ts';

test.each([
  ['1 10', [1, 10]],
  ['1m, 10min', [1, 10]],
  ['10 1h', [10, 60]],
  [' 5;15 ', [5, 15]],
  ['2H', [120]],
  ['', []],
])('“%s” is understood', (text, steps) => {
  expect(parseSteps(text)).toEqual(steps);
});

test.each(['soon', '1 soon', '1.5', '-1', '1d', '10000', '1m10'])('“%s” is not', text => {
  expect(parseSteps(text)).toBe(null);
});

test('what is shown is read back as the same', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 1439 }), { maxLength: 10 });
  fc.assert(
    fc.property(steps, value => {
      expect(parseSteps(formatSteps(value))).toEqual(value);
    }),
  );
});
