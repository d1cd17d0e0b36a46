import { countOf } from '../../src-shared/domain/wording.ts';
import { expect, test } from '../helpers/app-test.ts';
import { prepareProfile, readCard, readTopics } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import {
  answer,
  leaveOutNewCards,
  morning,
  prepareProbes,
  prepareReviews,
  question,
  said,
  startReview,
} from '../helpers/review-page.ts';

test('today’s screen counts what is due, new and in steps by topic', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('basic', 'choice') });
  await expect(page.getByRole('heading', { name: 'Tuesday, 24 November' })).toBeFocused();
  const topics = readTopics(profile, morning);
  expect(topics.at(-1)).toEqual({ title: 'The deck probe', counts: { new: 0, learning: 2, due: 0 } });
  const rows = await page.getByRole('row').allInnerTexts();
  expect(rows.slice(1).map(row => row.split(/\t|\n/).filter(Boolean))).toEqual(
    topics.map(({ title, counts }) => [title, ...[counts.due, counts.learning, counts.new].map(String)]),
  );
  const fresh = topics.reduce((sum, { counts }) => sum + counts.new, 0);
  await expect(page.getByText(`${fresh} new cards and 2 still being learnt.`)).toBeVisible();
});

test('the review is begun and left by keyboard', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('basic') });
  await startReview(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Tuesday, 24 November' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(question(page, probes.basic.ask)).toBeFocused();
});

test('the study day turns at four in the morning', async ({ launch }) => {
  const app = await launch({ now: '2026-11-25T03:58:00+01:00' });
  await expect(app.page.getByRole('heading', { name: 'Tuesday, 24 November' })).toBeFocused();
  await app.reopen({ now: '2026-11-25T04:00:00+01:00' });
  await expect(app.page.getByRole('heading', { name: 'Wednesday, 25 November' })).toBeFocused();
});

test('days in a row are told', async ({ launch }) => {
  const answers = ['22', '23', '24'].map(day => ({
    card: 'probe.basic',
    rating: 'again' as const,
    at: `2026-11-${day}T07:00:00+01:00`,
  }));
  const { page } = await launch({ now: morning, profile: prepareProfile([probes.basic], answers) });
  await expect(page.getByText('3 days in a row. 1 answer today.')).toBeVisible();
});

test('a day to its end: a wait, learning ahead, what was done, and extra study that changes nothing', async ({
  launch,
}) => {
  const reviews = prepareReviews('basic', 'second', 'third');
  const { page, profile } = await launch({ now: morning, profile: reviews });
  await leaveOutNewCards(page);
  await expect(page.getByText('3 reviews.')).toBeVisible();
  await startReview(page);
  for (const [name, digit] of [
    ['basic', '1'],
    ['second', '3'],
    ['third', '1'],
  ] as const) {
    await expect(question(page, probes[name].ask)).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press(digit);
  }

  await expect(page.getByRole('heading', { name: 'A short wait' })).toBeFocused();
  await expect(page.getByRole('timer')).toHaveText(/^(10:00|9:[345]\d)$/);
  await page.keyboard.press('Enter');
  // Asked for once, learning ahead holds for the session: no second wait between the two.
  for (const name of ['basic', 'third'] as const) {
    await expect(question(page, probes[name].ask)).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('3');
  }

  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeFocused();
  await expect(page.getByText('5 answers in less than a minute.')).toBeVisible();
  await expect(page.getByText('1 of 3 reviews, 33 %.')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText([probes.third.ask, probes.basic.ask]);
  const dates = ['probe.basic', 'probe.second', 'probe.third'].map(id => readCard(profile, id).state.dueDate);
  const due = dates.filter(date => date === '2026-11-25').length;
  const tomorrow = due === 0 ? 'Nothing is due.' : `${countOf(due, 'review')}.`;
  await expect(page.getByText(tomorrow, { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Done for today.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Start|Continue)/ })).toHaveCount(0);

  const before = readCard(profile, 'probe.basic');
  await page.getByRole('button', { name: 'Only what I miss' }).press('Enter');
  // Only the two that were missed come.
  await expect(page.getByText('2 to practise')).toBeVisible();
  for (const next of [
    page.getByText('1 to practise'),
    page.getByRole('heading', { name: 'That was the extra study' }),
  ]) {
    await page.keyboard.press('Space');
    await expect(page.getByText('the schedule stays as it is')).toBeVisible();
    await page.keyboard.press('1');
    await expect(next).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: 'That was the extra study' })).toBeFocused();
  const after = readCard(profile, 'probe.basic');
  expect(after.state).toEqual(before.state);
  expect(after.log).toEqual(['Again in extra study', ...before.log]);
});

test('extra study for half an hour, or of one topic', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareReviews('basic', 'second') });
  await leaveOutNewCards(page);
  await startReview(page);
  for (const next of [
    question(page, probes.second.ask),
    page.getByRole('heading', { name: 'Done for today' }),
  ]) {
    await page.keyboard.press('Space');
    await expect(answer(page)).toBeVisible();
    await page.keyboard.press('3');
    await expect(next).toBeFocused();
  }
  await page.getByRole('button', { name: 'Only what I miss' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing to practise here' })).toBeFocused();
  await page.getByRole('button', { name: '30 minutes' }).press('Enter');
  await expect(page.getByText('2 to practise · about 30 minutes left')).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await expect(page.getByText('1 to practise · about 30 minutes left')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Only The deck probe' }).press('Enter');
  await expect(page.getByText('2 to practise', { exact: true })).toBeVisible();
  await page.keyboard.press('u');
  await expect(said(page, /^Undone: Easy \(extra study\) on “/)).toBeVisible();
});
