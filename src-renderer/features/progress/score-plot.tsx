import type { ReactNode } from 'react';
import { CartesianGrid, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatDay } from '../../../src-shared/domain/wording.ts';
import type { Statistics } from '../../../src-shared/ipc/stats-contract.ts';
import { chartFrame, grid, PlotKey, PlotTip, still, xAxis, yAxis } from '../../components/chart-parts.tsx';

type Attempt = Statistics['mocks']['attempts'][number];
type Datum = Attempt & { place: number };

const writeTip = ({ title, date, total, repeat }: Datum): string[] => [
  title,
  formatDay(date, 'long'),
  `${Math.round(total)} points${repeat ? ', repeat' : ''}`,
];

/** The score of every attempt in order; repeats are hollow. */
export function ScorePlot({ attempts }: { attempts: readonly Attempt[] }): ReactNode {
  const data = attempts.map((attempt, index): Datum => ({ ...attempt, place: index + 1 }));
  return (
    <>
      <ScatterChart {...chartFrame(180)}>
        <CartesianGrid {...grid} />
        <XAxis
          dataKey="place"
          type="number"
          domain={[0.5, data.length + 0.5]}
          ticks={data.map(({ place }) => place)}
          minTickGap={16}
          {...xAxis}
        />
        <YAxis dataKey="total" type="number" domain={[0, 100]} {...yAxis} />
        <Tooltip content={<PlotTip write={writeTip} />} cursor={false} {...still} />
        <Scatter data={data.filter(({ repeat }) => !repeat)} fill="var(--plot-1)" line {...still} />
        <Scatter
          data={data.filter(({ repeat }) => repeat)}
          fill="var(--paper)"
          stroke="var(--plot-2)"
          strokeWidth={2}
          {...still}
        />
      </ScatterChart>
      <PlotKey
        entries={[
          { name: 'first at its prompt', mark: 'dot' },
          { name: 'repeat', mark: 'open' },
        ]}
      />
    </>
  );
}
