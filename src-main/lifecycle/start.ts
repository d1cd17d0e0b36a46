import { app, type BrowserWindow, nativeTheme } from 'electron';
import { z } from 'zod';
import type { CommandName } from '../../src-shared/ipc/commands.ts';
import type { Clock } from '../clock.ts';
import { explain } from '../ipc/answer.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { registerHandlers } from '../ipc/register.ts';
import { lockDown } from '../security/lock-down.ts';
import { appOrigin, serveFolders } from '../security/scheme.ts';
import { backUpBeforeMigration } from '../services/backups/before-migration.ts';
import { createBackupKeeper } from '../services/backups/keeper.ts';
import { watchDecks } from '../services/decks/watch.ts';
import { createExchange } from '../services/exchange/exchange.ts';
import { locateMedia } from '../services/media.ts';
import { createInterviews } from '../services/mocks/interview.ts';
import { openProfile, type Profile } from '../services/profile.ts';
import { createRounds } from '../services/rounds/rounds.ts';
import { findPlace, followPlace } from '../windows/keep-window.ts';
import { focusWindow, openWindow } from '../windows/main-window.ts';
import { systemShell } from '../windows/system-shell.ts';
import { runBackups } from './backups.ts';
import { runChecks } from './checks.ts';
import { findBuilt, findBuiltInDecks, findIcon } from './folders.ts';
import { runInterviewClock } from './interview-clock.ts';
import { createLog } from './log.ts';
import { runMenu } from './menu.ts';
import type { OpenFiles } from './open-files.ts';
import { runOutside } from './outside.ts';
import { showRecovery } from './recovery.ts';
import { createFaultTeller, offerReload, tellProblem } from './tell.ts';

const secondStartSchema = z.object({ file: z.string().nullable() });
/** What a second start tells the first before it ends: the file that it was to open. */
export type SecondStart = z.infer<typeof secondStartSchema>;

/**
 * Opens the profile and then the window; call it once Electron is ready and this process holds the lock of the
 * single instance. Where the database is damaged, the person is asked what is to be done; where the profile cannot be
 * opened for another reason, the person is told why and Baseline ends.
 */
export async function startWindow(profileDir: string, clock: Clock, files: OpenFiles): Promise<void> {
  const log = createLog(profileDir, clock);
  const tellFault = createFaultTeller(log);
  process.on('uncaughtException', tellFault);
  process.on('unhandledRejection', tellFault);
  const open = (): BrowserWindow => {
    const profile = openProfile({
      dir: profileDir,
      builtInDecks: findBuiltInDecks(),
      clock,
      kind: 'app',
      whenHeld: 'refuse',
      beforeMigration: backUpBeforeMigration,
      onMended: log,
    });
    app.once('will-quit', profile.close);
    return showProfile(profile, clock, files, log);
  };
  lockDown();
  serveFolders({ page: findBuilt('renderer'), media: locateMedia(profileDir) });
  try {
    open();
  } catch (error) {
    const problem = explain(error, log);
    if (problem.code === 'damaged') {
      log(error);
      showRecovery({ profileDir, clock, problem, log, open });
      return;
    }
    await tellProblem(problem);
    app.exit(1);
  }
}

function showProfile(
  profile: Profile,
  clock: Clock,
  files: OpenFiles,
  log: (error: unknown) => void,
): BrowserWindow {
  const interviews = createInterviews(profile);
  const rounds = createRounds(profile);
  rounds.settle(clock.now());
  const backups = createBackupKeeper(profile);
  const exchange = createExchange(profile, systemShell);
  const handlers = createHandlers(profile, systemShell, interviews, rounds, backups, exchange);
  // Before the window, whose frame and background have its colours from the first.
  const { theme, textSize } = profile.journal.settings();
  nativeTheme.themeSource = theme;
  const place = findPlace(profile.dir);
  const shown = { preload: findBuilt('preload/preload.cjs'), icon: findIcon(), page: '' } as const;
  const window = openWindow(shown, place, textSize);
  followPlace(window, profile.dir, place, log);
  const send = (command: CommandName): void => window.webContents.send('menu:command', command);
  const checks = runChecks({ profile, window, log });
  runMenu(profile, send, checks.ask);
  const outside = runOutside({ profile, clock, window, send, log });
  registerHandlers({ handlers, clock, origin: appOrigin, after: () => outside.changed('log'), log });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log(new Error(`the page ended, ${reason}`));
    // Loaded again from within this event, Electron itself would crash.
    setImmediate(() => void offerReload(window));
  });
  app.on('second-instance', (_event, _args, _folder, told) => {
    focusWindow(window);
    const start = secondStartSchema.safeParse(told);
    if (start.success && start.data.file !== null) files.give(start.data.file);
  });
  files.hear(file => {
    try {
      exchange.offer(file, clock.now());
    } catch (error) {
      exchange.fail(error);
    }
    window.webContents.send('exchange:offered');
  });
  const tellDecks = (): void => {
    window.webContents.send('decks:changed');
    outside.changed('decks');
  };
  const stopWatching = watchDecks(profile, tellDecks, log);
  const stopClock = runInterviewClock(interviews, clock, () => window.webContents.send('mocks:over'), log);
  const stopRounds = runInterviewClock(rounds, clock, () => window.webContents.send('rounds:over'), log);
  const stopBackups = runBackups(backups, clock, window.webContents, log);
  window.once('closed', () => {
    checks.stop();
    stopBackups();
    stopClock();
    stopRounds();
    stopWatching();
    outside.stop();
    app.quit();
  });
  return window;
}
