import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { MockReport } from '../../../src-shared/ipc/report-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { useSecondsLeft } from './time-left.tsx';
import { formatClock } from './wording.ts';

/** How long one speaks. */
const SPEAK_MS = 60_000;

/** A minute to say the design aloud, beside a model answer. Nothing of it is scored. */
export function SelfCheck({ report, onDone }: { report: MockReport; onDone(): void }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [readAtMs] = useState(() => performance.now());
  const leftS = useSecondsLeft({ leftMs: SPEAK_MS, running: true, readAtMs });
  useEffect(() => heading.current?.focus(), []);
  useKeys(({ key, repeat, focus }) => {
    if ((key !== 'Enter' && key !== 'Escape') || repeat || focus === 'control') return false;
    onDone();
    return true;
  });
  return (
    <>
      <main className="page page-wide self-check">
        <div className="self-check-speak">
          <h1 ref={heading} tabIndex={-1}>
            Say your design aloud
          </h1>
          <p className="countdown" role="timer" aria-label="Time to speak">
            {formatClock(leftS)}
          </p>
          <p className="reading">
            A minute, as at the end of an interview: what you chose, and the fact that made you. Nothing of it
            is scored or recorded.
          </p>
          <p className="muted" role="status">
            {leftS === 0 && 'The minute is over.'}
          </p>
        </div>
        <section aria-labelledby="model-title" className="self-check-model">
          <h2 id="model-title" className="section-title">
            A model answer to {report.attempt.title}
          </h2>
          <div className="reading">
            {report.modelAnswer.map(line => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </section>
      </main>
      <footer className="foot">
        <button type="button" className="button button-main" onClick={onDone}>
          To the report
          <KeyHint>Enter</KeyHint>
        </button>
      </footer>
    </>
  );
}
