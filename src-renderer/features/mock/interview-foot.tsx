import type { ReactNode } from 'react';
import { phaseNames } from '../../../src-shared/domain/mock/phases.ts';
import type { MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { type InterviewCommand, neighbourOf } from './interview-keys.ts';

type InterviewFootProps = { view: MockView; isNoting: boolean; run(command: InterviewCommand): void };

/** What leads on from a phase, with its keys. */
export function InterviewFoot({ view, isNoting, run }: InterviewFootProps): ReactNode {
  const next = neighbourOf(view.phase, 1);
  const before = neighbourOf(view.phase, -1);
  return (
    <footer className="interview-foot">
      {before && (
        <button
          type="button"
          className="button button-quiet"
          disabled={!view.clock.running}
          onClick={() => run({ do: 'phase', phase: before })}
        >
          {phaseNames[before]}
          <KeyHint>[</KeyHint>
        </button>
      )}
      {next && (
        <button
          type="button"
          className="button"
          disabled={!view.clock.running}
          onClick={() => run({ do: 'phase', phase: next })}
        >
          Next: {phaseNames[next]}
          <KeyHint>]</KeyHint>
        </button>
      )}
      <span className="interview-tools">
        <button
          type="button"
          className="button button-quiet"
          aria-pressed={isNoting}
          onClick={() => run({ do: 'notes' })}
        >
          Notes
          <KeyHint>n</KeyHint>
        </button>
        <button type="button" className="button button-quiet" onClick={() => run({ do: 'help' })}>
          Keys
          <KeyHint>?</KeyHint>
        </button>
        <button type="button" className="button button-quiet" onClick={() => run({ do: 'leave' })}>
          Leave
          <KeyHint>Esc</KeyHint>
        </button>
      </span>
    </footer>
  );
}
