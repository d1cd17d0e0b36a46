import { BrowserWindow, nativeTheme } from 'electron';
import { appOrigin } from '../security/scheme.ts';
import { type Place, smallest } from './place.ts';

/** The page's own background, so that nothing flashes before it is painted. */
const background = { light: '#fbfaf7', dark: '#16181b' };

/** Opens the window at its place, shown once it is painted. */
export function openMainWindow(preload: string, { state, ...bounds }: Place): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    fullscreen: state === 'full-screen',
    // The page has a masthead of its own, and the palette every command; Alt brings the menu bar where there is one.
    autoHideMenuBar: true,
    show: false,
    title: 'Baseline',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (state === 'maximised') window.maximize();
    window.show();
  });
  void window.loadURL(`${appOrigin}/`);
  return window;
}
