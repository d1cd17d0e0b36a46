import type { ReactNode } from 'react';
import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import {
  listMarks,
  percent,
  percentOf,
  percentRange,
} from '../../../src-shared/domain/statistics/figures.ts';
import type { Statistics } from '../../../src-shared/ipc/stats-contract.ts';
import { chartFrame, grid, PlotKey, PlotTip, still, xAxis, yAxis } from '../../components/chart-parts.tsx';

type Bin = NonNullable<Statistics['calibration']['value']>['bins'][number];
type Datum = { x: number; y: number; error: [number, number]; bin: Bin };

const writeTip = ({ bin }: Datum): string[] => [
  `Expected ${percent(bin.predicted)}`,
  `remembered ${percentOf(bin.happened)}`,
  `95 % interval ${percentRange(bin.happened)}`,
];

/** What was expected against what happened; on the diagonal the two agree. */
export function CalibrationPlot({ bins }: { bins: readonly Bin[] }): ReactNode {
  const data = bins.map((bin): Datum => {
    const y = bin.happened.share ?? 0;
    return { x: bin.predicted, y, error: [y - bin.happened.low, bin.happened.high - y], bin };
  });
  const expected = readAxis(bins.map(({ predicted }) => predicted));
  const happened = readAxis(bins.map(bin => bin.happened.low));
  const from = Math.max(expected.domain[0], happened.domain[0]);
  return (
    <>
      <ScatterChart {...chartFrame(240)}>
        <CartesianGrid {...grid} />
        <XAxis dataKey="x" {...xAxis} {...expected} />
        <YAxis dataKey="y" {...yAxis} {...happened} />
        <Tooltip content={<PlotTip write={writeTip} />} cursor={false} {...still} />
        <ReferenceLine
          segment={[
            { x: from, y: from },
            { x: 1, y: 1 },
          ]}
          stroke="var(--ink-quiet)"
          strokeDasharray="2 4"
        />
        <Scatter data={data} fill="var(--plot-1)" {...still}>
          <ErrorBar
            dataKey="error"
            direction="y"
            width={6}
            stroke="var(--plot-1)"
            strokeWidth={1.5}
            {...still}
          />
        </Scatter>
      </ScatterChart>
      <PlotKey
        entries={[
          { name: 'remembered, with its 95 % interval, over what was expected', mark: 'dot' },
          { name: 'where the two agree', mark: 'dotted' },
        ]}
      />
    </>
  );
}

/** An axis of shares that holds these values and ends at 1. */
function readAxis(values: readonly number[]) {
  const ticks = listMarks(Math.min(...values));
  const domain: [number, number] = [ticks[0] ?? 0, 1];
  return { type: 'number', domain, ticks, tickFormatter: percent } as const;
}
