import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import type { LaunchedApp } from '../helpers/launch-app.ts';
import { morning, prepareProbes } from '../helpers/review-page.ts';

/** Puts focus on a button and presses Enter on it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
}

async function begin(page: Page, title: string): Promise<void> {
  await press(page, 'Mocks');
  await press(page, `Begin ${title}`);
  await expect(page.getByRole('timer', { name: 'Time left' })).toBeVisible();
}

/** The cells of the board that hold no decision yet. */
const openCells = (page: Page) =>
  page.getByRole('table', { name: 'Board' }).getByRole('button', { name: '–', exact: true });

async function goTo(page: Page, phase: string): Promise<void> {
  const steps = page.getByRole('list', { name: 'Phases' });
  for (let n = 0; n < 8; n++) {
    const current = (await steps.locator('[aria-current=step]').textContent()) ?? '';
    if (current.startsWith(phase)) return;
    await page.keyboard.press(']');
    await expect(steps.locator('[aria-current=step]')).not.toHaveText(current);
  }
}

/** Kills the app as a crash does, and starts it again. */
async function killAndReopen(app: LaunchedApp, now: string): Promise<void> {
  const dead = new Promise(resolve => app.electron.process().once('exit', resolve));
  app.electron.process().kill('SIGKILL');
  await dead;
  await app.reopen({ now });
}

test('a short mock by keyboard alone, from its opening to the report', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Print sale');
  await page.keyboard.press('a');
  await expect(page.getByText('7 questions left')).toBeVisible();

  await goTo(page, 'Interface');
  const left = await openCells(page).count();
  expect(left).toBeGreaterThanOrEqual(5);
  for (let n = left; n > 0; n--) {
    await openCells(page).first().focus();
    // Six keystrokes at most: open, option, reason, confidence.
    for (const key of ['Enter', '1', '0', 'h']) await page.keyboard.press(key);
    await expect(openCells(page)).toHaveCount(n - 1);
  }

  await goTo(page, 'Twists');
  for (let n = 0; n < 3; n++) {
    const asked = page.getByRole('group', { name: /Say what it would cost/ });
    const text = (await asked.textContent()) ?? '';
    await page.keyboard.press('1');
    await expect(asked.filter({ hasText: text })).toHaveCount(0);
  }
  await page.keyboard.press('t');
  await expect(page.getByText('What happened before still holds.')).toBeVisible();

  await goTo(page, 'Check');
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Hand it in?' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand it in' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Say your design aloud' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Print sale', exact: true })).toBeFocused();
  await expect(page.getByText('decision score')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Back in your next review' })).toBeVisible();

  await press(page, 'Review them now');
  await expect(page.getByText('from a mock')).toBeVisible();
});

test('killed in the middle and reopened, the draft and the clock are right', async ({ launch }) => {
  const app = await launch({ now: morning, profile: prepareProbes('basic') });
  await begin(app.page, 'Print sale');
  await goTo(app.page, 'Interface');
  const left = await openCells(app.page).count();
  await openCells(app.page).first().focus();
  for (const key of ['Enter', '1', '0', 'm']) await app.page.keyboard.press(key);
  await expect(openCells(app.page)).toHaveCount(left - 1);

  // Strict: four minutes of twelve are gone, although the app was not there for most of them.
  await killAndReopen(app, '2026-11-24T08:04:00+01:00');
  await press(app.page, 'Mocks');
  await expect(app.page.getByText('Print sale is still open.')).toBeVisible();
  await press(app.page, 'Go on');
  await expect(openCells(app.page)).toHaveCount(left - 1);
  await expect(app.page.getByRole('timer', { name: 'Time left' })).toHaveText(/^7:\d\d$/);
});

test('a strict mock whose time ran out while the app was closed is handed in', async ({ launch }) => {
  const app = await launch({ now: morning });
  await begin(app.page, 'Print sale');
  await killAndReopen(app, '2026-11-24T09:00:00+01:00');
  await press(app.page, 'Mocks');
  await expect(app.page.getByText('Past interviews')).toBeVisible();
  await expect(app.page.getByText('is still open')).toHaveCount(0);
});
