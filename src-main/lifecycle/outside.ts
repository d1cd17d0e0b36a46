import { app, type BrowserWindow, Menu, Notification, nativeTheme, powerMonitor } from 'electron';
import { findStudyDay } from '../../src-shared/domain/study-day.ts';
import type { CommandName } from '../../src-shared/ipc/commands.ts';
import { type Clock, readOffsets } from '../clock.ts';
import { readDue } from '../services/due.ts';
import type { Profile } from '../services/profile.ts';
import { createReminder } from '../services/reminder.ts';
import { focusWindow } from '../windows/main-window.ts';

/** Timers stand still while the machine sleeps and know nothing of a clock that is set: look at least this often. */
const LOOK_MS = 60_000;
/** Changes come in bursts; what follows them waits until they are over. */
const REST_MS = 250;

type Outside = {
  profile: Profile;
  clock: Clock;
  window: BrowserWindow;
  send(command: CommandName): void;
  log(error: unknown): void;
};

/**
 * Keeps what is seen of Baseline outside of its page: the reminder, the count on its icon, and the theme of the
 * frame and in the menu. `changed` looks anew where something may have changed; `stop` ends it.
 */
export function runOutside({ profile, clock, window, send, log }: Outside): {
  changed(what: 'log' | 'decks'): void;
  stop(): void;
} {
  const reminder = createReminder(profile, readOffsets(clock), clock.now());
  let timer: NodeJS.Timeout | undefined;
  let counted = '';
  // Without a hold on it, a notification may be collected before it is clicked.
  let shown: Notification | null = null;

  const remind = (body: string): void => {
    shown?.close();
    shown = new Notification({ title: 'Baseline', body });
    shown.on('click', () => {
      focusWindow(window);
      send('go-today');
    });
    shown.show();
  };
  const count = (): void => {
    const at = clock.now();
    const settings = profile.journal.settings();
    nativeTheme.themeSource = settings.theme;
    const item = Menu.getApplicationMenu()?.getMenuItemById(`theme-${settings.theme}`);
    if (item) item.checked = true;
    // A look at the whole queue, which only the log, the decks and the turn of the day change.
    const state = `${profile.store.log.lastClock()} ${findStudyDay(at, settings.dayStartHour)}`;
    if (state === counted) return;
    counted = state;
    app.setBadgeCount(readDue(profile, at).cards);
  };
  const look = (): void => {
    clearTimeout(timer);
    let waitMs = LOOK_MS;
    try {
      const isLooking = window.isFocused();
      const body = reminder.take(clock.now(), isLooking);
      if (body !== null) remind(body);
      count();
      const at = clock.now();
      const nextMs = reminder.nextAtMs(at);
      if (nextMs !== null) waitMs = Math.min(LOOK_MS, Math.max(0, nextMs - at.atMs));
    } catch (error) {
      log(error);
    }
    timer = setTimeout(look, waitMs);
  };
  const changed = (what: 'log' | 'decks'): void => {
    if (what === 'decks') counted = '';
    clearTimeout(timer);
    timer = setTimeout(look, REST_MS);
  };
  powerMonitor.on('resume', look);
  // Not before: the first screen waits for what this process is busy with.
  window.once('ready-to-show', () => changed('log'));
  return {
    changed,
    stop: () => {
      clearTimeout(timer);
      powerMonitor.off('resume', look);
      shown?.close();
    },
  };
}
