import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { probes } from '../helpers/probes.ts';
import { answer, morning, openScreen, prepareProbes, question, startReview } from '../helpers/review-page.ts';

/** The smallest window there is, drawn at a zoom. */
async function makeSmall(electron: ElectronApplication, page: Page, zoom: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, factor) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setSize(900, 600);
    window?.webContents.setZoomFactor(factor);
  }, zoom);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(900 / zoom);
}

/** What of the page reaches beyond the window sideways, by class; nothing, if all is well. */
function listOverflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.visually-hidden, .visually-hidden *)')]
      .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map(element => `${element.tagName} ${element.className}`),
  );
}

for (const zoom of [1, 2]) {
  test(`at 900 × 600 and ${zoom * 100} % nothing is cut off, and what acts stays in sight`, async ({
    launch,
  }) => {
    const { page, electron } = await launch({ now: morning, profile: prepareProbes('choice', 'number') });
    await makeSmall(electron, page, zoom);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
    expect(await listOverflowing(page)).toEqual([]);
    for (const name of ['Decks', 'Settings'] as const) {
      await openScreen(page, name);
      await expect(page.getByRole('button', { name: 'Today' })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
      expect(await listOverflowing(page)).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await startReview(page);
    await expect(question(page, probes.choice.ask)).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Show answer' })).toBeInViewport({ ratio: 1 });
    expect(await listOverflowing(page)).toEqual([]);
    await page.keyboard.press('1');
    // The foot may not hide what it is about: the result stands above it.
    const label = answer(page).getByRole('heading').first();
    const ratings = page.getByRole('group', { name: 'How did it go?' });
    await expect(ratings).toBeInViewport({ ratio: 1 });
    const [result, foot] = [await label.boundingBox(), await ratings.boundingBox()];
    expect(result && foot && result.y + result.height <= foot.y).toBe(true);
    expect(await listOverflowing(page)).toEqual([]);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Close' })).toBeInViewport({
      ratio: 1,
    });
    expect(await listOverflowing(page)).toEqual([]);
  });
}

for (const zoom of [1, 2]) {
  test(`at 900 × 600 and ${zoom * 100} % a notice covers no part of the card, and goes with the reveal`, async ({
    launch,
  }) => {
    const { page, electron } = await launch({ now: morning, profile: prepareProbes('choice', 'number') });
    await makeSmall(electron, page, zoom);
    await startReview(page);
    await expect(question(page, probes.choice.ask)).toBeInViewport();
    await page.keyboard.press('-');
    const notice = page.getByText('Buried until tomorrow.');
    const asked = question(page, probes.number.ask);
    await expect(asked).toBeInViewport();
    await expect(notice).toBeInViewport({ ratio: 1 });
    const [above, below] = [await notice.boundingBox(), await asked.boundingBox()];
    expect(above && below && above.y + above.height <= below.y).toBe(true);
    await page.keyboard.press('Space');
    await expect(notice).toHaveCount(0);
  });
}
