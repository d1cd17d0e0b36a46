import { type ReactNode, useEffect, useState } from 'react';
import { formatClock, sayTimeLeft } from './wording.ts';

/** Time left as it was told, and the page's own clock then. */
export type ToldTime = { leftMs: number; running: boolean; readAtMs: number };

/**
 * Whole seconds left, counted from a deadline: a tick that comes late, or a window that was hidden, shows the right
 * time all the same.
 */
export function useSecondsLeft({ leftMs, running, readAtMs }: ToldTime): number {
  const count = (): number => {
    const gone = running ? Math.max(0, performance.now() - readAtMs) : 0;
    return Math.max(0, Math.ceil((leftMs - gone) / 1000));
  };
  const [leftS, setLeftS] = useState(count);
  useEffect(() => {
    const tick = (): void => {
      const gone = running ? Math.max(0, performance.now() - readAtMs) : 0;
      setLeftS(Math.max(0, Math.ceil((leftMs - gone) / 1000)));
    };
    tick();
    if (!running) return;
    const timer = setInterval(tick, 250);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [leftMs, running, readAtMs]);
  return leftS;
}

type TimeLeftProps = { leftS: number; running: boolean; minutes: number };

/** The time left, large; and in words, which are read out politely, at half of it, at five minutes and at one. */
export function TimeLeft({ leftS, running, minutes }: TimeLeftProps): ReactNode {
  return (
    <div className="time" data-low={(running && leftS <= 60) || undefined}>
      <p className="time-said" role="status">
        {running ? sayTimeLeft(leftS, minutes * 60) : 'The clock stands still.'}
      </p>
      <p className="time-left" role="timer" aria-label="Time left">
        {formatClock(leftS)}
      </p>
    </div>
  );
}
