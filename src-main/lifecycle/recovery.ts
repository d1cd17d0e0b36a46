import { app, type BrowserWindow, shell } from 'electron';
import type { Problem } from '../../src-shared/domain/problem.ts';
import type { Clock } from '../clock.ts';
import { registerRecovery } from '../ipc/recovery-handlers.ts';
import { appOrigin } from '../security/scheme.ts';
import { listChoices, putBackNewest, salvage, startAnew } from '../services/recovery/recover.ts';
import { findPlace } from '../windows/keep-window.ts';
import { focusWindow, openWindow } from '../windows/main-window.ts';
import { findBuilt, findIcon } from './folders.ts';

type Recovery = {
  profileDir: string;
  clock: Clock;
  problem: Problem;
  log(error: unknown): void;
  /** Opens the profile and its window. Throws where it still cannot be. */
  open(): BrowserWindow;
};

/** Shows what is wrong with a profile that cannot be opened, and what can be done about it. */
export function showRecovery({ profileDir, clock, problem, log, open }: Recovery): void {
  const window = openWindow(
    { preload: findBuilt('preload/recovery.cjs'), icon: findIcon(), page: 'recovery.html' },
    findPlace(profileDir),
    100,
  );
  const stop = registerRecovery(
    {
      'recovery:get': () => ({ problem, profile: profileDir, choices: listChoices(profileDir) }),
      'recovery:salvage': at => salvage(profileDir, at),
      'recovery:put-back': at => putBackNewest(profileDir, at),
      'recovery:start-anew': at => startAnew(profileDir, at),
      'recovery:open-folder': async () => {
        await shell.openPath(profileDir);
        return {};
      },
      'recovery:open': () => {
        const opened = open();
        window.off('closed', quit);
        app.off('second-instance', show);
        stop();
        opened.once('show', () => window.close());
        return {};
      },
    },
    { clock, origin: appOrigin, log },
  );
  const quit = (): void => app.quit();
  const show = (): void => focusWindow(window);
  app.on('second-instance', show);
  window.once('closed', quit);
}
