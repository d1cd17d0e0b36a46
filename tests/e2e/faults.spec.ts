import { expect, test } from '../helpers/app-test.ts';
import { askForProgress, spoilProgress, unfoldDetails } from '../helpers/faulty-screen.ts';
import { morning } from '../helpers/review-page.ts';

test('a screen that cannot be drawn says so, with what went wrong behind a fold, and one key loads the window again', async ({
  launch,
}) => {
  const { page, electron } = await launch({ now: morning });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await spoilProgress(electron);
  await askForProgress(page);
  await expect(page.getByRole('heading', { level: 1, name: 'This screen could not be drawn' })).toBeFocused();
  await unfoldDetails(page.getByRole('main'));
  await expect(page.getByText(/^TypeError: /)).toBeVisible();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Load again' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tuesday, 24 November' })).toBeFocused();
});
