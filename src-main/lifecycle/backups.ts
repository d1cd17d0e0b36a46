import type { WebContents } from 'electron';
import type { Clock } from '../clock.ts';
import type { BackupKeeper } from '../services/backups/keeper.ts';

const TICK_MS = 60_000;
/** The first cards come first. */
const BEGIN_MS = 4_000;

/** Backs the profile up by itself: once the page is there, and while it is open. Answers with what stops it. */
export function runBackups(
  backups: BackupKeeper,
  clock: Clock,
  page: WebContents,
  log: (error: unknown) => void,
): () => void {
  const tell = (work: Promise<boolean>): void => {
    work
      .catch(error => {
        log(error);
        return true;
      })
      .then(isNews => {
        if (isNews && !page.isDestroyed()) page.send('backups:made');
      });
  };
  let begin: NodeJS.Timeout | undefined;
  page.once('did-finish-load', () => {
    begin = setTimeout(() => tell(backups.begin(clock.now())), BEGIN_MS);
  });
  const timer = setInterval(() => tell(backups.tick(clock.now())), TICK_MS);
  return () => {
    clearTimeout(begin);
    clearInterval(timer);
  };
}
