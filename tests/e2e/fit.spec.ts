import { expect, test } from '../helpers/app-test.ts';
import { prepareProfile } from '../helpers/past.ts';
import { openScreen, said } from '../helpers/review-page.ts';

const now = '2026-11-24T08:00:00+01:00';

/** Sixty cards, each answered on five days; those that FSRS expects to be held are forgotten half of the time. */
function prepareForgetful(): string {
  const cards = Array.from({ length: 60 }, (_, index) => ({ id: `fit.${index}` }));
  const answers = cards.flatMap(({ id }, index) =>
    [0, 2, 6, 12, 24].map((day, turn) => ({
      card: id,
      rating: turn > 0 && (index + turn) % 2 === 0 ? ('again' as const) : ('good' as const),
      at: new Date(Date.UTC(2026, 9, 1 + (index % 20) + day, 8, index)).toISOString(),
    })),
  );
  return prepareProfile(
    cards,
    answers.sort((a, b) => (a.at < b.at ? -1 : 1)),
  );
}

test('with few reviews the fit is refused, and says how many are needed', async ({ launch }) => {
  const app = await launch({ now });
  await openScreen(app.page, 'Settings');
  await app.page.getByRole('button', { name: 'Fit now' }).press('Enter');
  await expect(
    app.page.getByRole('status').filter({ hasText: 'Not enough reviews yet: 0 of 100.' }),
  ).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Apply' })).toHaveCount(0);
});

test('a fit is applied when the person agrees, and undone like anything else', async ({ launch }) => {
  const app = await launch({ now: '2026-11-14T08:00:00+01:00', profile: prepareForgetful() });
  const { page } = app;
  await openScreen(page, 'Settings');
  await page.getByRole('button', { name: 'Fit now' }).press('Enter');
  await expect(page.getByText('It foresees your memory better.')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Also move due dates/ }).check();
  await page.getByRole('button', { name: 'Apply' }).press('Enter');
  await expect(said(page, /^Fitted to your memory; (no due date|\d+ due dates?) changed\.$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fit now' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect(said(page, 'Undone: Change of parameters')).toBeVisible();
});
