import { expect, test } from 'vitest';
import { readTypedFigure } from '../../../../../src-renderer/features/mock/typed-figure.ts';

const units = ['B', 'GB', 'TB', 'reads/s'];

test.each([
  ['50,000', 50_000, null],
  ['5 tb', 5, 'TB'],
  ['5TB', 5, 'TB'],
  ['100k reads/s', 100_000, 'reads/s'],
  ['12 B', 12, 'B'],
  ['3e9', 3e9, null],
  ['', null, null],
  ['TB', null, 'TB'],
  ['5 apples', null, null],
])('%j is %j in %j', (text, value, unit) => {
  expect(readTypedFigure(text, units)).toEqual({ value, unit });
});
