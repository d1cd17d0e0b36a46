import '../styles/plot.css';
import { type ReactNode, useId } from 'react';
import { describeThin, type Measured } from '../../src-shared/domain/statistics/enough.ts';

/** The figures behind a plot. The first column names each row. */
export type PlotTable = { head: readonly string[]; rows: readonly (readonly (string | number)[])[] };

type PlotProps = {
  title: string;
  /** What it means for this person, in a sentence. */
  says: string;
  table: PlotTable;
  /** The drawing; left out where the sentence and the table say it all. */
  children: ReactNode;
};

/** A plot with its title, what it means, and the same figures as a table behind a disclosure. */
export function Plot({ title, says, table, children }: PlotProps): ReactNode {
  const titleId = useId();
  return (
    <figure className="plot" aria-labelledby={titleId}>
      <h3 id={titleId} className="plot-title">
        {title}
      </h3>
      <p className="plot-says">{says}</p>
      <div className="plot-drawing" aria-hidden="true">
        {children}
      </div>
      <PlotDetails title={title} table={table} />
    </figure>
  );
}

/** A table behind a disclosure. */
export function PlotDetails({ title, table }: { title: string; table: PlotTable }): ReactNode {
  return (
    <details className="plot-details">
      <summary>
        As a table<span className="visually-hidden">: {title}</span>
      </summary>
      <div className="plot-scroll">
        <table className="plan-table">
          <thead>
            <tr>
              {table.head.map(name => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its column
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

type MeasuredPlotProps<T> = {
  title: string;
  measured: Measured<T>;
  /** What it is counted in: `reviews`. */
  noun: string;
  children(value: T): ReactNode;
};

/** A plot where there is enough for it, and else how far it is. */
export function MeasuredPlot<T>({ title, measured, noun, children }: MeasuredPlotProps<T>): ReactNode {
  if (measured.value !== null) return children(measured.value);
  const { have, need } = measured;
  return (
    <div className="plot">
      <h3 className="plot-title">{title}</h3>
      <p className="plot-says muted">{describeThin(measured, noun)}</p>
      <progress className="plot-progress" value={have} max={need} aria-hidden="true" />
    </div>
  );
}
