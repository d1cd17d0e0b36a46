import path from 'node:path';
import { app, BrowserWindow, dialog, shell } from 'electron';
import { parseInstant } from '../src-shared/domain/study-day.ts';
import type { EventName } from '../src-shared/ipc/contract.ts';
import { type Clock, readSystemOffset, startClockAt, systemClock } from './clock.ts';
import { isCommandLine, runCommandLine } from './commands/run.ts';
import { explain } from './ipc/answer.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerHandlers } from './ipc/register.ts';
import { lockDown } from './security/lock-down.ts';
import { appOrigin, declareScheme, serveFolder } from './security/scheme.ts';
import { watchDecks } from './services/decks/watch.ts';
import { openProfile, type Profile } from './services/profile.ts';
import { openMainWindow } from './windows/main-window.ts';
import { setMenu } from './windows/menu.ts';

const here = import.meta.dirname;
const builtInDecks = app.isPackaged
  ? path.join(process.resourcesPath, 'decks')
  : path.resolve(here, '..', '..', 'decks');

// The program's own arguments: packaged, all after its name; in development, all after the app's folder.
const args = process.argv.slice(app.isPackaged ? 1 : 2);

if (isCommandLine(args)) {
  const write = (stream: NodeJS.WriteStream) => (text: string) => stream.write(`${text}\n`);
  app.exit(runCommandLine(args, builtInDecks, { out: write(process.stdout), err: write(process.stderr) }));
} else {
  start();
}

function start(): void {
  const profileDir = readOption('--profile');
  if (profileDir !== null) app.setPath('userData', path.resolve(profileDir));
  declareScheme();
  // Before the database is opened: a second start only brings the first window to the front.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(open);
}

function open(): void {
  let profile: Profile;
  const clock = readClock();
  try {
    const dir = app.getPath('userData');
    profile = openProfile({ dir, builtInDecks, clock, kind: 'app', whenHeld: 'refuse' });
  } catch (error) {
    const { message, hint } = explain(error, report);
    dialog.showErrorBox('Baseline could not open your profile', [message, hint].filter(Boolean).join('\n\n'));
    app.exit(1);
    return;
  }
  lockDown();
  setMenu();
  serveFolder(path.resolve(here, '..', 'renderer'));
  const handlers = createHandlers(profile, { version: app.getVersion(), openPath });
  registerHandlers({ handlers, clock, origin: appOrigin, log: report });
  const stopWatching = watchDecks(profile, () => broadcast('decks:changed'), report);
  app.on('will-quit', () => {
    stopWatching();
    profile.close();
  });
  openMainWindow(path.resolve(here, '..', 'preload', 'preload.cjs'));
}

/** Tests and the tour start the clock at a moment of their own; a release build has only the system's. */
function readClock(): Clock {
  const start = app.isPackaged ? null : readOption('--now');
  const at = start === null ? null : parseInstant(start, readSystemOffset);
  return at === null ? systemClock : startClockAt(at);
}

function readOption(name: string): string | null {
  const index = args.indexOf(name);
  return index < 0 ? null : (args[index + 1] ?? null);
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function broadcast(event: EventName): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(event);
}

async function openPath(file: string): Promise<void> {
  const problem = await shell.openPath(file);
  if (problem !== '') report(problem);
}

function report(error: unknown): void {
  console.error(error);
}
