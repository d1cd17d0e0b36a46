import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialogs } from '../helpers/answer-dialogs.ts';
import { expect, test } from '../helpers/app-test.ts';
import { readCard } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import { morning, openScreen, prepareReviews } from '../helpers/review-page.ts';

const section = (page: Page) => page.getByRole('region', { name: 'Export and import' });
const exportAs = (page: Page, name: string) =>
  section(page)
    .getByRole('button', { name: `Export: ${name}` })
    .press('Enter');
const importFile = (page: Page) =>
  section(page).getByRole('button', { name: 'Import a file' }).press('Enter');

test('everything goes out of one profile and into a new one, by keyboard', async ({ launch }) => {
  const first = await launch({ now: morning, profile: prepareReviews('basic', 'second') });
  const file = path.join(first.profile, 'all.json');
  await answerDialogs(first.electron, null);
  await openScreen(first.page, 'Settings');
  await exportAs(first.page, 'Everything');
  await expect(section(first.page).getByRole('status')).toBeEmpty();
  await answerDialogs(first.electron, file);
  await exportAs(first.page, 'Everything');
  await expect(section(first.page).getByText('Saved: 2 events, 2 own cards, 0 pictures.')).toBeVisible();
  await expect(section(first.page).getByText(file)).toBeVisible();
  const second = await launch({ now: morning });
  await answerDialogs(second.electron, file);
  await openScreen(second.page, 'Settings');
  await importFile(second.page);
  await expect(
    section(second.page).getByText('all.json: 2 new cards, progress of 2 cards with 2 answers.'),
  ).toBeVisible();
  expect(readCard(second.profile, probes.basic.id)).toEqual(readCard(first.profile, probes.basic.id));
  await importFile(second.page);
  await expect(section(second.page).getByText('all.json: 2 cards known already.')).toBeVisible();
  await second.page.keyboard.press('Escape');
  await expect(second.page.getByText(/2 reviews/)).toBeVisible();
});

test('tables, an Anki package and the readiness report as a PDF are written', async ({ launch }) => {
  const { page, profile, electron } = await launch({ now: morning, profile: prepareReviews('basic') });
  await openScreen(page, 'Settings');
  for (const [name, file, head] of [
    ['Tables', 'tables.zip', 'PK'],
    ['Anki package', 'deck.apkg', 'PK'],
    ['Readiness report', 'ready.pdf', '%PDF-'],
    ['Readiness report', 'ready.html', '<!doctype html>'],
  ] as const) {
    const target = path.join(profile, file);
    await answerDialogs(electron, target);
    await exportAs(page, name);
    await expect(section(page).getByText(target)).toBeVisible();
    expect(fs.readFileSync(target, 'latin1').startsWith(head)).toBe(true);
    expect(fs.statSync(target).mode & 0o077).toBe(0);
  }
});

test('a text becomes a deck of one’s own; what is no deck is told, with what to do', async ({ launch }) => {
  const { page, profile, electron } = await launch({ now: morning });
  await openScreen(page, 'Settings');
  const deck = path.join(profile, 'Mine.csv');
  fs.writeFileSync(deck, 'front,back\nWhy?,So.\n');
  await answerDialogs(electron, deck);
  await importFile(page);
  await expect(section(page).getByText('Mine.csv: 1 new card.')).toBeVisible();
  const broken = path.join(profile, 'broken.json');
  fs.writeFileSync(broken, '{"baseline":1,"events":[{}]}');
  await answerDialogs(electron, broken);
  await importFile(page);
  await expect(page.getByRole('alert').filter({ hasText: 'events[0]' })).toContainText(
    'Nothing was changed.',
  );
});

test('a card edited in two places is shown on Decks, and decided on by keyboard', async ({ launch }) => {
  const edit = (profile: string, answer: string): void => {
    const file = path.join(profile, 'decks', 'probe.yaml');
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace(probes.basic.answer, answer));
  };
  const [one, two] = [prepareReviews('basic'), prepareReviews('basic')];
  const first = await launch({ now: morning, profile: one });
  edit(one, 'From the first.');
  const file = path.join(one, 'all.json');
  await answerDialogs(first.electron, file);
  await openScreen(first.page, 'Settings');
  await expect(async () => {
    await exportAs(first.page, 'Everything');
    await expect(section(first.page).getByText(/^Saved/)).toBeVisible();
    expect(fs.readFileSync(file, 'utf8')).toContain('From the first.');
  }).toPass();
  await first.close();
  edit(two, 'From the second.');
  const { page, electron } = await launch({ now: '2026-11-24T09:00:00+01:00', profile: two });
  await answerDialogs(electron, file);
  await openScreen(page, 'Settings');
  await importFile(page);
  await expect(section(page).getByText(/edited in two places/)).toBeVisible();
  await openScreen(page, 'Decks');
  const conflict = page.getByRole('article', { name: /^Two versions of/ });
  await expect(conflict).toContainText('answer: From the second.');
  await conflict.getByRole('button', { name: 'Use this instead' }).press('Enter');
  await expect(page.getByText('The other version stands now.')).toBeVisible();
  await expect(conflict).toHaveCount(0);
  expect(fs.readFileSync(path.join(two, 'decks', 'probe.yaml'), 'utf8')).toContain('From the first.');
});
