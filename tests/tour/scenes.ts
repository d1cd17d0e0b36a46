import { expect, type Page } from '@playwright/test';
import { begin, board, decide, goTo, handIn, openMocks } from '../helpers/mock-page.ts';
import { answer, startReview } from '../helpers/review-page.ts';
import { beginFirstEvening, decideOn, takeFirstEvening } from '../helpers/round-page.ts';

/** What the gallery shows: a screen in one of its states. */
export type Scene = {
  /** Names its pictures, e.g. `review-answer`. */
  name: string;
  /** One sentence under it; scenes without one are looked at and not kept. */
  shows?: string;
  /** Leads there from where the scene before it ended, by keyboard or by name. */
  open(page: Page): Promise<void>;
};

/** A screen of the masthead, with its heading. */
async function visit(page: Page, name: string, heading: string | RegExp = name): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeAttached();
  await expect(page.locator(':focus')).not.toHaveCount(0);
  await expect(page.getByRole('main')).not.toHaveAttribute('aria-busy', 'true');
}

/** A new profile, on its first evening. */
export const newcomerScenes: readonly Scene[] = [
  {
    name: 'first-start',
    shows: 'The first start asks three questions.',
    open: async page => {
      await expect(page.getByRole('form', { name: /^Three questions/ })).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    },
  },
  { name: 'progress-empty', open: page => visit(page, 'Progress') },
  { name: 'plan-empty', open: page => visit(page, 'Plan') },
  { name: 'mocks-empty', open: page => openMocks(page) },
  {
    name: 'round-question',
    open: async page => {
      await visit(page, 'Today', /day/);
      await beginFirstEvening(page);
    },
  },
  { name: 'round-answer', open: page => decideOn(page, 1) },
  {
    name: 'round-result',
    open: async page => {
      await page.keyboard.press('Enter');
      await takeFirstEvening(page, 2);
    },
  },
];

/** A learner after a hundred days. */
export const learnerScenes: readonly Scene[] = [
  {
    name: 'today',
    shows: 'Today: one key begins.',
    open: page => expect(page.getByRole('heading', { level: 1 })).toBeFocused(),
  },
  {
    name: 'palette',
    shows: 'A few letters lead to any screen, card, default, interview or command.',
    open: async page => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('cache');
      await expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').nth(3)).toBeVisible();
    },
  },
  {
    name: 'keys',
    open: async page => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'review-question',
    shows: 'Review: the question, and nothing else.',
    open: async page => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await startReview(page);
    },
  },
  {
    name: 'review-answer',
    shows: 'The answer with its reason, its cost and its exception; each rating says what comes of it.',
    open: async page => {
      await page.keyboard.press('Space');
      if (await page.getByRole('list', { name: 'Options' }).isVisible()) await page.keyboard.press('1');
      await expect(answer(page)).toBeVisible();
    },
  },
  {
    name: 'review-menu',
    open: async page => {
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'defaults',
    shows: 'The defaults that everything else grows from.',
    open: async page => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await visit(page, 'Defaults');
    },
  },
  {
    name: 'default',
    open: async page => {
      await page.getByRole('button', { name: 'Server-Sent Events' }).press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Server-Sent Events' })).toBeFocused();
    },
  },
  { name: 'mocks', open: page => openMocks(page) },
  {
    name: 'mock-begin',
    open: async page => {
      await page.getByRole('button', { name: 'Ticket shop', exact: true }).press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Ticket shop' })).toBeFocused();
    },
  },
  { name: 'mock-clarify', open: page => begin(page, 'Ticket shop') },
  { name: 'mock-numbers', open: page => goTo(page, 'Numbers') },
  {
    name: 'mock-board',
    shows: 'A mock interview: every decision with its reason, against the clock.',
    open: async page => {
      await goTo(page, 'Interface');
      for (const key of ['1', '2', '3', '1', '2']) await decide(page, [key, '0', 'h']);
      await goTo(page, 'Scale');
      await expect(board(page)).toBeVisible();
    },
  },
  { name: 'mock-cell', open: page => page.keyboard.press('1') },
  {
    name: 'mock-twist',
    open: async page => {
      await page.keyboard.press('Escape');
      await goTo(page, 'Twists');
    },
  },
  { name: 'mock-check', open: page => goTo(page, 'Check') },
  { name: 'mock-said', open: page => handIn(page) },
  {
    name: 'mock-report',
    shows: 'The report: what held, what did not, and the rule behind each.',
    open: async page => {
      await page.keyboard.press('Enter');
      await expect(page.getByText('decision score', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'progress',
    shows: 'Progress: how well each default is held, and what comes.',
    open: page => visit(page, 'Progress'),
  },
  {
    name: 'progress-memory',
    open: async page => {
      await page
        .getByRole('navigation', { name: 'On this page' })
        .getByRole('button', { name: 'Memory' })
        .click();
      await expect(page.getByRole('figure', { name: 'What you remember, by week' })).toBeVisible();
    },
  },
  {
    name: 'plan',
    shows: 'The plan up to the day of the interview.',
    open: async page => {
      await visit(page, 'Plan');
      await page.getByLabel('Interview date').fill('2026-12-08');
      await expect(page.getByRole('heading', { name: /^14 days left/ })).toBeVisible();
    },
  },
  {
    name: 'cards',
    shows: 'Every card, found by what it says or how it stands.',
    open: async page => {
      await visit(page, 'Cards');
      await expect(page.getByRole('listbox', { name: 'Cards' }).getByRole('option').first()).toBeVisible();
    },
  },
  { name: 'decks', open: page => visit(page, 'Decks') },
  { name: 'settings', shows: 'Settings say what they do.', open: page => visit(page, 'Settings') },
];
