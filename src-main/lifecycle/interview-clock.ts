import { powerMonitor } from 'electron';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import type { Clock } from '../clock.ts';

const TICK_MS = 1000;

/** What runs against a clock; "true" says that its time was up, and it ended. */
type Timed = { tick(at: Instant): boolean; sleep(): void; wake(at: Instant): boolean };

/**
 * Runs the clock of the open mock interview, or of the running round: it ends here when its time is up, whether or
 * not the page looks. Answers with what stops it.
 */
export function runInterviewClock(
  timed: Timed,
  clock: Clock,
  onOver: () => void,
  log: (error: unknown) => void,
): () => void {
  const attempt = (work: () => boolean): void => {
    try {
      if (work()) onOver();
    } catch (error) {
      log(error);
    }
  };
  const sleep = (): void => timed.sleep();
  const wake = (): void => attempt(() => timed.wake(clock.now()));
  const timer = setInterval(() => attempt(() => timed.tick(clock.now())), TICK_MS);
  powerMonitor.on('suspend', sleep);
  powerMonitor.on('resume', wake);
  return () => {
    clearInterval(timer);
    powerMonitor.off('suspend', sleep);
    powerMonitor.off('resume', wake);
  };
}
