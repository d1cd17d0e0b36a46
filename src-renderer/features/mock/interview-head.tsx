import type { ReactNode } from 'react';
import type { PhaseId } from '../../../src-shared/domain/mock/phases.ts';
import { TimeLeft } from './time-left.tsx';
import type { Interview } from './use-interview.ts';

type InterviewHeadProps = { interview: Interview; readAtMs: number; onPhase(phase: PhaseId): void };

/** The title, the time left, and the phases with the minutes suggested for each. */
export function InterviewHead({ interview, readAtMs, onPhase }: InterviewHeadProps): ReactNode {
  const { view } = interview;
  return (
    <header className="interview-head">
      <div className="interview-title">
        <h1>{view.title}</h1>
        {view.mode === 'practice' && (
          <button type="button" className="button" onClick={() => interview.pause(view.clock.running)}>
            {view.clock.running ? 'Pause' : 'Go on'}
          </button>
        )}
        <TimeLeft clock={view.clock} minutes={view.minutes} readAtMs={readAtMs} />
      </div>
      <ol className="phases" aria-label="Phases">
        {view.phases.map(({ phase, name, minutes }) => (
          <li key={phase}>
            <button
              type="button"
              className="phase"
              aria-current={phase === view.phase ? 'step' : undefined}
              onClick={() => onPhase(phase)}
            >
              {name} <span className="muted">{minutes} min</span>
            </button>
          </li>
        ))}
      </ol>
    </header>
  );
}
