import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { type PastAnswer, prepareProfile } from './past.ts';
import { type Probe, probes } from './probes.ts';

/** The moment at which the app opens in these tests: a Tuesday. */
export const morning = '2026-11-24T08:00:00+01:00';

/** A profile in which these cards are asked first this morning, in this order, each in its first step. */
export function prepareProbes(...names: readonly Probe[]): string {
  const answers = names.map((name, index): PastAnswer => {
    const minute = String(index).padStart(2, '0');
    return { card: probes[name].id, rating: 'again', at: `2026-11-24T07:${minute}:00+01:00` };
  });
  return prepareProfile(
    names.map(name => probes[name]),
    answers,
  );
}

/** A profile in which these cards were learnt two weeks ago and are due for review this morning. */
export function prepareReviews(...names: readonly Probe[]): string {
  const at = '2026-11-10T08:00:00+01:00';
  return prepareProfile(
    names.map(name => probes[name]),
    names.map(name => ({ card: probes[name].id, rating: 'easy', at })),
  );
}

/** The question of a card on screen. */
export function question(page: Page, text: string): Locator {
  return page.getByRole('region', { name: text });
}

/** The answer on screen. */
export function answer(page: Page): Locator {
  return page.getByRole('region', { name: 'Answer', exact: true });
}

/** A rating's button. */
export function rating(page: Page, name: string): Locator {
  return page.getByRole('group', { name: 'How did it go?' }).getByRole('button', { name });
}

/** Begins today's review by keyboard. */
export async function startReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Start|Continue)/ }).press('Enter');
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
}

/** What is said to a person who does not see it: the text in live regions that are filled. */
export function said(page: Page, text: string | RegExp): Locator {
  return page.getByRole('status').filter({ hasText: text });
}

/** Opens a screen from the masthead and waits for its heading. */
export async function openScreen(
  page: Page,
  name: 'Progress' | 'Defaults' | 'Decks' | 'Settings',
): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
}

/** Sets a setting that is typed, and waits until it is saved; the settings screen must be open. */
export async function typeSetting(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name }).fill(text);
  await page.keyboard.press('Enter');
  await expect(said(page, `${name}: saved.`)).toBeVisible();
}

/** Leaves new cards out of the day, so that only the cards that a test prepared are asked; ends on today's screen. */
export async function leaveOutNewCards(page: Page): Promise<void> {
  await openScreen(page, 'Settings');
  await typeSetting(page, 'New cards a day', '0');
  await page.keyboard.press('Tab');
  await page.getByRole('navigation').getByRole('button', { name: 'Today' }).click();
  await expect(page.getByRole('table')).toBeVisible();
}
