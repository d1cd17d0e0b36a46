import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { formatDeck, writeDeck } from '../decks.ts';
import { editProbe, preview } from '../editor-page.ts';
import { askForProgress, spoilProgress, unfoldDetails } from '../faulty-screen.ts';
import { prepareConflict } from '../past.ts';
import { probes } from '../probes.ts';
import { morning } from '../review-page.ts';
import { closeDialog, type Scene, seeHeading, showScreen } from './scene.ts';

/** Decks of one's own: what is wrong with one, a card that is written, a file that waits, and what fails. */
export const author: Scene = {
  name: 'author',
  prepare: () => {
    const [red, ...others] = probes.choice.options;
    const elsewhere = { ...probes.choice, options: [{ ...red, text: 'The yellow lamp' }, ...others] };
    const profile = prepareConflict(probes.choice, elsewhere);
    writeDeck(profile, 'faulty.yaml', formatDeck([{ kind: 'basic', ask: 'No id?', answer: 'None.' }]));
    const file = path.join(profile, 'Words.csv');
    fs.writeFileSync(file, 'front,back\nWhy?,So.\n');
    return { now: morning, profile, file };
  },
  states: [
    {
      name: 'import-waits',
      go: page => expect(page.getByRole('button', { name: 'Bring it in' })).toBeFocused(),
    },
    {
      name: 'decks',
      screen: 'decks',
      go: showScreen('decks', async page => {
        await seeHeading(page, 'Problems');
        await seeHeading(page, 'Edited in two places');
      }),
    },
    {
      name: 'new-deck',
      go: async page => {
        await page.getByRole('button', { name: 'New deck…' }).press('Enter');
        await expect(page.getByRole('dialog', { name: 'New deck' })).toBeVisible();
      },
    },
    {
      name: 'editor-new',
      go: async page => {
        await page.keyboard.type('Mine');
        await page.keyboard.press('Enter');
        await expect(preview(page).getByRole('listitem').first()).toBeVisible();
      },
    },
    {
      name: 'editor-faulty',
      go: async page => {
        await page.keyboard.press('Control+s');
        await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused();
      },
    },
    {
      name: 'editor-form',
      go: async page => {
        await page.keyboard.press('Escape');
        await editProbe(page);
        await expect(preview(page)).toContainText('Which lamp does the probe light?');
      },
    },
    {
      name: 'editor-text',
      go: async page => {
        await page.getByRole('button', { name: 'Write as text' }).press('Enter');
        await expect(page.getByRole('textbox', { name: 'The card as its file has it' })).toBeVisible();
      },
    },
    {
      name: 'editor-conflict',
      go: async (page, { profile }) => {
        const file = path.join(profile, 'decks', 'probe.yaml');
        fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('The green lamp', 'A blue lamp'));
        await page.keyboard.press('Control+s');
        await expect(page.getByRole('dialog', { name: 'Changed in its file meanwhile' })).toBeVisible();
      },
    },
    {
      name: 'fault',
      go: async (page, { electron }) => {
        await closeDialog(page);
        await page.keyboard.press('Escape');
        await electron.evaluate(({ ipcMain }) => ipcMain.removeHandler('stats:get'));
        await askForProgress(page);
        await unfoldDetails(page.getByRole('alert'));
      },
    },
    {
      name: 'not-drawn',
      go: async (page, { electron }) => {
        await spoilProgress(electron);
        await page.keyboard.press('Escape');
        await seeHeading(page, 'Tuesday, 24 November');
        await askForProgress(page);
        await seeHeading(page, 'This screen could not be drawn');
        await unfoldDetails(page.getByRole('main'));
      },
    },
  ],
};
