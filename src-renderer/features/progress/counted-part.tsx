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
  const [first] = awaited.flat();
  const draw = (one: Awaited): ReactNode => (
    <AwaitedPlot key={one.title} {...one} isBusy={!isFailed}>
      {!isFailed && 'Counting…'}
      {isFailed && one !== first && 'Not counted.'}
      {/* What went wrong is announced by the notice of it. */}
      {isFailed && one === first && (
        <>
          Your answers could not be counted.{' '}
          <button type="button" className="button-link" onClick={retry}>
            Try again
          </button>
        </>
      )}
    </AwaitedPlot>
  );
  return awaited.map(one =>
    'title' in one ? (
      draw(one)
    ) : (
      <div key={one[0]?.title} className="plot-pair">
        {one.map(draw)}
      </div>
    ),
  );
}

type AwaitedPlotProps = Awaited & {
  isBusy: boolean;
  /** How it stands with it. */
  children: ReactNode;
};

function AwaitedPlot({ title, height, isBusy, children }: AwaitedPlotProps): ReactNode {
  const style: CSSProperties = height === null ? {} : { height };
  return (
    <div className={height === null ? 'plot' : 'plot plot-awaited'} aria-busy={isBusy}>
      <h3 className="plot-title">{title}</h3>
      <p className="plot-says muted">{children}</p>
      <div className="plot-drawing" style={style} />
    </div>
  );
}
