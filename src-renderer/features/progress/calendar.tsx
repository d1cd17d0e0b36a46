import type { ReactNode } from 'react';
import { countOf, formatDay } from '../../../src-shared/domain/wording.ts';
import type { Statistics } from '../../../src-shared/ipc/stats-contract.ts';

type Day = Statistics['activity']['days'][number];

const step = 13;
const side = 11;
const margin = 30;
const top = 18;

/** A year of days as a grid of weeks, darker where more was answered. The first day is a Monday. */
export function Calendar({ days }: { days: readonly Day[] }): ReactNode {
  const levels = findLevels(days);
  const weeks = Math.ceil(days.length / 7);
  return (
    <svg
      className="calendar"
      viewBox={`0 0 ${weeks * step + margin} ${top + 7 * step}`}
      // Where there is less room, the earlier weeks are cut off.
      preserveAspectRatio="xMaxYMid slice"
    >
      <title>Answers by day</title>
      {['Mon', 'Wed', 'Fri'].map((name, index) => (
        <text key={name} x={weeks * step + 3} y={top + (index * 2 + 0.75) * step}>
          {name}
        </text>
      ))}
      {listMonths(days).map(({ name, week }) => (
        <text key={week} x={week * step} y={top - 6}>
          {name}
        </text>
      ))}
      {days.map(({ date, answers }, index) => (
        <rect
          key={date}
          className={`calendar-${levels.filter(level => answers >= level).length}`}
          x={Math.floor(index / 7) * step}
          y={top + (index % 7) * step}
          width={side}
          height={side}
        >
          <title>{`${formatDay(date, 'long')}: ${answers === 0 ? 'nothing' : countOf(answers, 'answer')}`}</title>
        </rect>
      ))}
    </svg>
  );
}

/** From how many answers on a day is darker: anything, then the quartiles of the days that were studied. */
function findLevels(days: readonly Day[]): number[] {
  const counts = days.flatMap(({ answers }) => (answers > 0 ? [answers] : [])).sort((a, b) => a - b);
  const at = (share: number): number => counts[Math.floor(share * counts.length)] ?? Number.POSITIVE_INFINITY;
  return [1, at(0.25) + 1, at(0.5) + 1, at(0.75) + 1];
}

/** The months by the week that holds their first day; one that would touch the next is left out. */
function listMonths(days: readonly Day[]): { name: string; week: number }[] {
  const firsts = days.flatMap(({ date }, index) =>
    date.endsWith('-01')
      ? [{ name: formatDay(date, 'short').replace('1 ', ''), week: Math.floor(index / 7) }]
      : [],
  );
  return firsts.filter(({ week }) => week < Math.ceil(days.length / 7) - 1);
}
