import { expect, type Page } from '@playwright/test';
import { type Probe, probes } from '../probes.ts';
import { answer, leaveOutNewCards, morning, prepareProbes, startReview } from '../review-page.ts';
import { closeDialog, openDialog, type Scene, type SceneState, seeHeading } from './scene.ts';

const kinds = [
  'basic',
  'cloze',
  'choice',
  'number',
  'contrast',
  'scenario',
] as const satisfies readonly Probe[];

/** How each kind is answered, as far as a key alone does it. */
const reveal: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
  basic: ['Space'],
  cloze: ['Space'],
  choice: ['1'],
  number: ['1', 'Enter'],
  contrast: ['Space'],
  scenario: ['1'],
};

async function seeQuestion(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  await expect(page.locator('section:focus')).toHaveCount(1);
}

/** The question of a kind, once the card before was rated, and its answer. */
function showCard(kind: (typeof kinds)[number], index: number): SceneState[] {
  return [
    {
      name: `question-${kind}`,
      go: async page => {
        if (index === 0) {
          await leaveOutNewCards(page);
          await startReview(page);
        } else await page.keyboard.press('4');
        await seeQuestion(page);
      },
    },
    {
      name: `answer-${kind}`,
      go: async page => {
        for (const key of reveal[kind]) await page.keyboard.press(key);
        await expect(answer(page)).toBeVisible();
      },
    },
  ];
}

/** A review of one card of each kind, its dialogs, the wait for a step, and the end. */
export const reviewer: Scene = {
  name: 'reviewer',
  prepare: () => ({ now: morning, profile: prepareProbes(...kinds, 'second') }),
  states: [
    ...kinds.flatMap(showCard),
    { name: 'card-menu', go: openDialog('m', /./) },
    {
      name: 'card-note',
      go: async page => {
        await closeDialog(page);
        await openDialog('n', 'Note')(page);
      },
    },
    {
      name: 'review-keys',
      go: async page => {
        await closeDialog(page);
        await openDialog('?', 'Keys')(page);
      },
    },
    {
      name: 'card-due',
      go: async page => {
        await closeDialog(page);
        await page.keyboard.press('m');
        await page.getByRole('button', { name: /^Set due date/ }).press('Enter');
        await expect(page.getByRole('dialog', { name: 'Set the due date' })).toBeVisible();
      },
    },
    {
      name: 'review-wait',
      go: async page => {
        await closeDialog(page);
        await page.keyboard.press('4');
        await expect(page.getByText(probes.second.ask)).toBeVisible();
        await seeQuestion(page);
        await page.keyboard.press('Space');
        await expect(answer(page)).toBeVisible();
        await page.keyboard.press('2');
        await seeHeading(page, 'A short wait');
      },
    },
    {
      name: 'review-done',
      go: async page => {
        await page.keyboard.press('Enter');
        await seeQuestion(page);
        await page.keyboard.press('Space');
        await expect(answer(page)).toBeVisible();
        await page.keyboard.press('4');
        await expect(page.getByRole('button', { name: 'Show answer' })).toHaveCount(0);
        await seeHeading(page, /./);
      },
    },
    {
      name: 'today-done',
      go: async page => {
        await page.keyboard.press('Enter');
        await expect(page.getByText('Done for today.')).toBeVisible();
      },
    },
    {
      name: 'extra-question',
      go: async page => {
        await page.getByRole('button', { name: '30 minutes' }).press('Enter');
        await seeQuestion(page);
      },
    },
    {
      name: 'extra-answer',
      go: async page => {
        await page.keyboard.press('Space');
        await expect(answer(page)).toBeVisible();
      },
    },
  ],
};
