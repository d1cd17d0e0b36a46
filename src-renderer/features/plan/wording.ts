import { countOf, formatDay, formatShare } from '../../../src-shared/domain/wording.ts';
import type { Plan } from '../../../src-shared/ipc/plan-contract.ts';

type Day = Plan['days'][number];

/** `14 days left until Tuesday, 8 December`. */
export function describeDaysLeft({
  daysLeft,
  interviewDate,
}: Pick<Plan, 'daysLeft' | 'interviewDate'>): string {
  return `${countOf(daysLeft, 'day')} left until ${formatDay(interviewDate, 'long')}`;
}

/** What the plot of days means, in a sentence. */
export function describeLoad(days: readonly Day[]): string {
  const minutes = days.map(({ cardMinutes, mockMinutes }) => cardMinutes + mockMinutes);
  const mean = minutes.reduce((sum, each) => sum + each, 0) / Math.max(1, days.length);
  const newCards = days.reduce((sum, day) => sum + day.newCards, 0);
  const mocks = days.filter(day => day.mockMinutes > 0).length;
  const parts = [
    `About ${Math.round(mean)} minutes a day`,
    newCards > 0 ? countOf(newCards, 'new card') : 'no new cards',
    mocks > 0
      ? `${countOf(mocks, 'mock interview')} with ${mocks === 1 ? 'its' : 'their'} time kept`
      : 'no mock interview',
  ];
  return `${parts.join(', ')}.`;
}

/** The plan in one line for today’s screen. */
export function describePlanLine(plan: Plan): string {
  const mock =
    plan.today.mockMinutes > 0 ? ` Today also a mock interview of ${plan.today.mockMinutes} minutes.` : '';
  return `Interview in ${countOf(plan.daysLeft, 'day')}: about ${formatShare(plan.recall.with)} known on the day if you keep to the plan.${mock}`;
}
