import { expect, test } from '../helpers/app-test.ts';
import { listOverflowing, makeSmall } from '../helpers/layout.ts';
import { probes } from '../helpers/probes.ts';
import { answer, morning, openScreen, prepareProbes, question, startReview } from '../helpers/review-page.ts';

test('at 900 × 600 and 200 % nothing is cut off, and what acts stays in sight', async ({ launch }) => {
  const { page, electron } = await launch({ now: morning, profile: prepareProbes('choice', 'number') });
  await makeSmall(electron, page, 2);
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
  expect(await listOverflowing(page)).toEqual([]);
  for (const name of ['Progress', 'Decks', 'Settings'] as const) {
    await openScreen(page, name);
    await expect(page.getByRole('button', { name: 'Today' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
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

test('at 900 × 600 and 200 % a notice covers no part of the card, and goes with the reveal', async ({
  launch,
}) => {
  const { page, electron } = await launch({ now: morning, profile: prepareProbes('choice', 'number') });
  await makeSmall(electron, page, 2);
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
