import { expect } from '@playwright/test';
import { prepareDamaged } from '../damaged-profile.ts';
import { morning } from '../review-page.ts';
import { closeDialog, type Scene, seeHeading } from './scene.ts';

/** A database that is damaged: what is said, and what can be done. */
export const unlucky: Scene = {
  name: 'unlucky',
  prepare: () => ({ now: morning, profile: prepareDamaged({ keep: 4 }) }),
  states: [
    { name: 'recovery', go: page => seeHeading(page, 'Your database is damaged') },
    {
      name: 'recovery-details',
      go: async page => {
        await page.getByText('Details').press('Enter');
        await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible();
      },
    },
    {
      name: 'recovery-anew',
      go: async page => {
        await page.getByRole('button', { name: 'Start anew…' }).press('Enter');
        await expect(page.getByRole('dialog', { name: 'Start anew?' })).toBeVisible();
      },
    },
    {
      name: 'recovery-done',
      go: async page => {
        await closeDialog(page);
        await page.getByRole('button', { name: 'Save it' }).press('Enter');
        await seeHeading(page, /saved$/);
      },
    },
  ],
};
