import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { answerDialogs } from '../helpers/answer-dialogs.ts';
import { expect, test } from '../helpers/app-test.ts';
import { runCommand } from '../helpers/new-profile.ts';
import { readCard } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import { morning, openScreen, prepareReviews } from '../helpers/review-page.ts';
import { runInMain } from '../helpers/run-in-main.ts';

/** Has the app write down what it would start again with, instead of ending. */
function interceptRestart(electron: ElectronApplication, note: string): Promise<void> {
  return runInMain(
    electron,
    ({ app }, file) => {
      const quit = app.quit.bind(app);
      app.relaunch = options => {
        process.getBuiltinModule('node:fs').writeFileSync(file, JSON.stringify(options?.args));
        // Only the quit that belongs to it: the test ends the app by another.
        app.quit = () => {
          app.quit = quit;
        };
      };
    },
    note,
  );
}

test('a person starts over by a word, and comes back, by keyboard', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareReviews('basic', 'second') });
  const readLog = () => readCard(profile, probes.basic.id).log.length;
  const before = readLog();
  expect(before).toBeGreaterThan(0);
  await openScreen(page, 'Settings');
  const section = page.getByRole('region', { name: 'Profile folder' });
  await expect(section.getByText(profile, { exact: true })).toBeVisible();
  await section.getByRole('button', { name: 'Start over…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Start over?' });
  await expect(dialog.getByRole('textbox', { name: 'Type “reset” to go on' })).toBeFocused();
  await page.keyboard.type('rest');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(/nothing was changed/);
  expect(readLog()).toEqual(before);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('reset');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Everything begins anew\./)).toBeVisible();
  await expect(section.getByRole('button', { name: 'Start over…' })).toBeFocused();
  expect(readLog()).toEqual(0);

  await page.getByRole('listitem').filter({ hasText: 'by hand' }).getByRole('button').press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Everything is as on 24 Nov/)).toBeVisible();
  expect(readLog()).toEqual(before);
});

test('a profile is copied and the copy opened, and so is another folder; the old one stays', async ({
  launch,
}) => {
  const { page, electron, profile } = await launch({ now: morning, profile: prepareReviews('basic') });
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-place-'));
  const [copy, another, note] = ['Ünïcødé 試し', 'another', 'args.json'].map(name => path.join(place, name));
  if (!copy || !another || !note) throw new Error('three names');
  try {
    for (const folder of [copy, another]) fs.mkdirSync(folder);
    await interceptRestart(electron, note);
    const readArguments = (): unknown => JSON.parse(fs.readFileSync(note, 'utf8'));
    await openScreen(page, 'Settings');
    const section = page.getByRole('region', { name: 'Profile folder' });

    await answerDialogs(electron, profile);
    await section.getByRole('button', { name: 'Open another…' }).press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'open already' })).toBeVisible();
    expect(fs.existsSync(note)).toBe(false);

    await answerDialogs(electron, copy);
    await section.getByRole('button', { name: 'Copy to…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'The copy is whole' });
    await expect(dialog.getByText(copy, { exact: true })).toBeVisible();
    await expect(dialog.getByText(/This profile stays where it is/)).toBeVisible();
    expect(readCard(copy, probes.basic.id)).toEqual(readCard(profile, probes.basic.id));
    expect(runCommand(copy, 'check')).toMatchObject({ faults: [] });
    await expect(dialog.getByRole('button', { name: 'Open the copy' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => fs.existsSync(note)).toBe(true);
    expect(readArguments()).toEqual(expect.arrayContaining([`--now=${morning}`, `--profile=${copy}`]));
    expect(readArguments()).not.toContain(profile);

    fs.rmSync(note);
    await answerDialogs(electron, another);
    await section.getByRole('button', { name: 'Open another…' }).press('Enter');
    await expect.poll(() => fs.existsSync(note)).toBe(true);
    expect(readArguments()).toEqual(expect.arrayContaining([`--profile=${another}`]));
  } finally {
    fs.rmSync(place, { recursive: true, force: true });
  }
});
