import type { ReactNode } from 'react';
import { formatTime } from '../../../src-shared/domain/statistics/figures.ts';
import { countOf, formatDay } from '../../../src-shared/domain/wording.ts';
import type { TalliedStatistics } from '../../../src-shared/ipc/stats-contract.ts';
import { Plot } from '../../components/plot.tsx';
import { BarPlot } from './bar-plot.tsx';
import { describeForecast } from './work-words.ts';

/** The work that comes. */
export function AheadSection({ statistics }: { statistics: TalliedStatistics }): ReactNode {
  const { forecast, laterDate } = statistics;
  return (
    <Plot
      title="The next 30 days"
      says={describeForecast(forecast, laterDate !== null)}
      table={{
        head: ['Day', 'Reviews', 'New cards', 'Minutes', 'Left for the next day'],
        rows: forecast.map(({ date, reviews, newCards, minutes, waiting }) => [
          formatDay(date, 'long'),
          reviews,
          newCards,
          Math.round(minutes),
          waiting,
        ]),
      }}
    >
      <BarPlot
        series={['reviews', 'new cards']}
        height={180}
        data={forecast.map(({ date, reviews, newCards, minutes }) => ({
          label: formatDay(date, 'short'),
          tip: [
            formatDay(date, 'long'),
            countOf(reviews, 'review'),
            countOf(newCards, 'new card'),
            formatTime(minutes),
          ],
          values: [reviews, newCards],
        }))}
      />
    </Plot>
  );
}
