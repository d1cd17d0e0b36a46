import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { editProbe, preview } from '../helpers/editor-page.ts';
import { morning, openScreen, prepareProbes, question, said, startReview } from '../helpers/review-page.ts';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('a deck is begun and cards are written into its file, each with its preview, by keyboard', async ({
  launch,
}) => {
  const { page, profile } = await launch({ now: morning });
  await openScreen(page, 'Decks');
  await page.getByRole('button', { name: 'New deck…' }).press('Enter');
  await page.keyboard.type('My queues');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New card in My queues' })).toBeVisible();
  await field(page, 'Question').fill('What keeps a queue **short**?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Enough workers.');
  await expect(preview(page)).toContainText('What keeps a queue short?');
  await expect(preview(page).getByText('Enough workers.')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(said(page, 'Saved in My queues.')).toBeVisible();
  const file = path.join(profile, 'decks', 'my-queues.yaml');
  expect(fs.readFileSync(file, 'utf8')).toContain('ask: What keeps a queue **short**?');

  // The next one begins at once; a gap that is not closed is told beside its field.
  await page.getByLabel('Kind').selectOption('Fill the gap');
  await field(page, 'Text').fill('A queue {{smooths');
  await page.keyboard.press('Control+s');
  await expect(field(page, 'Text')).toBeFocused();
  await expect(field(page, 'Text')).toHaveAccessibleDescription(/needs at least one gap/);
  await page.keyboard.press('End');
  await page.keyboard.type('}} peaks.');
  await page.keyboard.press('Control+s');
  await expect(field(page, 'Text')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /My queues/ })).toContainText('2');
});

test('an edit is kept unsaved over a restart, saved, and asked in the review, which leads back to it', async ({
  launch,
}) => {
  const app = await launch({ now: morning, profile: prepareProbes('basic') });
  await editProbe(app.page);
  await field(app.page, 'Question').fill('Which colour has the probe now?');
  await app.page.keyboard.press('Escape');
  await expect(said(app.page, /^Not saved yet/)).toBeVisible();
  await app.reopen();
  await editProbe(app.page);
  await expect(app.page.getByText('What you had not saved is back.')).toBeVisible();
  await expect(field(app.page, 'Question')).toHaveValue('Which colour has the probe now?');
  await app.page.keyboard.press('Control+s');
  await expect(app.page.getByRole('searchbox')).toHaveValue('deck:probe');
  await app.page.keyboard.press('Escape');
  await startReview(app.page);
  await expect(question(app.page, 'Which colour has the probe now?')).toBeFocused();
  await app.page.keyboard.press('e');
  await expect(app.page.getByRole('heading', { name: 'A card of The deck probe' })).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(question(app.page, 'Which colour has the probe now?')).toBeFocused();
});

test('a card that was changed in its file meanwhile is overwritten by nobody until one version is chosen', async ({
  launch,
}) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('basic') });
  const file = path.join(profile, 'decks', 'probe.yaml');
  await editProbe(page);
  await field(page, 'Answer').fill('Mine.');
  const outside = fs.readFileSync(file, 'utf8').replace('The probe is teal.', 'The probe is grey.');
  const isNoticed = page.evaluate(
    () => new Promise<void>(resolve => window.baseline.on('decks:changed', () => resolve())),
  );
  fs.writeFileSync(file, outside);
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Changed in its file meanwhile' });
  await expect(dialog).toContainText('The probe is grey.');
  await expect(dialog).toContainText('answer: Mine.');
  // That the app notices the change as well takes nothing away.
  await isNoticed;
  await page.evaluate(async () => {
    // Whatever is read anew has been answered before this, and drawn by the next frame.
    await window.baseline.call('decks:list', {});
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  await expect(dialog).toContainText('answer: Mine.');
  expect(fs.readFileSync(file, 'utf8')).toBe(outside);
  await dialog.getByRole('button', { name: 'Take the file’s' }).press('Enter');
  await expect(field(page, 'Answer')).toHaveValue('The probe is grey.');
  await field(page, 'Answer').fill('Mine again.');
  await page.keyboard.press('Control+s');
  await expect(said(page, 'Saved in The deck probe.')).toBeVisible();
  expect(fs.readFileSync(file, 'utf8')).toContain('Mine again.');
});

test('a picture is pasted, shown and kept; what is none is refused', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('basic') });
  await editProbe(page);
  await field(page, 'Answer').focus();
  const paste = (type: string, base64: string) =>
    field(page, 'Answer').evaluate(
      (element, [kind = '', data = '']) => {
        const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], 'clip', { type: kind }));
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true }),
        );
      },
      [type, base64],
    );
  await paste('image/png', Buffer.from('no picture').toString('base64'));
  await expect(page.getByText('That is no picture that a card can show.')).toBeVisible();
  await paste(
    'image/png',
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  );
  await expect(field(page, 'Answer')).toHaveValue(/!\[what it shows\]\(media\/[0-9a-f]{32}\.png\)/);
  // The description is chosen, so that the next letters say what it shows.
  await page.keyboard.type('a dot');
  const shown = preview(page).getByRole('img', { name: 'a dot' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await page.keyboard.press('Control+s');
  await expect(said(page, /^Saved/)).toBeVisible();
  expect(fs.readdirSync(path.join(profile, 'media'))).toHaveLength(1);
});

test('a card is written as text, and taken out of its deck', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('scenario') });
  const file = path.join(profile, 'decks', 'probe.yaml');
  await editProbe(page);
  const text = field(page, 'The card as its file has it');
  await expect(preview(page).getByRole('list').first()).toBeVisible();
  const before = await text.inputValue();
  await text.fill(before.replace('"ask"', '"aks"'));
  await page.keyboard.press('Control+s');
  await expect(page.getByText('aks: is not a field here').first()).toBeVisible();
  await text.fill(before);
  await page.getByRole('button', { name: 'Take out of the deck…' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).press('Enter');
  await expect(said(page, 'Taken out of The deck probe.')).toBeVisible();
  expect(fs.readFileSync(file, 'utf8')).toContain('cards: []');
});
