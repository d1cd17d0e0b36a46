import path from 'node:path';
import { app, BrowserWindow, dialog, shell } from 'electron';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import type { Shell } from '../ipc/handlers.ts';
import { replaceProfile } from '../lifecycle/arguments.ts';
import { relaunch } from '../lifecycle/relaunch.ts';
import { makePreferences } from '../security/preferences.ts';

/** What the handlers need of the system, by Electron. */
export const systemShell: Shell = {
  version: app.getVersion(),
  openPath: async target => {
    const failure = await shell.openPath(target);
    if (failure) throw new ProblemError('failed', `${target} could not be opened.`, failure);
  },
  chooseSave: async (name, endings) => {
    const folder = app.getPath('documents');
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: path.join(folder, name),
      filters: endings.map(ending => ({
        name: ending.slice(1).toUpperCase(),
        extensions: [ending.slice(1)],
      })),
    });
    return canceled || filePath === '' ? null : filePath;
  },
  chooseOpen: async endings => {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openFile'],
      filters: [{ name: 'Decks and exports', extensions: endings.map(ending => ending.slice(1)) }],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
  chooseFolder: async (title, action) => {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      title,
      message: title,
      buttonLabel: action,
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
  restartOn: profileDir => {
    relaunch(replaceProfile(process.argv.slice(1), profileDir, { packaged: app.isPackaged }));
    app.quit();
  },
  showInFolder: target => shell.showItemInFolder(target),
  printPdf: async html => {
    const page = new BrowserWindow({
      show: false,
      webPreferences: { ...makePreferences(app), javascript: false },
    });
    try {
      await page.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`);
      return await page.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true });
    } finally {
      page.destroy();
    }
  },
};
