import { expect, test } from '../helpers/app-test.ts';
import { readCard } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import {
  answer,
  morning,
  openScreen,
  prepareProbes,
  question,
  rating,
  said,
  startReview,
  typeSetting,
} from '../helpers/review-page.ts';

test('a change applies at once, is there after reopening, and can be undone', async ({ launch }) => {
  const app = await launch({ now: morning });
  await expect(app.page.getByText('20 new cards.')).toBeVisible();
  await openScreen(app.page, 'Settings');
  await typeSetting(app.page, 'New cards a day', '7');
  await typeSetting(app.page, 'First steps', '2, 15m 1h');
  await app.page.keyboard.press('Escape');
  await app.reopen();
  await expect(app.page.getByText('7 new cards.')).toBeVisible();
  await openScreen(app.page, 'Settings');
  await expect(app.page.getByRole('textbox', { name: 'First steps' })).toHaveValue('2 15 60');
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByText('7 new cards.')).toBeVisible();
  await app.page.keyboard.press('u');
  await expect(said(app.page, 'Undone: Change of settings')).toBeVisible();
  await app.page.keyboard.press('u');
  await expect(app.page.getByText('20 new cards.')).toBeVisible();
});

test('a bad value is told beside its field and changes nothing', async ({ launch }) => {
  const app = await launch({ now: morning });
  await openScreen(app.page, 'Settings');
  const bad = [
    ['New cards a day', '1.5', '20', 'Write a whole number from 0 to 1,000.'],
    ['Desired retention', '99', '90', 'Write a whole percentage from 70 to 97.'],
    ['First steps', '1 soon', '1 10', /^Write minutes with spaces between/],
    ['Day start', '24', '4', 'Write a whole number from 0 to 23.'],
  ] as const;
  for (const [name, text, , notice] of bad) {
    const field = app.page.getByRole('textbox', { name });
    await field.fill(text);
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('alert').filter({ hasText: notice })).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(
      notice instanceof RegExp ? /Write minutes/ : new RegExp(notice),
    );
  }
  await expect(app.page.getByRole('status').filter({ hasText: 'saved' })).toHaveCount(0);
  await app.reopen();
  await openScreen(app.page, 'Settings');
  for (const [name, , kept] of bad) await expect(app.page.getByRole('textbox', { name })).toHaveValue(kept);
});

test('with two buttons there are Again and Good, on 1 and 2', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  await openScreen(page, 'Settings');
  await page.getByRole('combobox', { name: 'Rating buttons' }).selectOption('Again, Good');
  await expect(said(page, 'Rating buttons: saved.')).toBeVisible();
  await page.getByRole('heading', { name: 'Settings' }).focus();
  await page.keyboard.press('Escape');
  await startReview(page);
  await page.keyboard.press('Space');
  await expect(rating(page, 'Good')).toBeVisible();
  await expect(page.getByRole('group', { name: 'How did it go?' }).getByRole('button')).toHaveCount(2);
  await page.keyboard.press('4');
  await page.keyboard.press('2');
  await expect(question(page, probes.second.ask)).toBeFocused();
  expect(readCard(profile, 'probe.basic').log[0]).toMatch(/^Good/);
});

test('if wished, each card asks how sure one is before its answer shows', async ({ launch }) => {
  const app = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  await openScreen(app.page, 'Settings');
  await app.page.getByRole('checkbox', { name: 'Ask how sure I am' }).press('Space');
  await expect(said(app.page, 'Ask how sure I am: saved.')).toBeVisible();
  await app.reopen();
  await startReview(app.page);
  const sure = app.page.getByRole('group', { name: 'How sure are you?' });
  await app.page.keyboard.press('m');
  await expect(sure.getByRole('button', { name: 'Medium' })).toHaveAttribute('aria-pressed', 'true');
  await app.page.keyboard.press('h');
  await expect(sure.getByRole('button', { name: 'Medium' })).toHaveAttribute('aria-pressed', 'false');
  await expect(sure.getByRole('button', { name: 'High' })).toHaveAttribute('aria-pressed', 'true');
  await app.page.keyboard.press('Space');
  await expect(answer(app.page)).toBeVisible();
  await expect(sure).toHaveCount(0);
  await app.page.keyboard.press('Space');
  await expect(question(app.page, probes.second.ask)).toBeFocused();
  await expect(sure.getByRole('button', { name: 'High' })).toHaveAttribute('aria-pressed', 'false');
});

test('light or dark is the system’s, unless it is set', async ({ launch }) => {
  const app = await launch({ now: morning, colorScheme: 'dark' });
  const lightness = (): Promise<number> =>
    app.page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0]));
  await openScreen(app.page, 'Settings');
  await expect.poll(lightness).toBeLessThan(60);
  await app.page.getByRole('combobox', { name: 'Theme' }).selectOption('Light');
  await expect.poll(lightness).toBeGreaterThan(200);
  await app.reopen();
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(lightness).toBeGreaterThan(200);
});

test('the appearance is set at once: contrast, text size and motion; undo on the same screen takes each back', async ({
  launch,
}) => {
  const app = await launch({ now: morning });
  const root = () => app.page.locator(':root');
  const width = () => app.page.evaluate(() => window.innerWidth);
  await openScreen(app.page, 'Settings');
  const usual = await width();
  await app.page.getByLabel('Contrast').selectOption('High');
  await expect(root()).toHaveAttribute('data-contrast', 'high');
  await expect(app.page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await app.page.getByLabel('Motion').selectOption('Reduced');
  await expect(root()).toHaveAttribute('data-motion', 'reduced');
  await app.page.getByLabel('Text size').selectOption('200 %');
  await expect.poll(width).toBe(usual / 2);
  await app.reopen();
  await expect.poll(width).toBe(usual / 2);
  await openScreen(app.page, 'Settings');
  await app.page.keyboard.press('Control+z');
  await expect.poll(width).toBe(usual);
  await app.page.keyboard.press('Control+z');
  await expect(root()).toHaveAttribute('data-motion', 'usual');
  await app.page.keyboard.press('Control+z');
  await expect(root()).toHaveAttribute('data-contrast', 'usual');
});

test('a command on a card gets another key, which the menu and the list of keys name', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('basic') });
  await openScreen(page, 'Settings');
  const field = page.getByRole('textbox', { name: 'Suspend', exact: true });
  await field.focus();
  await page.keyboard.press('u');
  await expect(page.getByRole('alert').filter({ hasText: 'means something else' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(field).toHaveValue('s');
  await page.keyboard.press('Escape');
  await startReview(page);
  await expect(question(page, probes.basic.ask)).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('row', { name: 's Suspend', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(said(page, /^Suspended/)).toBeVisible();
});
