import { powerMonitor } from 'electron';
import type { Clock } from '../clock.ts';
import type { Interviews } from '../services/mocks/interview.ts';

const TICK_MS = 1000;

/**
 * Runs the clock of the open mock interview: it ends here when its time is up, whether or not the page looks.
 * Answers with what stops it.
 */
export function runInterviewClock(
  interviews: Interviews,
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
  const sleep = (): void => interviews.sleep();
  const wake = (): void => attempt(() => interviews.wake(clock.now()));
  const timer = setInterval(() => attempt(() => interviews.tick(clock.now())), TICK_MS);
  powerMonitor.on('suspend', sleep);
  powerMonitor.on('resume', wake);
  return () => {
    clearInterval(timer);
    powerMonitor.off('suspend', sleep);
    powerMonitor.off('resume', wake);
  };
}
