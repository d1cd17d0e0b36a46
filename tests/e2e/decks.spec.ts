import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '../helpers/app-test.ts';
import { formatDeck, makeCards, writeDeck } from '../helpers/decks.ts';
import { readCard } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import {
  answer,
  morning,
  openScreen,
  prepareProbes,
  question,
  said,
  startReview,
} from '../helpers/review-page.ts';

test('a deck put into the folder appears, with its cards, while the app runs', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning });
  await openScreen(page, 'Decks');
  await expect(page.getByText('None yet.')).toBeVisible();
  const file = writeDeck(profile, 'own.yaml', formatDeck(makeCards(3), { deck: 'own' }));
  await expect(page.getByRole('row', { name: `The deck own 3 ${file}` })).toBeVisible();
  fs.writeFileSync(file, formatDeck(makeCards(4), { deck: 'own' }));
  await expect(page.getByRole('row', { name: `The deck own 4 ${file}` })).toBeVisible();
  fs.rmSync(file);
  await expect(page.getByText('None yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('row', { name: /The deck own/ })).toHaveCount(0);
});

const faulty = `# My own cards.
deck: mine
title: My deck
topic: mine
cards:
  - kind: basic # the first
    ask: Which card has no id?
    answer: This one.
  - id: mine.number
    kind: number
    ask: How many?
    value: many
    unit: ms
    accept: [1, 2]
  - id: mine.sound
    kind: basic
    ask: Does this one work?
    answer: Yes.
`;

test('faults are told by file, line and field; a missing id is written by one key; the rest works', async ({
  launch,
}) => {
  const profile = prepareProbes();
  const file = writeDeck(profile, 'mine.yaml', faulty);
  const { page } = await launch({ now: morning, profile });
  await page.getByRole('button', { name: '2 problems in your decks' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Decks', exact: true })).toBeFocused();
  await expect(page.getByRole('heading', { name: file })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'line 12, cards[1].value' })).toBeVisible();
  const missing = page.getByRole('listitem').filter({ hasText: 'line 6, cards[0].id is missing' });
  await expect(missing).toBeVisible();
  await expect(page.getByRole('row', { name: `My deck 1 ${file}` })).toBeVisible();

  await page.getByRole('button', { name: 'Write 1 missing id' }).press('Enter');
  await expect(said(page, `1 id written into ${file}.`)).toBeVisible();
  await expect(missing).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Decks', exact: true })).toBeFocused();
  await expect(page.getByRole('row', { name: `My deck 2 ${file}` })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'line 13, cards[1].value' })).toBeVisible();
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  expect(lines[5]).toMatch(/^ {2}- id: mine\.\S+$/);
  expect(lines[6]).toBe('    kind: basic # the first');
  expect([...lines.slice(0, 5), ...lines.slice(7)]).toEqual([
    ...faulty.split('\n').slice(0, 5),
    ...faulty.split('\n').slice(6),
  ]);
});

test('a note is kept with the card and shown on its back', async ({ launch }) => {
  const app = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  await startReview(app.page);
  await app.page.keyboard.press('n');
  const dialog = app.page.getByRole('dialog', { name: 'Your note on this card' });
  await expect(dialog.getByRole('textbox', { name: /^Note/ })).toBeFocused();
  await app.page.keyboard.type('Think of a **duck** - or of u and me.');
  await app.page.keyboard.press('Control+Enter');
  await expect(said(app.page, 'Note kept.')).toBeVisible();
  await expect(question(app.page, probes.basic.ask)).toBeFocused();
  expect(readCard(app.profile, 'probe.basic').state.note).toBe('Think of a **duck** - or of u and me.');
  await app.reopen();
  await startReview(app.page);
  await app.page.keyboard.press('Space');
  await expect(answer(app.page)).toContainText('Think of a duck - or of u and me.');
});

test('a wrong fact is reported in a file; the card’s source opens from the card', async ({ launch }) => {
  const { page, profile, electron } = await launch({ now: morning, profile: prepareProbes('basic') });
  await startReview(page);
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Report a wrong fact' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Write something first.');
  await page.keyboard.type('It was green when I last saw it.');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'The report was written to')).toContainText(path.join(profile, 'reports'));
  const [report = ''] = fs.readdirSync(path.join(profile, 'reports'));
  const text = fs.readFileSync(path.join(profile, 'reports', report), 'utf8');
  expect(text).toContain('It was green when I last saw it.');
  expect(text).toContain('# A wrong fact in probe.basic');

  // The system's editor is the one part that is not ours: what it is given is looked at instead.
  await electron.evaluate(({ shell }) => {
    shell.openPath = async target => {
      Reflect.set(globalThis, 'openedPath', target);
      return '';
    };
  });
  await page.keyboard.press('m');
  await page.getByRole('button', { name: /^Open its source/ }).press('Enter');
  const source = path.join(profile, 'decks', 'probe.yaml');
  await expect(said(page, `Opened ${source}`)).toBeVisible();
  expect(await electron.evaluate(() => Reflect.get(globalThis, 'openedPath'))).toBe(source);
});
