import { describe, expect, test } from 'vitest';
import type { KeyPress } from '../../../../../src-renderer/components/use-keys.ts';
import {
  describeBacklog,
  describeEstimate,
  describeStreak,
  describeWork,
  formatDate,
  readTodayKey,
} from '../../../../../src-renderer/features/today/wording.ts';

test.each([
  ['2026-11-24', 'Tuesday, 24 November'],
  ['2028-02-29', 'Tuesday, 29 February'],
  ['2027-01-01', 'Friday, 1 January'],
])('%s is %s, in every zone', (date, text) => {
  expect(formatDate(date)).toBe(text);
});

test.each([
  [{ due: 1, new: 0, learning: 0 }, '1 review.'],
  [{ due: 0, new: 20, learning: 0 }, '20 new cards.'],
  [{ due: 12, new: 1, learning: 0 }, '12 reviews and 1 new card.'],
  [{ due: 12, new: 3, learning: 1 }, '12 reviews, 3 new cards and 1 still being learnt.'],
  [{ due: 0, new: 0, learning: 2 }, '2 still being learnt.'],
])('the work %o', (counts, text) => {
  expect(describeWork({ counts, answeredToday: 5 })).toBe(text);
});

test('a day without work is done, or had none', () => {
  const counts = { due: 0, new: 0, learning: 0 };
  expect(describeWork({ counts, answeredToday: 1 })).toBe('Done for today.');
  expect(describeWork({ counts, answeredToday: 0 })).toBe('Nothing is due today.');
});

test('the estimate says what it rests on', () => {
  const say = (fresh: number, fromHistory: boolean): string =>
    describeEstimate({
      estimate: { minutes: 14.2, secondsPerCard: 19.6, fromHistory },
      counts: { new: fresh, learning: 1, due: 30 },
    });
  expect(say(5, false)).toBe(
    'About 14 minutes, at an assumed 20 seconds an answer; new cards are asked more than once.',
  );
  expect(say(0, false)).toBe('About 14 minutes, at an assumed 20 seconds an answer.');
  expect(say(5, true)).toBe('About 14 minutes, from your own pace.');
});

test('the backlog says when one is through', () => {
  expect(describeBacklog({ cards: 1, days: 1 }, 200)).toMatch(
    /^One more is waiting; at 200 a day .* in 1 day\. /,
  );
  expect(describeBacklog({ cards: 450, days: 4 }, 200)).toMatch(/^450 more are waiting; .* in 4 days\. /);
  expect(describeBacklog({ cards: 450, days: null }, 1)).toMatch(/; at 1 a day it takes more than a year\. /);
});

test.each([
  [0, 0, ''],
  [1, 3, '3 answers today.'],
  [2, 0, '2 days in a row.'],
  [7, 1, '7 days in a row. 1 answer today.'],
])('%d days in a row with %d answers today', (streakDays, answeredToday, text) => {
  expect(describeStreak({ streakDays, answeredToday })).toBe(text);
});

describe('keys', () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
    key,
    ctrl: false,
    shift: false,
    alt: false,
    repeat: false,
    focus: 'page',
    ...more,
  });

  test.each([
    [press('Enter'), 'start'],
    [press(' '), 'start'],
    [press('u'), 'undo'],
    [press('z', { ctrl: true }), 'undo'],
    [press('Z', { ctrl: true, shift: true }), 'redo'],
    [press('y', { ctrl: true }), 'redo'],
    [press('u', { focus: 'control' }), 'undo'],
    // Enter and Space on a control are its own.
    [press('Enter', { focus: 'control' }), null],
    [press(' ', { focus: 'control' }), null],
    [press('Enter', { repeat: true }), null],
    [press('u', { focus: 'field' }), null],
    [press('u', { ctrl: true }), null],
    [press('x'), null],
  ])('%o: %s', (key, command) => {
    expect(readTodayKey(key)).toBe(command);
  });
});
