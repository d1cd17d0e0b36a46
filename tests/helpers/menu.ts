import type { ElectronApplication } from '@playwright/test';
import { runInMain } from './run-in-main.ts';

/** Chooses an item of the real application menu by its id, as a click on it would. */
export function chooseMenuItem(electron: ElectronApplication, id: string): Promise<void> {
  return runInMain(
    electron,
    ({ Menu, BrowserWindow }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      if (!item) throw new Error(`the menu has no item ${wanted}`);
      const [window] = BrowserWindow.getAllWindows();
      item.click({}, window, window?.webContents);
    },
    id,
  );
}
