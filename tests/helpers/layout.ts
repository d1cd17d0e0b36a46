import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { runInMain } from './run-in-main.ts';

/** The smallest window there is, drawn at a zoom. */
export function makeSmall(electron: ElectronApplication, page: Page, zoom: number): Promise<void> {
  return sizeWindow(electron, page, { width: 900, height: 600, zoom });
}

/** A window of so many pixels, drawn at a zoom. */
export async function sizeWindow(
  electron: ElectronApplication,
  page: Page,
  size: { width: number; height: number; zoom: number },
): Promise<void> {
  await runInMain(
    electron,
    ({ BrowserWindow }, { width, height, zoom }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setSize(width, height);
      window?.webContents.setZoomFactor(zoom);
    },
    size,
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width / size.zoom);
}

/** Texts that reach beyond their own cell, button or column; nothing, if all is well. */
export function listCut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.cell, button, table')]
      .filter(element => element.checkVisibility())
      .filter(element =>
        element.tagName === 'TABLE'
          ? element.getBoundingClientRect().width > (element.parentElement?.clientWidth ?? 0) + 0.5
          : element.scrollWidth > element.clientWidth + 1,
      )
      .map(element => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 40)}`),
  );
}

/** What of the page reaches beyond the window sideways, by class; nothing, if all is well. */
export function listOverflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.visually-hidden, .visually-hidden *)')]
      .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map(element => `${element.tagName} ${element.className}`),
  );
}
