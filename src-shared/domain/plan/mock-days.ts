/** Days before the interview on which a mock is planned: two a week, the last three days before, none on the eve. */
const beforeInterview: readonly number[] = [3, 6];
const weekDays = 7;

/** Minutes of a mock interview: the long form where a day has room for it, else the short one. */
const mockMinutes = { long: 35, short: 12 } as const;

/** Minutes kept for a mock on a day that is `daysLeft` before the interview: 0 on most days. */
export function reserveMock(daysLeft: number, minutesPerDay: number): number {
  if (daysLeft < 1 || !beforeInterview.includes(daysLeft % weekDays)) return 0;
  return minutesPerDay >= mockMinutes.long ? mockMinutes.long : mockMinutes.short;
}

/** Minutes that are left for cards on such a day. A mock may take all of a short day. */
export function countCardMinutes(daysLeft: number, minutesPerDay: number): number {
  return Math.max(0, minutesPerDay - reserveMock(daysLeft, minutesPerDay));
}
