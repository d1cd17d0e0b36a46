import type { ReactNode } from 'react';

/** What all charts share: nothing moves, and ink, rules and figures are those of the page. */
export const still = { isAnimationActive: false } as const;
export const tick = { fill: 'var(--ink-quiet)', fontSize: 12 } as const;
export const xAxis = { tick, tickLine: false, axisLine: { stroke: 'var(--rule-strong)' } } as const;
export const yAxis = { tick, tickLine: false, axisLine: false, width: 44 } as const;
export const grid = { stroke: 'var(--rule)', vertical: false } as const;
export const margin = { top: 8, right: 4, bottom: 0, left: 0 } as const;
export const cursor = { fill: 'var(--pen-wash)', stroke: 'none' } as const;

/** How a chart fills its place. The keyboard has the table instead of it. */
export function chartFrame(height: number) {
  return { responsive: true, accessibilityLayer: false, style: { width: '100%', height }, margin } as const;
}

type PlotTipProps<T> = {
  /** What is said of a datum, the first line as its head. */
  write(datum: T): readonly string[];
  /** Given by the chart. */
  active?: boolean;
  payload?: readonly { payload?: T }[];
};

/** A tooltip over a datum. */
export function PlotTip<T>({ write, active, payload }: PlotTipProps<T>): ReactNode {
  const datum = payload?.[0]?.payload;
  if (!active || datum === undefined) return null;
  const [first, ...others] = write(datum);
  return (
    <div className="plot-tip">
      <strong>{first}</strong>
      {others.map(line => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

/** What each colour of a chart stands for. */
export function PlotKey({ entries }: { entries: readonly { name: string; mark: string }[] }): ReactNode {
  return (
    <p className="plot-key">
      {entries.map(({ name, mark }) => (
        <span key={name} className={`plot-mark plot-mark-${mark}`}>
          {name}
        </span>
      ))}
    </p>
  );
}
