import type { ReactNode } from 'react';
import { CartesianGrid, ComposedChart, Line, Scatter, Tooltip, XAxis, YAxis } from 'recharts';
import { nameRating, ratings } from '../../../src-shared/domain/rating.ts';
import type { CardHistory } from '../../../src-shared/domain/statistics/card-history.ts';
import { percent } from '../../../src-shared/domain/statistics/figures.ts';
import { formatStudyDay, type StudyDay } from '../../../src-shared/domain/study-day.ts';
import { formatDay } from '../../../src-shared/domain/wording.ts';
import { chartFrame, grid, PlotKey, PlotTip, still, xAxis, yAxis } from '../../components/chart-parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { describeHistory, describeStability } from './wording.ts';

type Review = CardHistory['reviews'][number];
type Point = CardHistory['curve'][number];

/** Where the curves can be told apart: what is asked in time seldom falls under it. */
const lowest = 0.5;
const wasForgotten = ({ rating }: Review): boolean => rating === ratings.again;
const nameDay = (day: StudyDay): string => formatDay(formatStudyDay(day), 'short');
/** How well one card was held: its forgetting curve from answer to answer, and each answer as a dot where it was asked. */
export function HistoryPlot({ history }: { history: CardHistory }): ReactNode {
  const { reviews, curve } = history;
  const low = Math.min(lowest, ...curve.flatMap(({ recall }) => (recall === null ? [] : [recall])));
  const floor = Math.floor(low * 10) / 10;
  const data = reviews.map(review => ({ ...review, height: review.recall ?? 1 }));
  const writeTip = ({ day, recall }: Point): string[] => [
    nameDay(day),
    ...(recall === null ? [] : [`recall expected ${percent(recall)}`]),
    ...reviews
      .filter(review => review.day === day)
      .map(({ rating, stability }) => `${nameRating(rating)}: stability ${describeStability({ stability })}`),
  ];
  return (
    <Plot
      title="How it was held"
      says={describeHistory(history)}
      table={{
        head: ['Day', 'Answer', 'Recall expected', 'Stability after'],
        rows: reviews.map(({ day, rating, recall, stability }) => [
          formatStudyDay(day),
          nameRating(rating),
          percent(recall),
          describeStability({ stability }),
        ]),
      }}
    >
      <ComposedChart {...chartFrame(150)}>
        <CartesianGrid {...grid} />
        <XAxis
          dataKey="day"
          type="number"
          domain={['dataMin', 'dataMax']}
          allowDecimals={false}
          tickFormatter={nameDay}
          minTickGap={32}
          {...xAxis}
        />
        <YAxis domain={[floor, 1]} ticks={[floor, (1 + floor) / 2, 1]} tickFormatter={percent} {...yAxis} />
        <Tooltip content={<PlotTip write={writeTip} />} cursor={false} {...still} />
        <Line
          data={curve}
          dataKey="recall"
          stroke="var(--plot-3)"
          strokeWidth={1.5}
          dot={false}
          tooltipType="none"
          {...still}
        />
        <Scatter
          data={data.filter(one => !wasForgotten(one))}
          dataKey="height"
          fill="var(--plot-1)"
          {...still}
        />
        <Scatter
          data={data.filter(wasForgotten)}
          dataKey="height"
          fill="var(--paper)"
          stroke="var(--plot-2)"
          strokeWidth={2}
          {...still}
        />
      </ComposedChart>
      <PlotKey
        entries={[
          { name: 'remembered', mark: 'dot' },
          { name: 'forgotten', mark: 'open' },
        ]}
      />
    </Plot>
  );
}
