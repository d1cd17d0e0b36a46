import { expect } from '@playwright/test';
import { kindTitles } from '../../src-renderer/features/review/wording.ts';
import { begin, board, decide, goTo, handIn } from '../helpers/mock-page.ts';
import { prepareLearner } from '../helpers/past.ts';
import { answer, morning, startReview } from '../helpers/review-page.ts';
import { closeDialog, type Scene, type SceneState, seeHeading, showScreen } from '../helpers/scenes/scene.ts';

/** A picture that the documents show, with the sentence above it. */
export type Kept = SceneState & { shows: string };

const newcomer: readonly Kept[] = [
  {
    name: 'first-start',
    shows: 'The first start asks three questions.',
    go: page => seeHeading(page, /^Three questions/),
  },
];

const learner: readonly Kept[] = [
  {
    name: 'today',
    shows: 'Today: one key begins.',
    go: page => expect(page.getByRole('button', { name: 'Start' })).toBeVisible(),
  },
  {
    name: 'palette',
    shows: 'A few letters lead to any screen, card, default, interview or command.',
    go: async page => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('cache');
      await expect(page.getByRole('option', { name: /Card$/ }).first()).toBeVisible();
    },
  },
  {
    name: 'review-question',
    shows: 'The question, and nothing else.',
    go: async page => {
      await closeDialog(page);
      await startReview(page);
      // On to the first card that shows itself the same each time: others draw their figures or mix their options.
      while (!(await page.getByText(kindTitles.basic).isVisible())) {
        await page.keyboard.press('Space');
        await expect(answer(page)).toBeVisible();
        await page.keyboard.press('3');
        await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
      }
    },
  },
  {
    name: 'review-answer',
    shows: 'The answer; each rating says when the card comes back.',
    go: async page => {
      await page.keyboard.press('Space');
      await expect(answer(page)).toBeVisible();
    },
  },
  {
    name: 'defaults',
    shows: 'The defaults that everything else grows from.',
    go: async page => {
      await page.keyboard.press('Escape');
      await showScreen('defaults', () => seeHeading(page, 'Defaults'))(page);
    },
  },
  {
    name: 'mock-board',
    shows: 'A mock interview: each decision with its reason, against the clock.',
    go: async page => {
      await begin(page, 'Print sale');
      await goTo(page, 'Interface');
      for (const keys of ['12h', '23m', '01h']) await decide(page, ['1', ...keys]);
      await goTo(page, 'Data');
      await expect(board(page)).toBeVisible();
    },
  },
  {
    name: 'mock-report',
    shows: 'The report: where the points are, and the rule behind each.',
    go: async page => {
      await goTo(page, 'Check');
      await handIn(page);
      await page.keyboard.press('Enter');
      await expect(page.getByText('decision score', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'progress',
    shows: 'How well each default is held.',
    go: async page => {
      await page.keyboard.press('Escape');
      await showScreen('progress', () => expect(page.getByRole('figure').first()).toBeVisible())(page);
    },
  },
  {
    name: 'plan',
    shows: 'The plan up to the day of the interview.',
    go: async page => {
      await showScreen('plan', () => seeHeading(page, 'Interview plan'))(page);
      await page.getByLabel('Interview date').fill('2026-12-08');
      await seeHeading(page, /^14 days left/);
      await page.getByRole('heading', { level: 1 }).focus();
    },
  },
  {
    name: 'cards',
    shows: 'Every card, found by what it says or how it stands.',
    go: page =>
      showScreen('cards', () =>
        expect(page.getByRole('listbox', { name: 'Cards' }).getByRole('option').first()).toBeVisible(),
      )(page),
  },
  {
    name: 'settings',
    shows: 'Each setting says what it does.',
    go: page => showScreen('settings', () => seeHeading(page, 'Backups'))(page),
  },
];

const begun = { atMs: Date.parse('2026-08-10T07:00:00+02:00'), offsetMin: 120 };

/** What the documents show, on two profiles. */
export const keptScenes: readonly (Scene & { states: readonly Kept[] })[] = [
  { name: 'newcomer', prepare: () => ({ now: morning }), states: newcomer },
  {
    name: 'learner',
    prepare: () => ({
      now: morning,
      profile: prepareLearner({ begin: begun, days: 102, newPerDay: 2, seed: 7 }),
    }),
    states: learner,
  },
];
