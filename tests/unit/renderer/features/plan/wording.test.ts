import { expect, test } from 'vitest';
import { describeDaysLeft, describeLoad } from '../../../../../src-renderer/features/plan/wording.ts';
import { formatDay, formatShare } from '../../../../../src-shared/domain/wording.ts';

const day = { date: '2026-12-01', reviews: 10, newCards: 3, cardMinutes: 8, mockMinutes: 0 };

test('days left are counted to a date as a person says it', () => {
  expect(describeDaysLeft({ daysLeft: 1, interviewDate: '2026-12-08' })).toBe(
    '1 day left until Tuesday, 8 December',
  );
  expect(formatDay('2026-12-08', 'short')).toBe('8 Dec');
});

test.each([
  [0, '0 %'],
  [0.555, '56 %'],
  [0.999, '99 %'],
])('the share %d is %s', (share, text) => {
  expect(formatShare(share)).toBe(text);
});

test('the load in a sentence', () => {
  expect(describeLoad([day, { ...day, mockMinutes: 12 }])).toBe(
    'About 14 minutes a day, 6 new cards, 1 mock interview with its time kept.',
  );
  expect(describeLoad([{ ...day, newCards: 0 }])).toBe(
    'About 8 minutes a day, no new cards, no mock interview.',
  );
});
