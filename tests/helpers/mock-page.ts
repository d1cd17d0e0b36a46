import { expect, type Locator, type Page } from '@playwright/test';
import type { LaunchedApp } from './launch-app.ts';

/** Opens the mock interviews from the masthead by keyboard and waits for their heading. */
export async function openMocks(page: Page): Promise<void> {
  // A screen takes the focus once it is read, and would take the key with it.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('navigation').getByRole('button', { name: 'Mocks' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Mock interviews' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Past interviews' })).toBeVisible();
}

export type Terms = { level?: 'Guided' | 'Open'; mode?: 'Strict' | 'Practice' };

/** Chooses a prompt and its terms by keyboard, and starts the clock. */
export async function begin(
  page: Page,
  title: string,
  { level, mode = 'Strict' }: Terms = {},
): Promise<void> {
  await openMocks(page);
  await page.getByRole('button', { name: title, exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  for (const term of [level, mode]) {
    if (term) await page.getByRole('radio', { name: new RegExp(`^${term}`) }).press('Space');
  }
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Enter');
  await expect(timeLeft(page)).toBeVisible();
}

/** The clock of the interview. */
export const timeLeft = (page: Page): Locator => page.getByRole('timer', { name: 'Time left' });

/** The board. */
export const board = (page: Page): Locator => page.getByRole('grid', { name: 'Board' });

/** The cells of the board that hold no decision yet. */
export const openCells = (page: Page): Locator => board(page).getByRole('button', { name: /: open$/ });

/** What the interviewer pushes back with. */
export const askedOf = (page: Page): Locator => page.getByRole('group', { name: /^Why not .*\?$/ });

/** Decides the first cell that is open, by keys; it is opened with Enter. */
export async function decide(page: Page, keys: readonly string[]): Promise<void> {
  await openCells(page).first().focus();
  for (const key of ['Enter', ...keys]) await page.keyboard.press(key);
}

/** Leads on to a phase by its key. */
export async function goTo(page: Page, phase: string): Promise<void> {
  const current = page.getByRole('list', { name: 'Phases' }).locator('[aria-current=step]');
  for (let n = 0; n < 8; n++) {
    const name = (await current.textContent()) ?? '';
    if (name.startsWith(phase)) break;
    await page.keyboard.press(']');
    await expect(current).not.toHaveText(name);
  }
  await expect(current).toHaveText(new RegExp(`^${phase}`));
  // Focus comes a frame later than the phase.
  await expect(page.locator(':focus')).not.toHaveCount(0);
}

/** Works through a short mock: every decision the first option, sure of it; every pushback, its twist, the check. */
export async function takeShortMock(page: Page): Promise<void> {
  await goTo(page, 'Interface');
  const left = await openCells(page).count();
  expect(left).toBeGreaterThanOrEqual(5);
  for (let n = left; n > 0; n--) {
    await decide(page, ['1', '0', 'h']);
    await expect(openCells(page)).toHaveCount(n - 1);
  }
  await goTo(page, 'Twists');
  for (let n = 1; n <= 3; n++) {
    await expect(page.getByText(`The interviewer pushes back: ${n} of 3.`)).toBeVisible();
    await page.keyboard.press('1');
  }
  await expect(page.getByText('3 pushbacks answered.')).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByText('What was said before still holds.')).toBeVisible();
  await goTo(page, 'Check');
}

/** Hands the interview in, from its check. */
export async function handIn(page: Page): Promise<void> {
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Hand it in?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Say your design aloud' })).toBeFocused();
}

/** Kills the app as a crash does, and starts it again. */
export async function killAndReopen(app: LaunchedApp, now: string): Promise<void> {
  const dead = new Promise(resolve => app.electron.process().once('exit', resolve));
  app.electron.process().kill('SIGKILL');
  await dead;
  await app.reopen({ now });
}
