import { app, BrowserWindow, nativeTheme } from 'electron';
import { makePreferences } from '../security/preferences.ts';
import { appOrigin } from '../security/scheme.ts';
import { type Place, smallest } from './place.ts';

/** The page's own background, `--paper`, so that nothing flashes before it is painted. */
const background = { light: '#fafaf8', dark: '#15171b' };

/** What the window is called: a package that was not built from the official Electron says so. */
function nameWindow(version: string): string {
  return version.endsWith('-development') ? 'Baseline (development build)' : 'Baseline';
}

/** What a window shows: a page of the app's origin with its preload. `icon` is a PNG, for Linux, where the window brings its own. */
export type Shown = { preload: string; icon: string; page: '' | 'recovery.html' };

/** Opens a window at its place and at its size of text, in percent, shown once it is painted. */
export function openWindow(
  { preload, icon, page }: Shown,
  { state, ...bounds }: Place,
  textSize: number,
): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    fullscreen: state === 'full-screen',
    // The page has a masthead of its own, and the palette every command; Alt brings the menu bar where there is one.
    autoHideMenuBar: true,
    show: false,
    title: nameWindow(app.getVersion()),
    ...(process.platform === 'linux' ? { icon } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      ...makePreferences(app),
      preload,
      zoomFactor: textSize / 100,
    },
  });
  // The page's own title never changes, and knows nothing of how this was built.
  window.on('page-title-updated', event => event.preventDefault());
  window.once('ready-to-show', () => {
    if (state === 'maximised') window.maximize();
    window.show();
  });
  void window.loadURL(`${appOrigin}/${page}`);
  return window;
}

/** Brings a window to the front, from wherever it was. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
