import { expect } from '@playwright/test';
import { openMocks } from '../mock-page.ts';
import { morning, openScreen, typeSetting } from '../review-page.ts';
import { beginFirstEvening, decideOn, takeFirstEvening } from '../round-page.ts';
import { closeDialog, openDialog, type Scene, seeHeading, showScreen } from './scene.ts';

/** The first evening: a profile in which nothing was done. */
export const newcomer: Scene = {
  name: 'newcomer',
  prepare: () => ({ now: morning }),
  states: [
    { name: 'first-start', screen: 'today', go: page => seeHeading(page, /^Three questions/) },
    { name: 'palette', go: openDialog('Control+k', 'Go to') },
    {
      name: 'palette-found',
      go: async page => {
        await page.keyboard.type('cache');
        await expect(page.getByRole('option', { name: /Card$/ }).first()).toBeVisible();
      },
    },
    {
      name: 'keys',
      go: async page => {
        await closeDialog(page);
        await page.getByRole('heading', { level: 1 }).focus();
        await openDialog('?', 'Keyboard shortcuts')(page);
      },
    },
    {
      name: 'progress-empty',
      go: async page => {
        await closeDialog(page);
        await showScreen('progress', () => seeHeading(page, 'Progress'))(page);
      },
    },
    { name: 'plan-empty', go: showScreen('plan', page => seeHeading(page, 'Interview plan')) },
    {
      name: 'plan',
      screen: 'plan',
      go: async page => {
        await page.getByLabel('Interview date').fill('2026-12-08');
        await seeHeading(page, /^14 days left/);
      },
    },
    {
      name: 'round',
      go: async page => {
        await showScreen('today', () => seeHeading(page, /^Three questions/))(page);
        await beginFirstEvening(page);
      },
    },
    { name: 'round-verdict', go: page => decideOn(page, 1) },
    {
      name: 'round-result',
      go: async page => {
        await page.keyboard.press('Enter');
        await takeFirstEvening(page, 2);
      },
    },
    {
      name: 'round-past',
      go: async page => {
        await page.keyboard.press('Escape');
        await openMocks(page);
        const rounds = page.getByRole('region', { name: 'Past rounds' });
        await rounds.getByRole('button', { name: 'Starting point' }).press('Enter');
        await expect(page.getByText(/^\d of 10 held\.$/)).toBeVisible();
      },
    },
    {
      name: 'today-nothing',
      go: async page => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('heading', { level: 1, name: 'Mock interviews' })).toBeFocused();
        await openScreen(page, 'Settings');
        await typeSetting(page, 'New cards a day', '0');
        await page.keyboard.press('Tab');
        await showScreen('today', () => expect(page.getByText('Nothing is due today.')).toBeVisible())(page);
      },
    },
  ],
};
