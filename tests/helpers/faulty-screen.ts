import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { runInMain } from './run-in-main.ts';

/** Has the main process answer Progress with what is none of it, so that drawing it fails; nothing else does. */
export function spoilProgress(electron: ElectronApplication): Promise<void> {
  return runInMain(
    electron,
    ({ ipcMain }) => {
      ipcMain.removeHandler('stats:get');
      ipcMain.handle('stats:get', () => ({ ok: true, value: {} }));
    },
    null,
  );
}

/** Asks for Progress, of which nothing may come. */
export function askForProgress(page: Page): Promise<void> {
  return page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Progress' })
    .press('Enter');
}

/** Unfolds what went wrong inside; the key to copy it is there then. */
export async function unfoldDetails(place: Locator): Promise<void> {
  await place.getByText('Details', { exact: true }).press('Enter');
  await place.getByRole('button', { name: 'Copy' }).waitFor();
}
