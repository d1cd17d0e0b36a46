import { expect, test } from '../helpers/app-test.ts';
import { morning, prepareProbes } from '../helpers/review-page.ts';

test('a few letters and Enter lead to a screen, a default or an interview', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  const field = page.getByRole('combobox', { name: 'Screen, card, default, interview or command' });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  await expect(heading('Tuesday, 24 November')).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('cache-as');
  await expect(
    page.getByRole('listbox', { name: 'Found' }).getByRole('option', { selected: true }),
  ).toHaveText(/^Cache-aside/);
  await page.keyboard.press('Enter');
  await expect(heading('Cache-aside')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await expect(heading('Settings')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('interview');
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('listbox', { name: 'Found' }).getByRole('option').nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(heading('Settings')).toBeVisible();
  await page.getByRole('button', { name: /^Go to/ }).press('Enter');
  await page.keyboard.type('print sale');
  await page.keyboard.press('Enter');
  await expect(heading('Print sale')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(heading('Mock interviews')).toBeFocused();
});

test('a word of a card leads to it in the list of all cards', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('heavy probe');
  const card = page
    .getByRole('listbox', { name: 'Found' })
    .getByRole('option', { name: /^How heavy is the probe/ });
  await expect(card).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox')).toHaveValue('id:probe.second');
  await expect(page.getByRole('listbox', { name: 'Cards' }).getByRole('option')).toHaveCount(1);
});

test('the palette has the commands of the menu, and one may open a dialog in its place', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  for (const [typed, title] of [
    ['about', 'About Baseline'],
    ['shortcuts', 'Keyboard shortcuts'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
