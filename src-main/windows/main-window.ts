import { BrowserWindow, nativeTheme } from 'electron';
import { appOrigin } from '../security/scheme.ts';

/** The page's own background, so that nothing flashes before it is painted. */
const background = { light: '#fbfaf7', dark: '#16181b' };

/** Opens the window, shown once it is painted. */
export function openMainWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
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
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/`);
  return window;
}
