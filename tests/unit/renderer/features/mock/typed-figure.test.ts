import { expect, test } from 'vitest';
import { readTypedFigure } from '../../../../../src-renderer/features/mock/typed-figure.ts';

const units = ['bytes', 'reads/s', 'servers'];

test.each([
  ['50,000', 50_000, null],
  ['100k reads/s', 100_000, 'reads/s'],
  ['9000/s', 9000, 'reads/s'],
  ['12 bytes', 12, 'bytes'],
  ['5 tb', 5e12, 'bytes'],
  ['1.5PB', 1.5e15, 'bytes'],
  ['7 B', 7, 'bytes'],
  ['3e9', 3e9, null],
  ['', null, null],
  ['TB', null, 'bytes'],
  ['5 apples', null, null],
])('%j is %j in %j', (text, value, unit) => {
  expect(readTypedFigure(text, units)).toEqual({ value, unit });
});

test('what could be one of two units is none; bytes are counted only where they are asked for', () => {
  expect(readTypedFigure('9/s', ['reads/s', 'writes/s'])).toEqual({ value: null, unit: null });
  expect(readTypedFigure('5 TB', ['servers'])).toEqual({ value: null, unit: null });
});
