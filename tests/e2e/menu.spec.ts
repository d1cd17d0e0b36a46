import fs from 'node:fs';
import path from 'node:path';
import { answerDialogs } from '../helpers/answer-dialogs.ts';
import { expect, test } from '../helpers/app-test.ts';
import { chooseMenuItem } from '../helpers/menu.ts';
import { probes } from '../helpers/probes.ts';
import { answer, morning, prepareProbes, question, said, startReview } from '../helpers/review-page.ts';
import { runInMain } from '../helpers/run-in-main.ts';

test('the menu leads to every screen, and back from a review', async ({ launch }) => {
  const { page, electron } = await launch({ now: morning, profile: prepareProbes('basic') });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  for (const [id, heading] of [
    ['go-progress', 'Progress'],
    ['go-plan', 'Plan'],
    ['go-mocks', 'Mock interviews'],
    ['go-defaults', 'Defaults'],
    ['go-cards', 'Cards'],
    ['go-decks', 'Decks'],
    ['settings', 'Settings'],
    ['go-today', 'Tuesday, 24 November'],
  ] as const) {
    await chooseMenuItem(electron, id);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await chooseMenuItem(electron, 'review');
  await expect(question(page, probes.basic.ask)).toBeFocused();
  await chooseMenuItem(electron, 'go-decks');
  await expect(page.getByRole('heading', { level: 1, name: 'Decks' })).toBeFocused();
});

test('undo of the menu takes back an answer, and letters in a field', async ({ launch }) => {
  const { page, electron } = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  await startReview(page);
  await page.keyboard.press('Space');
  await expect(answer(page)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(question(page, probes.second.ask)).toBeFocused();
  await chooseMenuItem(electron, 'undo');
  await expect(question(page, probes.basic.ask)).toBeVisible();
  await chooseMenuItem(electron, 'redo');
  await expect(question(page, probes.second.ask)).toBeVisible();
  await page.keyboard.press('n');
  const note = page.getByRole('dialog').getByRole('textbox');
  await note.pressSequentially('Hello');
  await chooseMenuItem(electron, 'undo');
  await expect(note).toHaveValue('Hell');
  await chooseMenuItem(electron, 'redo');
  await expect(note).toHaveValue('Hello');
});

test('import, export, backup and theme are asked for by the menu', async ({ launch }) => {
  const { page, profile, electron } = await launch({ now: morning });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const file = path.join(profile, 'Mine.csv');
  fs.writeFileSync(file, 'front,back\nWhy?,So.\n');
  await answerDialogs(electron, file);
  await chooseMenuItem(electron, 'import');
  await expect(page.getByText('Mine.csv: 1 new card.')).toBeVisible();
  await chooseMenuItem(electron, 'go-today');
  await chooseMenuItem(electron, 'export');
  await expect(page.getByRole('heading', { name: 'Export and import' })).toBeFocused();
  await chooseMenuItem(electron, 'back-up');
  await expect(said(page, 'Backed up.')).toBeVisible();
  expect(fs.readdirSync(path.join(profile, 'backups')).length).toBeGreaterThan(0);
  await chooseMenuItem(electron, 'theme-dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const isChecked = (id: string) =>
    electron.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.checked, id);
  expect([await isChecked('theme-dark'), await isChecked('theme-light')]).toEqual([true, false]);
  await chooseMenuItem(electron, 'go-settings');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light');
  await expect.poll(() => isChecked('theme-light')).toBe(true);
  await chooseMenuItem(electron, 'theme-system');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
});

test('help of the menu shows the keys of where one is, and what this is', async ({ launch }) => {
  const { page, profile, electron } = await launch({ now: morning, profile: prepareProbes('basic') });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await chooseMenuItem(electron, 'keys');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: 'Ctrl 1 Today' })).toBeVisible();
  // Nothing opens in front of what is open; once the next command has come, so had this one.
  await chooseMenuItem(electron, 'about');
  await chooseMenuItem(electron, 'theme-dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('dialog', { name: 'About Baseline' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  // Until it is gone from the page, what opens is still the one before.
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await chooseMenuItem(electron, 'about');
  const about = page.getByRole('dialog', { name: 'About Baseline' });
  await expect(about).toContainText(profile);
  await expect(about).toContainText('MIT');
  await page.keyboard.press('Escape');
  await startReview(page);
  await chooseMenuItem(electron, 'keys');
  await expect(page.getByRole('dialog').getByRole('table', { name: 'Before the answer' })).toBeVisible();
});

test('the database is checked, and the outcome told', async ({ launch }) => {
  const { page, electron } = await launch({ now: morning, profile: prepareProbes('basic') });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await runInMain(
    electron,
    ({ dialog }) => {
      dialog.showMessageBox = async (...given: unknown[]) => {
        Reflect.set(globalThis, 'told', given.at(-1));
        return { response: 0, checkboxChecked: false };
      };
    },
    null,
  );
  await chooseMenuItem(electron, 'check');
  await expect
    .poll(() => electron.evaluate(() => Reflect.get(globalThis, 'told')))
    .toMatchObject({ type: 'info', message: 'The database is sound.' });
});
