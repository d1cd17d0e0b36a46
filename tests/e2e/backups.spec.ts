import { expect, test } from '../helpers/app-test.ts';
import { readCard } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import { answer, morning, openScreen, prepareProbes, question, startReview } from '../helpers/review-page.ts';

test('a person goes back to a backup and comes back again, by keyboard', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  await openScreen(page, 'Settings');
  const backups = page.getByRole('region', { name: 'Backups' });
  // One was made at the start, of what was there then.
  await expect(backups.getByText(/at a start/)).toBeVisible();
  await backups.getByRole('button', { name: 'Back up now' }).press('Enter');
  await expect(page.getByText('Backed up.')).toBeVisible();
  await expect(backups.getByText(/by hand/)).toBeVisible();

  await page.keyboard.press('Escape');
  await startReview(page);
  await expect(question(page, probes.basic.ask)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(answer(page)).toContainText(probes.basic.answer);
  await page.keyboard.press('Space');
  await expect(question(page, probes.second.ask)).toBeFocused();
  await page.keyboard.press('Escape');
  const answered = () => readCard(profile, probes.basic.id).log.length;
  const after = answered();

  await openScreen(page, 'Settings');
  await backups
    .getByRole('button', { name: /^Restore 24 Nov, 08:00$/ })
    .first()
    .press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Restore 24 Nov/ });
  await expect(dialog.getByText('is saved as a backup first')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Everything is as on 24 Nov/)).toBeVisible();
  await expect(backups.getByText(/before a restore/)).toBeVisible();
  expect(answered()).not.toEqual(after);

  await backups
    .getByRole('listitem')
    .filter({ hasText: 'before a restore' })
    .getByRole('button')
    .press('Enter');
  await page.keyboard.press('Enter');
  await expect(backups.getByText(/before a restore/)).toHaveCount(2);
  expect(answered()).toEqual(after);
});
