import { expect, test } from '../helpers/app-test.ts';
import { morning, said } from '../helpers/review-page.ts';

test('an interview date makes a plan: what to expect, its days, and today’s work by it', async ({
  launch,
}) => {
  const app = await launch({ now: morning });
  const { page } = app;
  await page.getByRole('navigation').getByRole('button', { name: 'Plan' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Interview plan' })).toBeFocused();
  await expect(page.getByText('Give the date of your interview.')).toBeVisible();
  await page.getByLabel('Interview date').fill('2026-12-08');
  await expect(said(page, 'Interview date: saved.')).toBeVisible();
  await expect(page.getByRole('heading', { name: '14 days left until Tuesday, 8 December' })).toBeVisible();
  const expected = page.getByRole('definition');
  await expect(expected).toHaveText(['0 %', '0 %', /^\d\d %$/]);
  await page.getByText('As a table').click();
  await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(15);
  await page.getByLabel('Minutes a day').fill('60');
  await page.keyboard.press('Enter');
  await expect(said(page, 'Minutes a day: saved.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Interview in 14 days: about \d\d % known on the day/)).toBeVisible();
  await expect(page.getByText(/\d+ new cards\.$/)).not.toHaveText(/\b20 new cards/);
});

test('from the day on the days are ordinary, and undo takes the date back', async ({ launch }) => {
  const app = await launch({ now: morning });
  const { page } = app;
  await page.getByRole('navigation').getByRole('button', { name: 'Plan' }).click();
  await page.getByLabel('Interview date').fill('2026-11-24');
  await expect(page.getByText('The interview day has come')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('20 new cards.')).toBeVisible();
  await page.keyboard.press('u');
  await expect(said(page, 'Undone: Change of settings')).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Plan' }).click();
  await expect(page.getByLabel('Interview date')).toHaveValue('');
});
