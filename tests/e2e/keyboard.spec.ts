import type { Page } from '@playwright/test';
import { screenNames, screenOrder } from '../../src-shared/ipc/commands.ts';
import { expect, test } from '../helpers/app-test.ts';
import { prepareLearner } from '../helpers/past.ts';
import { morning } from '../helpers/review-page.ts';

const begin = { atMs: Date.parse('2026-08-10T07:00:00+02:00'), offsetMin: 120 };

/** A stop of the Tab key: what has the focus, where it is on the page, and whether one sees that it has it. */
type Stop = { name: string; top: number; left: number; isSeen: boolean; isMarked: boolean };

/** What has the focus now; null where nothing does. */
function readStop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const mark = getComputedStyle(element, '::before');
    return {
      name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)} #${element.id}`,
      top: Math.round(box.top + scrollY),
      left: Math.round(box.left),
      isSeen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      isMarked: style.outlineStyle !== 'none' || mark.borderLeftStyle === 'solid',
    };
  });
}

/** Tabs through the whole page, once around: every stop in its order, from the top. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let n = 0; n < 400; n++) {
    await page.keyboard.press('Tab');
    const stop = await readStop(page);
    const isSame = (other: Stop | undefined): boolean =>
      other?.name === stop?.name && other?.top === stop?.top;
    // A date has a stop for its day, its month and its year.
    if (stop !== null && isSame(stops.at(-1))) continue;
    if (stop === null || isSame(stops[0])) {
      const top = stops.findIndex(({ name }) => name.startsWith('BUTTON Today'));
      return [...stops.slice(top), ...stops.slice(0, top)];
    }
    stops.push(stop);
  }
  throw new Error('Tab never comes around');
}

test('by the keyboard alone one comes to every screen, through it in the order in which it is read, and back', async ({
  launch,
}) => {
  const { page } = await launch({
    now: morning,
    profile: prepareLearner({ begin, days: 40, newPerDay: 2, seed: 7 }),
  });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  for (const screen of screenOrder) {
    const link = page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: screenNames[screen] });
    for (let n = 0; n < 400 && !(await link.evaluate(element => element === document.activeElement)); n++) {
      await page.keyboard.press('Tab');
    }
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('main[aria-busy="true"]')).toHaveCount(0);
    const stops = await walk(page);
    expect(stops.length, screen).toBeGreaterThan(screenOrder.length);
    expect(
      stops.filter(({ isSeen }) => !isSeen),
      `${screen}: out of sight`,
    ).toEqual([]);
    expect(
      stops.filter(({ isMarked }) => !isMarked),
      `${screen}: focus that is not seen`,
    ).toEqual([]);
    expect(listSteppedBack(stops), `${screen}: out of order`).toEqual([]);
    if (screen === 'today') continue;
    await page.keyboard.press('Escape');
    await expect(
      page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Today' }),
    ).toHaveAttribute('aria-current', 'page');
  }
});

/** Stops that stand before the one they come after: higher up (but in no further column), or on its line and further left. */
function listSteppedBack(stops: readonly Stop[]): string[] {
  // Controls of one line differ a little in height.
  const line = 16;
  return stops.flatMap((stop, n) => {
    const before = stops[n - 1];
    if (!before) return [];
    const isHigher = stop.top < before.top - line && stop.left <= before.left;
    const isLeftOf = Math.abs(stop.top - before.top) <= line && stop.left < before.left;
    return isHigher || isLeftOf ? [`${before.name} → ${stop.name}`] : [];
  });
}
