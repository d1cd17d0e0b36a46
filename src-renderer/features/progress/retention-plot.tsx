import type { ReactNode } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { listMarks, percent, percentOf } from '../../../src-shared/domain/statistics/figures.ts';
import type { Share } from '../../../src-shared/domain/statistics/share.ts';
import { formatDay } from '../../../src-shared/domain/wording.ts';
import type { Statistics } from '../../../src-shared/ipc/stats-contract.ts';
import { chartFrame, grid, PlotKey, PlotTip, still, xAxis, yAxis } from '../../components/chart-parts.tsx';

type Retention = NonNullable<Statistics['retention']['value']>;
type Week = Retention['weeks'][number];

const writeTip = ({ date, young, mature }: Week): string[] => [
  `Week of ${formatDay(date, 'short')}`,
  `young ${percentOf(young)}`,
  `mature ${percentOf(mature)}`,
];

/** Reviews from which on a week is drawn: of fewer, one more or less would throw the line about. */
const reviewsForWeek = 5;

/** Share remembered by week, of young and of mature cards, with the target. Weeks with few reviews leave a gap. */
export function RetentionPlot({ weeks, target }: Retention): ReactNode {
  const drawn = weeks.slice(weeks.findIndex(({ all }) => all.of > 0));
  const shareOf = ({ of, share }: Share): number | null => (of < reviewsForWeek ? null : share);
  const shares = drawn.flatMap(({ young, mature }) => [shareOf(young) ?? 1, shareOf(mature) ?? 1]);
  const ticks = listMarks(Math.min(target, ...shares));
  return (
    <>
      <LineChart data={drawn} {...chartFrame(200)}>
        <CartesianGrid {...grid} />
        <XAxis
          dataKey="date"
          {...xAxis}
          tickFormatter={(date: string) => formatDay(date, 'short')}
          interval="preserveStartEnd"
          minTickGap={24}
        />
        <YAxis {...yAxis} domain={[ticks[0] ?? 0, 1]} ticks={ticks} tickFormatter={percent} />
        <Tooltip
          content={<PlotTip write={writeTip} />}
          cursor={{ stroke: 'var(--rule-strong)' }}
          {...still}
        />
        <ReferenceLine y={target} stroke="var(--ink-quiet)" strokeDasharray="2 4" />
        <Line
          dataKey={(week: Week) => shareOf(week.young)}
          stroke="var(--plot-1)"
          strokeWidth={2}
          dot={{ r: 3, fill: 'var(--plot-1)', stroke: 'none' }}
          {...still}
        />
        <Line
          dataKey={(week: Week) => shareOf(week.mature)}
          stroke="var(--plot-2)"
          strokeWidth={2}
          strokeDasharray="6 3"
          dot={{ r: 3.5, fill: 'var(--paper)', stroke: 'var(--plot-2)', strokeDasharray: 'none' }}
          {...still}
        />
      </LineChart>
      <PlotKey
        entries={[
          { name: 'young cards', mark: '1' },
          { name: 'mature cards', mark: 'open' },
          { name: `target ${percent(target)}`, mark: 'dotted' },
        ]}
      />
    </>
  );
}
