import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { prepareProfile, readCard } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import {
  answer,
  leaveOutNewCards,
  morning,
  prepareProbes,
  prepareReviews,
  question,
  rating,
  startReview,
} from '../helpers/review-page.ts';

/** Shows the answer and reads the names of the rating buttons, e.g. `Good 2.5 months`. */
async function readButtons(page: Page): Promise<string[]> {
  await page.keyboard.press('Space');
  await expect(rating(page, 'Easy')).toBeVisible();
  const group = await page.getByRole('group', { name: 'How did it go?' }).ariaSnapshot();
  return [...group.matchAll(/button "(.+)"/g)].map(([, name]) => name ?? '');
}

test('the buttons say the same a minute later and after a restart, and it is what they do', async ({
  launch,
}) => {
  const app = await launch({ now: morning, profile: prepareReviews('basic') });
  await leaveOutNewCards(app.page);
  await startReview(app.page);
  const before = await readButtons(app.page);
  expect(before).toEqual([
    'Again 10 min',
    expect.stringMatching(/^Hard \S+ (days?|months?)$/),
    expect.stringMatching(/^Good \S+ (days?|months?)$/),
    expect.stringMatching(/^Easy \S+ (days?|months?)$/),
  ]);
  await app.reopen({ now: '2026-11-24T08:01:00+01:00' });
  await startReview(app.page);
  expect(await readButtons(app.page)).toEqual(before);
  await app.page.keyboard.press('3');
  await expect(app.page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
  const [last] = readCard(app.profile, 'probe.basic').log;
  expect(last?.replace(', due in', '')).toBe(before[2]);
});

test('what was answered is there after the window was closed', async ({ launch }) => {
  const app = await launch({ now: morning, profile: prepareProbes('basic', 'second', 'third') });
  await startReview(app.page);
  await expect(app.page.getByText(/^3 done/)).toBeVisible();
  for (const next of ['second', 'third'] as const) {
    await app.page.keyboard.press('Space');
    await expect(answer(app.page)).toBeVisible();
    await app.page.keyboard.press('Space');
    await expect(question(app.page, probes[next].ask)).toBeFocused();
  }
  await app.reopen();
  await expect(app.page.getByText('5 answers today.')).toBeVisible();
  await startReview(app.page);
  await expect(question(app.page, probes.third.ask)).toBeFocused();
  await expect(app.page.getByText(/^5 done/)).toBeVisible();
  await expect(app.page.getByRole('progressbar', { name: 'Done today' })).toHaveAttribute('value', '5');
});

test('the next day the right card comes back, and the other one on its day', async ({ launch }) => {
  const profile = prepareProfile(
    [probes.basic, probes.second],
    [
      { card: 'probe.second', rating: 'easy', at: '2026-11-10T08:00:00+01:00' },
      { card: 'probe.basic', rating: 'again', at: '2026-11-24T07:00:00+01:00' },
    ],
  );
  const app = await launch({ now: morning, profile });
  await leaveOutNewCards(app.page);
  await expect(app.page.getByRole('row', { name: 'The deck probe 1 1 0' })).toBeVisible();
  await startReview(app.page);
  await expect(question(app.page, probes.basic.ask)).toBeFocused();
  await app.page.keyboard.press('Space');
  await app.page.keyboard.press('3');
  await expect(question(app.page, probes.second.ask)).toBeFocused();
  await app.page.keyboard.press('Space');
  await app.page.keyboard.press('3');
  await expect(app.page.getByRole('heading', { name: 'A short wait' })).toBeFocused();
  const { dueDate } = readCard(profile, 'probe.second').state;

  await app.reopen({ now: '2026-11-25T08:00:00+01:00' });
  await expect(app.page.getByRole('heading', { name: 'Wednesday, 25 November' })).toBeFocused();
  await expect(app.page.getByRole('row', { name: 'The deck probe 0 1 0' })).toBeVisible();
  await startReview(app.page);
  await expect(question(app.page, probes.basic.ask)).toBeFocused();
  await app.page.keyboard.press('Space');
  await app.page.keyboard.press('4');
  await expect(app.page.getByRole('heading', { name: 'Done for today' })).toBeFocused();

  await app.reopen({ now: `${dueDate}T03:59:00+01:00` });
  await expect(app.page.getByRole('row', { name: 'The deck probe 1 0 0' })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(question(app.page, probes.basic.ask)).toBeFocused();
  await app.reopen({ now: `${dueDate}T08:00:00+01:00` });
  await expect(app.page.getByRole('row', { name: 'The deck probe 2 0 0' })).toBeVisible();
});
