import type { CSSProperties, ReactNode } from 'react';
import type { CountedStatistics } from '../../../src-shared/ipc/stats-contract.ts';

/** What a worker counts: there after a while, or not to be had; `retry` has it counted again. */
export type Counted = { value: CountedStatistics | undefined; isFailed: boolean; retry(): void };

/**
 * A plot that is being counted: its title, and the height in px of its drawing and all else that will stand under its
 * sentence; null where too little was answered for there to be one.
 */
export type Awaited = { title: string; height: number | null };

type CountedPartProps = {
  counted: Counted;
  /** The plots to come; those in a list of their own stand side by side. */
  awaited: readonly (Awaited | readonly Awaited[])[];
  children(value: CountedStatistics): ReactNode;
};

/** Plots of what is counted. Until it is there they keep their place, so that nothing moves when it comes. */
export function CountedPart({ counted, awaited, children }: CountedPartProps): ReactNode {
  const { value, isFailed, retry } = counted;
  if (value) return children(value);
  return (
    <>
      {/* What went wrong is announced by the notice of it. */}
      {isFailed && (
        <p className="reading">
          Your answers could not be counted.{' '}
          <button type="button" className="button-link" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      {awaited.map(one =>
        'title' in one ? (
          <AwaitedPlot key={one.title} {...one} isFailed={isFailed} />
        ) : (
          <div key={one[0]?.title} className="plot-pair">
            {one.map(each => (
              <AwaitedPlot key={each.title} {...each} isFailed={isFailed} />
            ))}
          </div>
        ),
      )}
    </>
  );
}

function AwaitedPlot({ title, height, isFailed }: Awaited & { isFailed: boolean }): ReactNode {
  const style: CSSProperties = height === null ? {} : { height };
  return (
    <div className={`plot ${height === null ? '' : 'plot-awaited'}`} aria-busy={!isFailed}>
      <h3 className="plot-title">{title}</h3>
      <p className="plot-says muted">{isFailed ? 'Not counted.' : 'Counting…'}</p>
      <div className="plot-drawing" style={style} />
    </div>
  );
}
