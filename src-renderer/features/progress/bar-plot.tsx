import type { ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import {
  chartFrame,
  cursor,
  grid,
  PlotKey,
  PlotTip,
  still,
  xAxis,
  yAxis,
} from '../../components/chart-parts.tsx';

/** One bar (or a stack of them, the first at the bottom) over its label. */
export type BarDatum = {
  label: string /** What the tooltip says, the first line as its head. */;
  tip: readonly string[];
  values: readonly number[];
};

type BarPlotProps = {
  data: readonly BarDatum[];
  /** The parts of a stack by name; one where bars are whole. */
  series: readonly string[];
  unit?: string;
  /** Upper end of the scale; that of the data where it is left out. */
  most?: number;
  /** Parts side by side and not on each other. */
  grouped?: boolean;
  height?: number;
};

const writeTip = ({ tip }: BarDatum): readonly string[] => tip;

/** Bars over time or classes. */
export function BarPlot({
  data,
  series,
  unit = '',
  most,
  grouped = false,
  height = 150,
}: BarPlotProps): ReactNode {
  return (
    <>
      <BarChart data={[...data]} {...chartFrame(height)} barCategoryGap="18%">
        <CartesianGrid {...grid} />
        <XAxis dataKey="label" {...xAxis} interval="preserveStartEnd" minTickGap={16} />
        <YAxis {...yAxis} allowDecimals={false} unit={unit} domain={[0, most ?? 'auto']} />
        <Tooltip content={<PlotTip write={writeTip} />} cursor={cursor} {...still} />
        {series.map((name, index) => (
          <Bar
            key={name}
            name={name}
            dataKey={(datum: BarDatum) => datum.values[index] ?? 0}
            {...(grouped ? {} : { stackId: 'all' })}
            fill={index === 0 ? 'var(--plot-1)' : grouped ? 'var(--plot-3)' : 'var(--plot-2)'}
            {...still}
          />
        ))}
      </BarChart>
      {series.length > 1 && (
        <PlotKey
          entries={series.map((name, index) => ({ name, mark: index === 0 ? '1' : grouped ? '3' : '2' }))}
        />
      )}
    </>
  );
}
