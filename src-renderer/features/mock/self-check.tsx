import { type ReactNode, useEffect, useRef, useState } from 'react';
import { KeyHint } from '../../components/key-hint.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { formatClock } from './wording.ts';

/** How long one speaks. */
const SPEAK_S = 60;

/** A minute to say the design aloud, beside a model answer. Nothing of it is scored. */
export function SelfCheck({ lines, onDone }: { lines: readonly string[]; onDone(): void }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [beganMs] = useState(() => performance.now());
  const [nowMs, setNowMs] = useState(beganMs);
  useEffect(() => {
    heading.current?.focus();
    const timer = setInterval(() => setNowMs(performance.now()), 250);
    return () => clearInterval(timer);
  }, []);
  useKeys(({ key, repeat, focus }) => {
    if ((key !== 'Enter' && key !== 'Escape') || repeat || focus === 'control') return false;
    onDone();
    return true;
  });
  const leftS = Math.max(0, Math.ceil(SPEAK_S - (nowMs - beganMs) / 1000));
  return (
    <main className="page">
      <h1 ref={heading} tabIndex={-1}>
        Say your design aloud
      </h1>
      <p className="time-left" role="timer" aria-label="Time to speak">
        {formatClock(leftS)}
      </p>
      <p className="muted">
        A minute, as at the end of an interview. Compare with this; nothing of it is scored.
      </p>
      <div className="reading">
        {lines.map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <button type="button" className="button button-main" onClick={onDone}>
        To the report
        <KeyHint>Enter</KeyHint>
      </button>
    </main>
  );
}
