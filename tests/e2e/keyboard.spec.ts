import type { Locator, Page } from '@playwright/test';
import { screenNames, screenOrder } from '../../src-shared/ipc/commands.ts';
import { expect, test } from '../helpers/app-test.ts';
import { begin, decide, goTo, openCells } from '../helpers/mock-page.ts';
import { prepareLearner } from '../helpers/past.ts';
import { answer, morning, prepareProbes, startReview } from '../helpers/review-page.ts';
import { beginFirstEvening, decideOn } from '../helpers/round-page.ts';
import { showScreen } from '../helpers/scenes/scene.ts';
import { listFaults, walk } from '../helpers/tab-walk.ts';

const first = { atMs: Date.parse('2026-08-10T07:00:00+02:00'), offsetMin: 120 };

test('by the keyboard alone one comes to every screen, through it in the order in which it is read, and back', async ({
  launch,
}) => {
  const { page } = await launch({
    now: morning,
    profile: prepareLearner({ begin: first, days: 40, newPerDay: 2, seed: 7 }),
  });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  for (const screen of screenOrder) {
    const link = page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: screenNames[screen] });
    for (let n = 0; n < 400 && !(await link.evaluate(element => element === document.activeElement)); n++) {
      await page.keyboard.press('Tab');
    }
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const stops = await walk(page);
    expect(stops.length, screen).toBeGreaterThan(screenOrder.length);
    expect(listFaults(stops), screen).toEqual([]);
    if (screen === 'today') continue;
    await page.keyboard.press('Escape');
    await expect(
      page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Today' }),
    ).toHaveAttribute('aria-current', 'page');
  }
});

test('through a question, its answer, a decision of a round and each phase of an interview Tab leads in order', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('choice') });
  /** Walks around what is on screen; the names of the stops hold what acts there. */
  const look = async (at: string, ...names: readonly string[]): Promise<void> => {
    const before = await page.evaluateHandle(() => document.activeElement);
    const stops = await walk(page);
    expect(listFaults(stops), at).toEqual([]);
    const said = stops.map(({ name }) => name);
    for (const name of names) expect(said, at).toContainEqual(expect.stringContaining(name));
    await before.evaluate(element => element instanceof HTMLElement && element.focus());
  };
  await startReview(page);
  await look('question', 'Today', 'The red lamp', 'Show answer', 'Keys');
  await page.keyboard.press('1');
  await expect(answer(page)).toBeVisible();
  await look('answer', 'Again', 'Easy');
  await page.keyboard.press('Escape');
  await beginFirstEvening(page);
  await expect(page.getByRole('list', { name: 'Options' })).toBeVisible();
  await look('round');
  await decideOn(page, 1);
  await look('verdict', 'Next');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 2, name: 'The six topics' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Escape');
  await begin(page, 'Print sale');
  await look('Clarify', 'What you heard', 'Leave');
  for (const phase of ['Numbers', 'Interface', 'Twists', 'Check']) {
    await goTo(page, phase);
    await look(phase, phase, 'Notes', 'Leave');
  }
  await goTo(page, 'Check');
  for (let n = 0; n < 5; n++) await page.keyboard.press('[');
  await decide(page, ['1']);
  await look('decision');
  await expect(openCells(page).first()).toBeVisible();
});

/** Where a dialog is opened by a key, and what has the focus there. */
type Opening = { key: string; dialog: string | RegExp; from(page: Page): Locator };

test('a dialog takes the focus, keeps it, and gives it back', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  const tryDialog = async ({ key, dialog, from }: Opening): Promise<void> => {
    await from(page).focus();
    await page.keyboard.press(key);
    const box = page.getByRole('dialog', { name: dialog });
    await expect(box).toBeVisible();
    await expect(box.locator(':focus')).toHaveCount(1);
    const stops = await walk(page);
    expect(listFaults(stops), String(dialog)).toEqual([]);
    await expect(box.locator(':focus')).toHaveCount(1);
    expect(stops.length, String(dialog)).toBe(await box.locator('button, input, textarea').count());
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(from(page)).toBeFocused();
  };
  const start = (on: Page): Locator => on.getByRole('button', { name: 'Continue' });
  await tryDialog({ key: 'Control+k', dialog: 'Go to', from: start });
  await tryDialog({ key: '?', dialog: 'Keyboard shortcuts', from: start });
  const list = (on: Page): Locator => on.getByRole('listbox', { name: 'Cards' });
  await showScreen('cards', () => expect(list(page).getByRole('option').first()).toBeVisible())(page);
  for (const [key, dialog] of [
    ['t', 'Tag'],
    ['d', 'Set due'],
    ['?', 'Search terms'],
  ] as const) {
    await tryDialog({ key, dialog, from: list });
  }
  await page.keyboard.press('Escape');
  await startReview(page);
  const card = (on: Page): Locator => on.locator('section[tabindex="-1"]').first();
  await tryDialog({ key: 'm', dialog: 'This card', from: card });
  await tryDialog({ key: 'n', dialog: /^Your note/, from: card });
  await page.keyboard.press('Escape');
  await begin(page, 'Print sale');
  await goTo(page, 'Check');
  const handIn = (on: Page): Locator => on.getByRole('button', { name: 'Hand it in' });
  await tryDialog({ key: 'Enter', dialog: 'Hand it in?', from: handIn });
});
