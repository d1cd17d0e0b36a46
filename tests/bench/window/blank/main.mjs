import path from 'node:path';
import { app, BrowserWindow } from 'electron';

// The floor of everything that is about the window: one as Baseline's, with a page of one word. It has nothing of the
// product; a profile folder is taken so that nothing of another start lies in it.
const [profile = ''] = process.argv.slice(-1);
app.setPath('userData', profile);
// Not awaited at the top: Electron is ready only once this module is read.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
