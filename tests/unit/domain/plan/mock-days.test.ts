import { expect, test } from 'vitest';
import { countCardMinutes, reserveMock } from '../../../../src-shared/domain/plan/mock-days.ts';

test('two mocks a week, none on the eve or the day before it', () => {
  const days = Array.from({ length: 21 }, (_, index) => index + 1);
  expect(days.filter(daysLeft => reserveMock(daysLeft, 20) > 0)).toEqual([3, 6, 10, 13, 17, 20]);
});

test.each([
  [3, 10, 12, 0],
  [3, 20, 12, 8],
  [3, 35, 35, 0],
  [3, 60, 35, 25],
  [4, 60, 0, 60],
  [0, 60, 0, 60],
])('%i days before, %i minutes: %i for the mock, %i for cards', (daysLeft, minutes, mock, cards) => {
  expect(reserveMock(daysLeft, minutes)).toBe(mock);
  expect(countCardMinutes(daysLeft, minutes)).toBe(cards);
});
