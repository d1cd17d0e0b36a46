import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { KeyHint } from '../../components/key-hint.tsx';
import type { Command } from './review-keys.ts';
import type { Stage } from './session-state.ts';
import { formatCountdown } from './wording.ts';

type WaitPageProps = {
  view: Extract<Stage, { stage: 'wait' }>;
  run(command: Command): void;
  /** Called when the wait is over, and again at each tick until another page shows. */
  onOver(): void;
};

/** Only cards in their steps are left, and none is ready: how long, and a way to go on at once. */
export function WaitPage({ view, run, onOver }: WaitPageProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const leftMs = useTimeLeft(view.deadlineMs, onOver);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <main className="page">
        <h1 ref={heading} tabIndex={-1}>
          A short wait
        </h1>
        <p className="countdown" role="timer" aria-label="Time until the next card">
          {formatCountdown(leftMs)}
        </p>
        <p className="reading">
          {view.cards === 1 ? 'One card is' : `${view.cards} cards are`} still in{' '}
          {view.cards === 1 ? 'its' : 'their'} steps. A pause before a card comes again is what makes it
          stick. The next one comes by itself; or take it now.
        </p>
      </main>
      <footer className="foot">
        <div className="button-row">
          <button type="button" className="button button-main" onClick={() => run({ do: 'ahead' })}>
            Learn ahead
            <KeyHint>Enter</KeyHint>
          </button>
          <button type="button" className="button" onClick={() => run({ do: 'leave' })}>
            Back to today
            <KeyHint>Esc</KeyHint>
          </button>
        </div>
      </footer>
    </>
  );
}

/**
 * Milliseconds left until a deadline, recomputed on every tick and when the window shows again, since timers
 * of hidden windows are held back.
 */
function useTimeLeft(deadlineMs: number, onOver: () => void): number {
  const [leftMs, setLeftMs] = useState(() => deadlineMs - Date.now());
  const announceOver = useEffectEvent(onOver);
  useEffect(() => {
    const tick = (): void => {
      const left = deadlineMs - Date.now();
      setLeftMs(left);
      if (left <= 0) announceOver();
    };
    const timer = setInterval(tick, 500);
    document.addEventListener('visibilitychange', tick);
    tick();
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [deadlineMs]);
  return leftMs;
}
