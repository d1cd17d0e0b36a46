import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { appFolder, type LaunchedApp } from '../helpers/launch-app.ts';
import { sizeWindow } from '../helpers/layout.ts';

/** A window to look through. */
export type View = {
  name: string;
  width: number;
  height: number;
  zoom: number;
  theme: 'light' | 'dark';
  contrast: 'normal' | 'high';
};

const usual = { width: 1280, height: 800, zoom: 1, theme: 'light', contrast: 'normal' } as const;

/** Three sizes in each theme, text at 200 %, and high contrast in each theme. */
export const views: readonly View[] = [
  { ...usual, name: '900-light', width: 900, height: 600 },
  { ...usual, name: '900-dark', width: 900, height: 600, theme: 'dark' },
  { ...usual, name: '1280-light' },
  { ...usual, name: '1280-dark', theme: 'dark' },
  { ...usual, name: '1920-light', width: 1920, height: 1080 },
  { ...usual, name: '1920-dark', width: 1920, height: 1080, theme: 'dark' },
  { ...usual, name: '1280-text-200', zoom: 2 },
  { ...usual, name: '1280-high-contrast', contrast: 'high' },
  { ...usual, name: '1280-high-contrast-dark', theme: 'dark', contrast: 'high' },
];

/** Where the pictures of everything go; git does not look there. */
export const hiddenFolder = path.join(appFolder, 'out', 'gallery');

/** Where the pictures of the documents stand. */
export const keptFolder = path.join(appFolder, 'docs', 'gallery');

/** Takes what is on screen in every window, and leaves the app in the usual one. */
export async function photograph(app: LaunchedApp, name: string): Promise<void> {
  fs.mkdirSync(path.join(hiddenFolder, name), { recursive: true });
  for (const view of views) {
    await lookThrough(app, view);
    fs.writeFileSync(
      path.join(hiddenFolder, name, `${view.name}.png`),
      await shoot(app.page, { format: 'png' }),
    );
  }
  await lookThrough(app, { ...usual, name: 'usual' });
}

/** Takes what is on screen for the documents. As WebP it is a third of what it would be as PNG. */
export async function keep(app: LaunchedApp, name: string): Promise<void> {
  await lookThrough(app, { ...usual, name: 'usual' });
  fs.writeFileSync(
    path.join(keptFolder, `${name}.webp`),
    await shoot(app.page, { format: 'webp', quality: 95 }),
  );
}

/** Sizes and dresses the window as the settings would; what blinks, fades or ticks stands still. */
async function lookThrough({ page, electron }: LaunchedApp, view: View): Promise<void> {
  await sizeWindow(electron, page, view);
  // Nothing lies under the pointer.
  await page.mouse.move(0, 0);
  await page.evaluate(
    async ({ theme, contrast }) => {
      document.documentElement.dataset.theme = theme;
      document.documentElement.dataset.contrast = contrast;
      const still = new CSSStyleSheet();
      still.replaceSync('*, ::backdrop { caret-color: transparent; transition: none; animation: none; }');
      document.adoptedStyleSheets = [still];
      for (const timer of document.querySelectorAll('[role=timer]'))
        if (timer.firstChild) timer.firstChild.nodeValue = '9:41';
      // What has focus is in sight, as it was before the window changed its size.
      window.scrollTo(0, 0);
      document.activeElement?.scrollIntoView({ block: 'nearest' });
      await document.fonts.ready;
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    { theme: view.theme, contrast: view.contrast },
  );
}

/** What is in the window, by Chromium itself: Playwright's own cuts a page off that is drawn at a zoom. */
async function shoot(page: Page, as: { format: 'png' | 'webp'; quality?: number }): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', as);
  await session.detach();
  return Buffer.from(data, 'base64');
}
