import type { ReactNode } from 'react';
import { ROUND_MS } from '../../../src-shared/domain/mock/round-answer.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useSecondsLeft } from '../mock/time-left.tsx';
import { formatClock, sayTimeLeft } from '../mock/wording.ts';
import type { Round } from './use-round.ts';
import { describePlace, roundNames } from './wording.ts';

type RoundHeadProps = { round: Round; index: number; onEnd(): void };

/** The slim line above a decision: how far the round is, and the time left. */
export function RoundHead({ round, index, onEnd }: RoundHeadProps): ReactNode {
  const { view, readAtMs } = round;
  const leftS = useSecondsLeft({ leftMs: view.leftMs, running: view.running, readAtMs });
  return (
    <header className="review-head">
      <h1 className="review-topic">{roundNames[view.kind]}</h1>
      <p className="review-progress">{describePlace(index, view)}</p>
      <div className="review-tools">
        {view.result === null && (
          <>
            <p className="round-time" role="timer" aria-label="Time left" data-low={leftS <= 60 || undefined}>
              {formatClock(leftS)}
            </p>
            <p className="visually-hidden" role="status">
              {sayTimeLeft(leftS, ROUND_MS / 1000)}
            </p>
          </>
        )}
        <button type="button" className="button button-quiet" onClick={onEnd}>
          End
          <KeyHint>Esc</KeyHint>
        </button>
      </div>
      <progress
        className="progress-line"
        aria-hidden="true"
        // The diagnostic is as long as its decisions, a quick round as its time.
        max={view.of ?? ROUND_MS / 1000}
        value={view.of === null ? ROUND_MS / 1000 - leftS : index}
      />
    </header>
  );
}
