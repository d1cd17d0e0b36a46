import type { CSSProperties, ReactNode } from 'react';
import { percent, percentOf } from '../../../src-shared/domain/statistics/figures.ts';
import type { Share } from '../../../src-shared/domain/statistics/share.ts';

export type IntervalRow = {
  name: string;
  share: Share;
  /** A second figure to hold it against, drawn as a diamond. */
  other?: number | null;
};

type IntervalRowsProps = {
  rows: readonly IntervalRow[];
  /** A line through all rows. */
  target?: number;
  /** The lower end of the scale; the upper one is 1. */
  from?: number;
};

/** Shares as dots on their 95 % intervals, a row each. */
export function IntervalRows({ rows, target, from = 0 }: IntervalRowsProps): ReactNode {
  const place = (share: number): string => `${(Math.max(0, share - from) / (1 - from)) * 100}%`;
  const style = (at: Record<string, string>): CSSProperties => ({ ...at });
  return (
    <div className="intervals">
      {rows.map(({ name, share, other }) => (
        <div key={name} className="interval">
          <span className="interval-name">{name}</span>
          <span className="interval-track">
            {target !== undefined && (
              <span className="interval-target" style={style({ left: place(target) })} />
            )}
            {share.of > 0 && (
              <>
                <span
                  className="interval-span"
                  style={style({ left: place(share.low), right: `calc(100% - ${place(share.high)})` })}
                />
                <span className="interval-dot" style={style({ left: place(share.share ?? 0) })} />
              </>
            )}
            {other !== undefined && other !== null && (
              <span className="interval-other" style={style({ left: place(other) })} />
            )}
          </span>
          <span className="interval-figure">{percentOf(share)}</span>
        </div>
      ))}
      <div className="interval interval-scale">
        <span className="interval-track">
          {[from, (from + 1) / 2, 1].map(share => (
            <span key={share} style={style({ left: place(share) })}>
              {percent(share)}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}
