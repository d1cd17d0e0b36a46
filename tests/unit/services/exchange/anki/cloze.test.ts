import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasGap, isOcclusion, writeGaps } from '../../../../../src-main/services/exchange/anki/cloze.ts';
import { gapMarks } from '../../../../../src-main/services/exchange/markup/gap-marks.ts';

const show = (html: string): string =>
  html.replaceAll(gapMarks.open, '<').replaceAll(gapMarks.hint, '|').replaceAll(gapMarks.close, '>');

test.each([
  ['a {{c1::b}} c', 1, 'a <b> c', 'a […] c', 'a b c'],
  ['a {{c1::b::h}} c', 1, 'a <b|h> c', 'a [h] c', 'a b c'],
  ['{{c1::a}} {{c2::b}}', 2, 'a <b>', 'a […]', 'a b'],
  ['{{c1::a {{c2::b}} c}}', 1, '<a b c>', '[…]', 'a b c'],
  ['{{c1::a {{c2::b}} c}}', 2, 'a <b> c', 'a […] c', 'a b c'],
  ['{{c1,3::a}} {{c2::b}}', 3, '<a> b', '[…] b', 'a b'],
  ['{{c1::a {{c1::b}}}}', 1, '<a b>', '[…]', 'a b'],
  ['{{c1::never closed', 1, '{{c1::never closed', '{{c1::never closed', '{{c1::never closed'],
  ['}} alone {{c1::a}}', 1, '}} alone <a>', '}} alone […]', '}} alone a'],
])('%s, number %i', (field, number, marked, masked, told) => {
  expect(show(writeGaps(field, number, 'marked'))).toBe(marked);
  expect(writeGaps(field, number, 'masked')).toBe(masked);
  expect(writeGaps(field, number, 'told')).toBe(told);
});

test('as many gaps in one that is left open as a field can hold', () => {
  const inside = '{{c2::}}'.repeat(124_000);
  expect(writeGaps(`{{c1::${inside}`, 1, 'told')).toBe('{{c1::');
});

test('which gaps there are', () => {
  expect([1, 2, 3, 4].filter(number => hasGap('{{c1::a {{c2,4::b}}}}', number))).toEqual([1, 2, 4]);
  expect(isOcclusion('{{c1::image-occlusion:rect:left=.1}}')).toBe(true);
  expect(isOcclusion('{{c1::image}}')).toBe(false);
});

test('whatever is nested or left open: told has the same letters, and nothing is marked twice', () => {
  const piece = fc.constantFrom('{{c1::', '{{c2::', '}}', '::', 'x', '{{', '}');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const field = pieces.join('');
      const count = (text: string, letter: string): number => text.split(letter).length - 1;
      const marked = writeGaps(field, 1, 'marked');
      expect(count(marked, gapMarks.open)).toBe(count(marked, gapMarks.close));
      // Hints may hold letters too; nothing is made up.
      expect(count(writeGaps(field, 1, 'told'), 'x')).toBeLessThanOrEqual(count(field, 'x'));
    }),
  );
});
