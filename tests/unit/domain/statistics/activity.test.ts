import { describe, expect, test } from 'vitest';
import { createHours, readActivity } from '../../../../src-shared/domain/statistics/activity.ts';
import { findMonday, listDays, listWeeks } from '../../../../src-shared/domain/statistics/weeks.ts';
import { formatStudyDay } from '../../../../src-shared/domain/study-day.ts';
import { countAll, dayOf, pastAnswer, times } from '../../../helpers/answers.ts';

const today = dayOf('2026-11-24');

describe('weeks', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
    ['1970-01-01', '1969-12-29'],
    ['1969-12-28', '1969-12-22'],
  ])('the Monday of %s is %s', (day, monday) => {
    expect(formatStudyDay(findMonday(dayOf(day)))).toBe(monday);
  });

  test('the last weeks end with this one, and days are both ends and all between', () => {
    expect(listWeeks(today, 3).map(formatStudyDay)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
    expect(listDays(dayOf('2026-11-23'), today).map(formatStudyDay)).toEqual(['2026-11-23', '2026-11-24']);
    expect(listDays(today, dayOf('2026-11-23'))).toEqual([]);
  });
});

describe('activity', () => {
  test('counts answers and minutes a day, and in all', () => {
    const answers = [
      { day: dayOf('2026-11-24'), answers: 2, takenMs: 150_000 },
      { day: dayOf('2026-11-22'), answers: 1, takenMs: 60_000 },
    ];
    const { days, ...all } = readActivity(answers, today);
    expect(days.slice(-3)).toEqual([
      { date: '2026-11-22', answers: 1, minutes: 1 },
      { date: '2026-11-23', answers: 0, minutes: 0 },
      { date: '2026-11-24', answers: 2, minutes: 2.5 },
    ]);
    expect(all).toEqual({ answers: 3, minutes: 3.5, studiedDays: 2, longestRow: 1 });
  });

  test('the calendar begins on a Monday and holds a year', () => {
    const { days } = readActivity([], today);
    expect(days[0]?.date).toBe('2025-11-24');
    expect(days).toHaveLength(52 * 7 + 2);
    expect(days.at(-1)?.date).toBe('2026-11-24');
  });

  test('the longest row is found wherever it lies, in whatever order the days come', () => {
    const dates = ['2026-11-20', '2026-11-03', '2026-11-02', '2026-11-04', '2026-11-21'];
    const answers = dates.map(date => ({ day: dayOf(date), answers: 2, takenMs: 0 }));
    expect(readActivity(answers, today)).toMatchObject({ longestRow: 3, studiedDays: 5 });
    expect(readActivity([], today)).toMatchObject({ longestRow: 0, studiedDays: 0, minutes: 0 });
  });
});

test('hours count every answer, and the reviews among them that were remembered', () => {
  const answers = [
    ...times(30, index => pastAnswer({ hour: 7, remembered: index % 3 !== 0 })),
    ...times(20, () => pastAnswer({ hour: 22, isReview: false })),
  ];
  const { value } = countAll(createHours(), answers);
  expect(value).toHaveLength(24);
  expect(value?.[7]).toMatchObject({ hour: 7, answers: 30, reviews: { hits: 20, of: 30 } });
  expect(value?.[22]).toMatchObject({ answers: 20, reviews: { of: 0, share: null } });
  expect(countAll(createHours(), answers.slice(1))).toEqual({ have: 49, need: 50, value: null });
});
