import type { WebContents } from 'electron';
import type { Clock } from '../clock.ts';
import type { BackupKeeper } from '../services/backups/keeper.ts';

const TICK_MS = 60_000;

/** Backs the profile up by itself: once the page is there, and while it is open. Answers with what stops it. */
export function runBackups(
  backups: BackupKeeper,
  clock: Clock,
  page: WebContents,
  log: (error: unknown) => void,
): () => void {
  page.once('did-finish-load', () => void backups.begin(clock.now()).catch(log));
  const timer = setInterval(() => void backups.tick(clock.now()).catch(log), TICK_MS);
  return () => clearInterval(timer);
}
