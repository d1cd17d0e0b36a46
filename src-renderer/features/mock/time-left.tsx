import { type ReactNode, useEffect, useState } from 'react';
import type { MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { useNotices } from '../../components/notices.tsx';
import { formatClock, sayTimeLeft } from './wording.ts';

type TimeLeftProps = { clock: MockView['clock']; minutes: number; readAtMs: number };

/** The time left, counted from what the main process told; a tick that comes late shows the right time all the same. */
export function TimeLeft({ clock, minutes, readAtMs }: TimeLeftProps): ReactNode {
  const { announce } = useNotices();
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    if (!clock.running) return;
    const timer = setInterval(() => setNowMs(performance.now()), 250);
    return () => clearInterval(timer);
  }, [clock.running]);
  const gone = clock.running ? Math.max(0, Math.max(nowMs, readAtMs) - readAtMs) : 0;
  const leftS = Math.max(0, Math.ceil((clock.leftMs - gone) / 1000));
  const said = sayTimeLeft(leftS, minutes * 60);
  useEffect(() => {
    if (said) announce(said);
  }, [said, announce]);
  return (
    <p className="time-left" role="timer" aria-label="Time left" data-low={leftS <= 60 || undefined}>
      {formatClock(leftS)}
      {!clock.running && <span className="muted"> paused</span>}
    </p>
  );
}
