import type { ReactNode } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { MockView } from '../../../src-shared/ipc/mock-contract.ts';

/** Puts focus on the heading of the phase, where its keys are. */
export function focusPhaseTitle(): void {
  document.getElementById('phase-title')?.focus();
}

type PhaseTitleProps = { view: MockView; children?: ReactNode };

/** The heading of a phase, where focus goes when it begins; beside it how it stands. */
export function PhaseTitle({ view, children }: PhaseTitleProps): ReactNode {
  const here = view.phases.find(({ phase }) => phase === view.phase);
  return (
    <div className="phase-head">
      <h2
        id="phase-title"
        className="phase-name"
        tabIndex={-1}
        aria-label={`${here?.name}, ${countOf(here?.minutes ?? 0, 'minute')} suggested`}
      >
        {here?.name}
      </h2>
      {children && <p className="phase-state">{children}</p>}
    </div>
  );
}
