import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { formatDeck, writeDeck } from '../decks.ts';
import { editProbe, preview } from '../editor-page.ts';
import { morning, prepareProbes } from '../review-page.ts';
import { closeDialog, type Scene, seeHeading, showScreen } from './scene.ts';

/** Decks of one's own: what is wrong with one, a card that is written, a file that waits, and a fault. */
export const author: Scene = {
  name: 'author',
  prepare: () => {
    const profile = prepareProbes('choice');
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
      go: showScreen('decks', page => seeHeading(page, 'Problems')),
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
        fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('The red lamp', 'A blue lamp'));
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
        await page
          .getByRole('navigation', { name: 'Screens' })
          .getByRole('button', { name: 'Progress' })
          .press('Enter');
        await page.getByRole('alert').getByText('Details').click();
        await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible();
      },
    },
  ],
};
