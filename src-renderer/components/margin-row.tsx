import type { ReactNode } from 'react';

type MarginRowProps = { label: ReactNode; children: ReactNode };

/** Text with its label hung in the margin, where there is room for one. */
export function MarginRow({ label, children }: MarginRowProps): ReactNode {
  return (
    <div className="margin-row">
      <h2 className="margin-label">{label}</h2>
      <div className="reading">{children}</div>
    </div>
  );
}
