import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { appFolder, type LaunchedApp } from '../helpers/launch-app.ts';
import { sizeWindow } from '../helpers/layout.ts';
import type { Scene } from './scenes.ts';

/** A window to look through. */
export type View = {
  name: string;
  width: number;
  height: number;
  zoom: number;
  theme: 'light' | 'dark';
  contrast?: 'high';
};

const sizes = [
  { width: 900, height: 600, zoom: 1 },
  { width: 1280, height: 800, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1 },
  { width: 1280, height: 800, zoom: 2 },
];

/** Each size in each theme; text at 200 % once, and high contrast once in each theme. */
export const views: readonly View[] = [
  ...sizes.flatMap(size =>
    (size.zoom === 1 ? (['light', 'dark'] as const) : (['light'] as const)).map(theme => ({
      ...size,
      theme,
      name: `${size.width}${size.zoom === 1 ? '' : '-text-200'}-${theme}`,
    })),
  ),
  ...(['light', 'dark'] as const).map(theme => ({
    width: 1280,
    height: 800,
    zoom: 1,
    theme,
    contrast: 'high' as const,
    name: `1280-high-contrast-${theme}`,
  })),
];

/** The view that is kept with the documents. */
export const keptView = '1280-light';

/** Where all pictures go. */
export const hiddenFolder = path.join(appFolder, 'out', 'gallery');

/** Where the pictures go that stand in the documents; only where they are to be written anew. */
export const keptFolder = process.env.BASELINE_GALLERY_UPDATE
  ? path.join(appFolder, 'docs', 'gallery')
  : null;

/** Takes a scene through every view. */
export async function photograph({ page, electron }: LaunchedApp, scene: Scene): Promise<void> {
  fs.mkdirSync(path.join(hiddenFolder, scene.name), { recursive: true });
  // Nothing lies under the pointer.
  await page.mouse.move(0, 0);
  for (const view of views) {
    await sizeWindow(electron, page, view);
    await dress(page, view);
    fs.writeFileSync(
      path.join(hiddenFolder, scene.name, `${view.name}.png`),
      await shoot(page, { format: 'png' }),
    );
    if (view.name === keptView && scene.shows && keptFolder)
      fs.writeFileSync(
        path.join(keptFolder, `${scene.name}.webp`),
        await shoot(page, { format: 'webp', quality: 90 }),
      );
  }
  await sizeWindow(electron, page, { width: 1280, height: 800, zoom: 1 });
  await dress(page, { theme: 'light' });
}

/** Theme and contrast as the settings would set them; what blinks or ticks stands still, the same in each run. */
async function dress(page: Page, { theme, contrast }: Pick<View, 'theme' | 'contrast'>): Promise<void> {
  await page.evaluate(
    async ([theme, contrast]) => {
      const root = document.documentElement;
      root.dataset.theme = theme;
      if (contrast) root.dataset.contrast = contrast;
      else delete root.dataset.contrast;
      const still = new CSSStyleSheet();
      still.replaceSync('* { caret-color: transparent !important; transition: none !important; }');
      document.adoptedStyleSheets = [still];
      for (const timer of document.querySelectorAll('[role=timer]'))
        if (timer.firstChild) timer.firstChild.nodeValue = '21:40';
      // What has focus is in sight, as it was before the window changed its size.
      window.scrollTo(0, 0);
      document.activeElement?.scrollIntoView({ block: 'nearest' });
      await document.fonts.ready;
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    [theme, contrast] as const,
  );
}

/** What is in the window, by Chromium itself: Playwright's own cuts a page off that is drawn at a zoom. */
async function shoot(page: Page, as: { format: 'png' | 'webp'; quality?: number }): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', as);
  await session.detach();
  return Buffer.from(data, 'base64');
}
