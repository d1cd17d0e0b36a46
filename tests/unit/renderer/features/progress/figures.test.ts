import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatHour,
  formatTime,
  listMarks,
  percent,
  percentOf,
  percentRange,
} from '../../../../../src-shared/domain/statistics/figures.ts';
import { tallyShare } from '../../../../../src-shared/domain/statistics/share.ts';
import { formatCount, listNames } from '../../../../../src-shared/domain/wording.ts';

describe('figures', () => {
  test('shares keep their unit in the same line, and of nothing there is none', () => {
    expect([percent(0.925), percent(1), percent(null)]).toEqual(['93\u00a0%', '100\u00a0%', '–']);
    expect(percentOf(tallyShare(1800, 2000))).toBe('90\u00a0% of 2,000');
    expect(percentRange(tallyShare(5, 10))).toBe('24–76\u00a0%');
    expect([percentOf(tallyShare(0, 0)), percentRange(tallyShare(0, 0))]).toEqual(['–', '–']);
  });

  test.each([
    [0, 'less than a minute'],
    [0.99, 'less than a minute'],
    [1, '1 minute'],
    [34.4, '34 minutes'],
    [99, '99 minutes'],
    [150, '3 hours'],
    [70_000, '1,167 hours'],
  ])('%f minutes are %s', (minutes, text) => {
    expect(formatTime(minutes)).toBe(text);
  });

  test('hours, counts and names', () => {
    expect([formatHour(7), formatHour(24)]).toEqual(['07:00', '00:00']);
    expect(formatCount(3836)).toBe('3,836');
    expect(listNames(['Caching', 'Scaling', 'Storage'])).toBe('Caching, Scaling and Storage');
  });
});

describe('the marks of an axis of shares', () => {
  test.each([
    [0.86, [0.8, 0.9, 1]],
    [0.33, [0.2, 0.4, 0.6, 0.8, 1]],
    [1, [0.9, 1]],
    [0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('from %f', (lowest, marks) => {
    expect(listMarks(lowest)).toEqual(marks);
  });

  test('hold the value and end at 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), lowest => {
        const marks = listMarks(lowest);
        expect(marks[0]).toBeLessThanOrEqual(lowest);
        expect(marks[0]).toBeGreaterThanOrEqual(0);
        expect(marks.at(-1)).toBe(1);
        expect(marks.length).toBeLessThan(8);
      }),
    );
  });
});
