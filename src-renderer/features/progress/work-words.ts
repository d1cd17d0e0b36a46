import { formatHour, formatTime, percent } from '../../../src-shared/domain/statistics/figures.ts';
import type { Share } from '../../../src-shared/domain/statistics/share.ts';
import { countOf, formatCount, formatDay } from '../../../src-shared/domain/wording.ts';
import type { Statistics } from '../../../src-shared/ipc/stats-contract.ts';

/** The whole of what was done. */
export function describeActivity({ activity }: Pick<Statistics, 'activity'>): string {
  const { answers, minutes, studiedDays, longestRow } = activity;
  const time = minutes > 0 ? ` in ${formatTime(minutes)}` : '';
  const row = longestRow > 1 ? `, at most ${longestRow} in a row` : '';
  return `You gave ${formatCount(answers)} answer${answers === 1 ? '' : 's'}${time}, on ${countOf(studiedDays, 'day')}${row}.`;
}

/** Days that the plots of answers and minutes show. */
export const recentDays = 30;

/** Answers and minutes of the last days. */
export function describeRecent(days: Statistics['activity']['days']): string {
  const studied = days.filter(({ answers }) => answers > 0);
  if (studied.length === 0) return `Nothing in the last ${recentDays} days.`;
  const mean = (pick: (day: (typeof days)[number]) => number): number =>
    studied.reduce((sum, day) => sum + pick(day), 0) / studied.length;
  const minutes = mean(day => day.minutes);
  const time = minutes > 0 ? ` and ${formatTime(minutes)}` : '';
  return `You studied on ${studied.length} of the last ${days.length} days, with about ${countOf(Math.round(mean(day => day.answers)), 'answer')}${time} on each.`;
}

/** Reviews in an hour from which on it is held against another. */
const reviewsForHour = 30;

/** When the person answers, and whether an hour stands out in what is remembered. */
export function describeHours(hours: NonNullable<Statistics['hours']['value']>): string {
  const [busiest] = hours.toSorted((a, b) => b.answers - a.answers);
  const told = hours.filter(({ reviews }) => reviews.of >= reviewsForHour);
  const byShare = told.toSorted((a, b) => (a.reviews.share ?? 0) - (b.reviews.share ?? 0));
  const [worst, best] = [byShare[0], byShare.at(-1)];
  const most = busiest
    ? `Most of your answers fall between ${formatHour(busiest.hour)} and ${formatHour(busiest.hour + 1)}.`
    : '';
  if (!worst || !best || !isApart(worst.reviews, best.reviews))
    return `${most} No hour stands out in what you remember.`;
  return `${most} You remember more at ${formatHour(best.hour)} (${percent(best.reviews.share)}) than at ${formatHour(worst.hour)} (${percent(worst.reviews.share)}).`;
}

/** True where chance does not explain the difference: the intervals do not touch. */
function isApart(low: Share, high: Share): boolean {
  return low.high < high.low;
}

/** What the next days hold. `planned` where an interview plan chooses the day's cards instead. */
export function describeForecast(forecast: Statistics['forecast'], planned: boolean): string {
  const sum = (pick: (day: (typeof forecast)[number]) => number): number =>
    forecast.reduce((all, day) => all + pick(day), 0);
  const [reviews, fresh, minutes] = [
    sum(day => day.reviews),
    sum(day => day.newCards),
    sum(day => day.minutes),
  ];
  if (reviews + fresh === 0) return `Nothing is due in the next ${forecast.length} days.`;
  const [busiest] = forecast.toSorted((a, b) => b.minutes - a.minutes);
  const work = [reviews > 0 && countOf(reviews, 'review'), fresh > 0 && countOf(fresh, 'new card')]
    .filter(Boolean)
    .join(' and ');
  const most = busiest
    ? `; the most is ${formatTime(busiest.minutes)} on ${formatDay(busiest.date, 'long')}`
    : '';
  const then = planned
    ? 'Until the interview your plan chooses among them.'
    : 'What you answer until then adds to the later days.';
  return `As things stand, the next ${forecast.length} days hold ${work}, about ${formatTime(minutes / forecast.length)} a day${most}. ${then}`;
}

/** How far the cards have come. */
export function describeStages({ all }: Statistics['stages']): string {
  const cards = Object.values(all).reduce((sum, count) => sum + count, 0);
  const met = all.learning + all.young + all.mature;
  if (met === 0) return `None of ${countOf(cards, 'card')} met yet.`;
  const verb = all.mature === 1 ? 'rests' : 'rest';
  return `You have met ${met} of ${countOf(cards, 'card')}; ${all.mature} of them ${verb} three weeks or longer between reviews.`;
}

export function describeStability({
  medianStability,
}: NonNullable<Statistics['histograms']['value']>): string {
  return `Half of your cards stay at 90 % for ${countOf(Math.round(medianStability), 'day')} or longer.`;
}

export function describeDifficulty({
  medianDifficulty,
}: NonNullable<Statistics['histograms']['value']>): string {
  return `On FSRS’s scale from 1 (easy) to 10, half of your cards are at ${medianDifficulty.toFixed(1)} or above.`;
}
