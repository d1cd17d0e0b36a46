import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, findStudyDay } from '../../../src-shared/domain/study-day.ts';
import { countOf, formatDays, formatInterval } from '../../../src-shared/domain/wording.ts';
import { at } from '../../helpers/profile.ts';

const now = at('2026-11-24T12:00:00+01:00');
const today = findStudyDay(now, 4);

/** What a button says of a step that ends so many minutes from now. */
const inMinutes = (minutes: number): string =>
  formatInterval({ at: now, today, dueDay: today, dueAtMs: now.atMs + minutes * 60_000 });

describe('steps', () => {
  test.each([
    [0.1, '1 min'],
    [1, '1 min'],
    [5.5, '6 min'],
    [10, '10 min'],
    [59.4, '59 min'],
    [59.5, '1 h'],
    [60, '1 h'],
    [63, '1.1 h'],
    [90, '1.5 h'],
    [1439, '24 h'],
  ])('%d minutes: %s', (minutes, text) => {
    expect(inMinutes(minutes)).toBe(text);
  });

  test('a step whose time has passed is not said to be in the past', () => {
    expect(inMinutes(-30)).toBe('1 min');
  });
});

describe('days', () => {
  test.each([
    [0, '0 days'],
    [1, '1 day'],
    [2, '2 days'],
    [30, '30 days'],
    [31, '1 month'],
    [32, '1.1 months'],
    [61, '2 months'],
    [76, '2.5 months'],
    [363, '11.9 months'],
    [364, '12 months'],
    [365, '1 year'],
    [383, '1 year'],
    [384, '1.1 years'],
    [730, '2 years'],
    [36_500, '100 years'],
  ])('%i: %s', (days, text) => {
    expect(formatDays(days)).toBe(text);
    expect(formatInterval({ at: now, today, dueDay: addDays(today, days), dueAtMs: null })).toBe(text);
  });

  const sizes = { day: 1, month: 30.4, year: 365 };
  const readDays = (text: string): number => {
    const [, value, unit] = /^([\d.]+) (day|month|year)s?$/.exec(text) ?? [];
    if (unit !== 'day' && unit !== 'month' && unit !== 'year') throw new Error(`not an interval: ${text}`);
    return Number(value) * sizes[unit];
  };

  test('are said to within a twentieth of their unit, and in the singular only for one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 36_500 }), days => {
        const text = formatDays(days);
        const unit = days < 31 ? sizes.day : days < 365 ? sizes.month : sizes.year;
        expect(Math.abs(readDays(text) - days)).toBeLessThanOrEqual(unit / 20 + 1e-9);
        expect(text.endsWith('s')).toBe(!text.startsWith('1 '));
      }),
    );
  });

  test('never shorten where the interval grows', () => {
    for (let days = 1; days < 3000; days++) {
      expect(readDays(formatDays(days + 1))).toBeGreaterThanOrEqual(readDays(formatDays(days)));
    }
  });
});

describe('counts', () => {
  test.each([
    [0, '0 cards'],
    [1, '1 card'],
    [1.5, '1.5 cards'],
    [2, '2 cards'],
  ])('%d', (count, text) => {
    expect(countOf(count, 'card')).toBe(text);
  });
});
