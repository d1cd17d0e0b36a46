import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { prepareLearner } from '../helpers/past.ts';
import { morning } from '../helpers/review-page.ts';
import { closeDialog, openDialog, showScreen } from '../helpers/scenes/scene.ts';

const begin = { atMs: Date.parse('2026-08-10T07:00:00+02:00'), offsetMin: 120 };

/** A property of something as it is drawn. */
function readStyle(place: Locator, property: string): Promise<string> {
  return place.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

/** The colour of the page behind everything. */
const readGround = (page: Page): Promise<string> => readStyle(page.locator('body'), 'background-color');

test('where the system chooses the colours, focus, what is chosen and the plots stand out, in light and in dark', async ({
  launch,
}) => {
  const { page } = await launch({
    now: morning,
    profile: prepareLearner({ begin, days: 60, newPerDay: 2, seed: 7 }),
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await showScreen('today', () => expect(page.getByRole('table')).toBeVisible())(page);
    const ground = await readGround(page);
    const links = page.getByRole('navigation', { name: 'Screens' }).getByRole('button');
    await links.first().focus();
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    await expect(focused).toHaveCSS('outline-style', 'solid');
    await expect(focused).toHaveCSS('outline-width', '2px');
    expect(await readStyle(focused, 'outline-color')).not.toBe(ground);
    expect(await readStyle(links.first(), 'border-bottom-color')).not.toBe(ground);
    expect(await readStyle(links.last(), 'border-bottom-color')).toBe(ground);

    await showScreen('progress', () => expect(page.getByRole('figure').first()).toBeVisible())(page);
    // What is held in part only is hatched, and hatching is left alone.
    const bars = page.locator('.tile:not(.tile-partly) .tile-bar, .tile-track, .recharts-bar-rectangle path');
    const inks = await bars.evaluateAll(elements =>
      elements.map(element => {
        const { fill, backgroundColor } = getComputedStyle(element);
        return element instanceof SVGElement ? fill : backgroundColor;
      }),
    );
    expect(inks.length).toBeGreaterThan(30);
    expect(inks.filter(ink => ink === ground || ink === 'rgba(0, 0, 0, 0)')).toEqual([]);

    const list = page.getByRole('listbox', { name: 'Cards' });
    await showScreen('cards', () => expect(list.getByRole('option').first()).toBeVisible())(page);
    await page.keyboard.press('ArrowDown');
    for (const key of ['x', 'ArrowDown']) await page.keyboard.press(key);
    const row = (n: number): Locator => list.locator(`#card-row-${n}`);
    const [chosen, active, other] = [row(0), row(1), row(2)];
    await expect(chosen).toHaveAttribute('aria-selected', 'true');
    await expect(chosen).not.toHaveCSS('background-color', ground);
    await expect(active).toHaveCSS('outline-style', 'solid');
    await expect(other).toHaveCSS('outline-style', 'none');
    const reversed = page.getByRole('button', { name: 'Reversed' });
    await expect(reversed).toHaveCSS('outline-style', 'none');
    await reversed.press('Space');
    await list.focus();
    await expect(reversed).toHaveCSS('outline-style', 'solid');
  }
});

test('the contrast and the stillness that the system asks for are there at once, and go with it', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  const root = page.locator(':root');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const fade = async (): Promise<string> => {
    await openDialog('?', 'Keyboard shortcuts')(page);
    const duration = await readStyle(page.getByRole('dialog'), 'animation-duration');
    await closeDialog(page);
    return duration;
  };
  expect(await fade()).toBe('0.12s');
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  await expect(root).toHaveAttribute('data-contrast', 'high');
  await expect(root).toHaveAttribute('data-motion', 'reduced');
  expect(await readGround(page)).toBe('rgb(255, 255, 255)');
  expect(await fade()).toBe('0s');
  await page.emulateMedia({ contrast: 'no-preference', reducedMotion: 'no-preference' });
  await expect(root).toHaveAttribute('data-contrast', 'usual');
  expect(await fade()).toBe('0.12s');
});
