import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** The smallest window there is, drawn at a zoom. */
export async function makeSmall(electron: ElectronApplication, page: Page, zoom: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, factor) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setSize(900, 600);
    window?.webContents.setZoomFactor(factor);
  }, zoom);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(900 / zoom);
}

/** What of the page reaches beyond the window sideways, by class; nothing, if all is well. */
export function listOverflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.visually-hidden, .visually-hidden *)')]
      .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map(element => `${element.tagName} ${element.className}`),
  );
}
