import { expect, type Page } from '@playwright/test';
import { prepareLearner } from '../past.ts';
import { morning } from '../review-page.ts';
import { closeDialog, openDialog, type Scene, seeHeading, showScreen } from './scene.ts';

const begin = { atMs: Date.parse('2026-08-10T07:00:00+02:00'), offsetMin: 120 };

/** Opens a dialog over the list of cards by a key of its own. */
function openFromList(key: string, name: string): (page: Page) => Promise<void> {
  return async page => {
    await closeDialog(page);
    await page.getByRole('listbox', { name: 'Cards' }).focus();
    await openDialog(key, name)(page);
  };
}

/** A hundred days of study: what there is to look at. */
export const learner: Scene = {
  name: 'learner',
  prepare: () => ({ now: morning, profile: prepareLearner({ begin, days: 102, newPerDay: 2, seed: 7 }) }),
  states: [
    { name: 'today', go: page => expect(page.getByRole('button', { name: 'Start' })).toBeVisible() },
    {
      name: 'progress',
      screen: 'progress',
      go: showScreen('progress', page => expect(page.getByRole('figure').first()).toBeVisible()),
    },
    {
      name: 'defaults',
      screen: 'defaults',
      go: showScreen('defaults', page => seeHeading(page, 'Defaults')),
    },
    {
      name: 'default',
      go: async page => {
        await page.getByRole('button', { name: 'Cache-aside' }).press('Enter');
        await expect(page.getByRole('heading', { level: 1, name: 'Cache-aside' })).toBeFocused();
      },
    },
    {
      name: 'cards',
      screen: 'cards',
      go: showScreen('cards', async page => {
        await page.keyboard.type('prop:reps>4');
        await expect(page.getByRole('listbox', { name: 'Cards' }).getByRole('option').first()).toBeVisible();
      }),
    },
    {
      name: 'card-preview',
      go: async page => {
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('figure', { name: 'How it was held' })).toBeVisible();
      },
    },
    { name: 'search-terms', go: openFromList('?', 'Search terms') },
    { name: 'cards-tag', go: openFromList('t', 'Tag') },
    { name: 'cards-due', go: openFromList('d', 'Set due') },
    {
      name: 'cards-none',
      go: async page => {
        await closeDialog(page);
        await page.keyboard.press('/');
        await page.keyboard.type('is:suspended lamp');
        await expect(page.getByText('No card is like that.')).toBeVisible();
      },
    },
    {
      name: 'cards-misread',
      go: async page => {
        await page.keyboard.press('Control+f');
        await page.keyboard.type('is:sleepy');
        await expect(page.getByText(/^is:sleepy is not known/)).toBeVisible();
      },
    },
    {
      name: 'settings',
      screen: 'settings',
      go: async page => {
        await showScreen('settings', () => seeHeading(page, 'Backups'))(page);
      },
    },
    {
      name: 'start-over',
      go: async page => {
        await page.getByRole('button', { name: 'Start over…' }).press('Enter');
        await expect(page.getByRole('dialog', { name: 'Start over?' })).toBeVisible();
      },
    },
    {
      name: 'about',
      go: async page => {
        await closeDialog(page);
        await page.getByRole('heading', { level: 1 }).focus();
        await page.keyboard.press('Control+k');
        await page.keyboard.type('about');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog', { name: 'About Baseline' })).toBeVisible();
      },
    },
  ],
};
