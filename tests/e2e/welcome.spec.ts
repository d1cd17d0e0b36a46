import { expect, test } from '../helpers/app-test.ts';
import { makeProfileFolder } from '../helpers/new-profile.ts';
import { morning, openScreen } from '../helpers/review-page.ts';
import { takeFirstEvening } from '../helpers/round-page.ts';

test('the first start: three answers, the diagnostic, its map, and the cards that close the gaps, by keyboard', async ({
  launch,
}) => {
  // Truly new, as no other test's profile is: the decks are read before the first screen.
  const { page } = await launch({ now: morning, profile: makeProfileFolder() });
  const form = page.getByRole('form', { name: /^Three questions/ });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await form.getByLabel('When is your interview?').fill('2026-12-18');
  await form.getByRole('radio', { name: '20', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(form.getByRole('radio', { name: /^Been in/ })).toBeChecked();
  await page.keyboard.press('Enter');

  await takeFirstEvening(page);
  await expect(page.getByRole('heading', { name: 'The six topics' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Review/ })).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);

  await openScreen(page, 'Settings');
  await expect(page.getByLabel('Interview date')).toHaveValue('2026-12-18');
  await expect(page.getByRole('textbox', { name: 'Minutes a day' })).toHaveValue('10');
  await expect(page.getByRole('textbox', { name: 'New cards a day' })).toHaveValue('10');
  await page.keyboard.press('Escape');
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Mocks' })
    .press('Enter');
  await page.getByRole('button', { name: /^Take it/ }).press('Enter');
  await expect(page.getByRole('radio', { name: /^Open/ })).toBeChecked();
  // The first one is to be learnt from.
  await expect(page.getByRole('radio', { name: /^Practice/ })).toBeChecked();
});

test('a person who would rather see cards just begins, and is not asked again', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await expect(page.getByRole('form', { name: /^Three questions/ })).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Review/ })).toBeAttached();
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Five minutes/ })).toBeVisible();
  await expect(page.getByRole('form', { name: /^Three questions/ })).toHaveCount(0);
});
