import type { ReactNode } from 'react';
import type { PhaseId } from '../../../src-shared/domain/mock/phases.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { TimeLeft, useSecondsLeft } from './time-left.tsx';
import type { Interview } from './use-interview.ts';
import { fillPhases } from './wording.ts';

type InterviewHeadProps = { interview: Interview; onPhase(phase: PhaseId): void };

/** The title, the time left, and the phases: under each, how much of its suggested minutes the clock has used. */
export function InterviewHead({ interview, onPhase }: InterviewHeadProps): ReactNode {
  const { view, readAtMs } = interview;
  const { clock, phases, minutes, mode } = view;
  const leftS = useSecondsLeft({ ...clock, readAtMs });
  const filled = fillPhases(phases, minutes * 60 - leftS);
  const here = phases.findIndex(({ phase }) => phase === view.phase);
  return (
    <header className="interview-head">
      <div className="interview-title">
        <h1>{view.title}</h1>
        <p className="muted">
          {view.level} · {mode}
        </p>
      </div>
      <div className="interview-clock">
        {mode === 'practice' && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => interview.pause(clock.running)}
          >
            {clock.running ? 'Pause' : 'Go on'}
            <KeyHint>p</KeyHint>
          </button>
        )}
        <TimeLeft leftS={leftS} running={clock.running} minutes={minutes} />
      </div>
      <ol className="phases" aria-label="Phases">
        {phases.map(({ phase, name, minutes: suggested }, index) => (
          <li key={phase} data-past={index < here || undefined}>
            <button
              type="button"
              className="phase"
              aria-current={index === here ? 'step' : undefined}
              disabled={!clock.running}
              onClick={() => onPhase(phase)}
            >
              {name}{' '}
              <span className="phase-minutes">
                {suggested}
                <span className="visually-hidden">
                  {suggested === 1 ? ' minute suggested' : ' minutes suggested'}
                </span>
                <span aria-hidden="true"> min</span>
              </span>
            </button>
            <span className="phase-line" aria-hidden="true">
              <span style={{ width: `${100 * (filled[index] ?? 0)}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </header>
  );
}
