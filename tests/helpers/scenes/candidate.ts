import { expect } from '@playwright/test';
import { board, decide, goTo, handIn, openCells, openMocks, timeLeft } from '../mock-page.ts';
import { morning } from '../review-page.ts';
import { closeDialog, openDialog, type Scene, seeHeading } from './scene.ts';

/** A mock interview from the list to the report. */
export const candidate: Scene = {
  name: 'candidate',
  prepare: () => ({ now: morning }),
  states: [
    { name: 'mocks', screen: 'mocks', go: openMocks },
    {
      name: 'mock-begin',
      go: async page => {
        await page.getByRole('button', { name: 'Print sale', exact: true }).press('Enter');
        await expect(page.getByRole('heading', { level: 1, name: 'Print sale' })).toBeFocused();
      },
    },
    {
      name: 'mock-clarify',
      go: async page => {
        await page.keyboard.press('Enter');
        await expect(timeLeft(page)).toBeVisible();
        await page.keyboard.press('a');
        await expect(page.getByText('7 questions left.', { exact: true })).toBeVisible();
      },
    },
    { name: 'mock-keys', go: openDialog('?', 'Keys') },
    {
      name: 'mock-note',
      go: async page => {
        await closeDialog(page);
        await page.keyboard.press('n');
        await expect(page.getByRole('textbox', { name: 'Notes' })).toBeFocused();
      },
    },
    {
      name: 'mock-numbers',
      go: async page => {
        await page.keyboard.press('Escape');
        await goTo(page, 'Numbers');
      },
    },
    {
      name: 'mock-board',
      go: async page => {
        await goTo(page, 'Interface');
        await decide(page, ['1', '0', 'h']);
        await expect(board(page)).toBeVisible();
      },
    },
    {
      name: 'mock-decision',
      go: async page => {
        await openCells(page).first().press('1');
        await expect(page.locator('h2:focus, h3:focus')).toHaveCount(1);
      },
    },
    {
      name: 'mock-twists',
      go: async page => {
        await page.keyboard.press('Escape');
        await expect(board(page)).toBeVisible();
        await goTo(page, 'Twists');
        await expect(page.getByText(/^The interviewer pushes back/)).toBeVisible();
      },
    },
    {
      name: 'mock-check',
      go: async page => {
        await goTo(page, 'Check');
        await expect(page.getByRole('button', { name: 'Hand it in' })).toBeVisible();
      },
    },
    {
      name: 'mock-hand-in',
      go: async page => {
        await page.keyboard.press('s');
        await expect(page.getByRole('dialog', { name: 'Hand it in?' })).toBeVisible();
      },
    },
    {
      name: 'mock-self-check',
      go: async page => {
        await closeDialog(page);
        await handIn(page);
      },
    },
    {
      name: 'mock-report',
      go: async page => {
        await page.keyboard.press('Enter');
        await expect(page.getByText('decision score', { exact: true })).toBeVisible();
      },
    },
    {
      name: 'mock-contest',
      go: async page => {
        await page.getByRole('button', { name: 'Contest this' }).press('Enter');
        await expect(page.getByRole('dialog', { name: 'Contest this' })).toBeVisible();
      },
    },
    {
      name: 'mocks-past',
      go: async page => {
        await closeDialog(page);
        await page.keyboard.press('Escape');
        await seeHeading(page, 'Mock interviews');
      },
    },
  ],
};
