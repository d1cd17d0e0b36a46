import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { readBuiltInCards } from '../helpers/built-in-cards.ts';
import { fillProfile } from '../helpers/many-cards.ts';
import { prepareProfile } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import { morning, openScreen, prepareReviews } from '../helpers/review-page.ts';

async function openCards(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Cards' }).press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search cards' })).toBeFocused();
}
const list = (page: Page) => page.getByRole('listbox', { name: 'Cards' });
const count = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test('a card is found, suspended, found among the suspended and brought back, by keyboard', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  const cards = readBuiltInCards().map(({ card }) => card);
  const aside = cards.filter(card => card.default === 'cache.aside');
  await openCards(page);
  await expect(count(page, `${cards.length} cards`)).toHaveCount(1);
  await page.keyboard.type('default:cache.aside');
  await expect(count(page, `${aside.length} cards`)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('s');
  await expect(page.getByText('1 card suspended.')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('is:suspended');
  await expect(count(page, /^1 card$/)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('Suspended', { exact: true })).toBeVisible();
  await expect(page.getByRole('dialog').getByText('Answer', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await list(page).focus();
  await page.keyboard.press('s');
  await expect(page.getByText('1 card back in the reviews.')).toBeVisible();
  await expect(count(page, /^0 cards$/)).toHaveCount(1);
});

test('a card shows both its sides, and how it was held', async ({ launch }) => {
  const answers = [
    { card: 'probe.basic', rating: 'good', at: '2026-11-02T08:00:00+01:00' },
    { card: 'probe.basic', rating: 'good', at: '2026-11-03T08:00:00+01:00' },
    { card: 'probe.basic', rating: 'again', at: '2026-11-20T08:00:00+01:00' },
  ] as const;
  const { page } = await launch({ now: morning, profile: prepareProfile([probes.basic], answers) });
  await openCards(page);
  await page.keyboard.type('deck:probe');
  await expect(list(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const plot = page.getByRole('figure', { name: 'How it was held' });
  await expect(plot).toContainText('Asked 3 times, since 2 Nov, forgotten once.');
  await plot.getByText('As a table').click();
  await expect(plot.getByRole('row').last()).toContainText('2026-11-20again');
});

test('many are chosen and changed in one step, and one undo takes that back', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareReviews('basic', 'second', 'third') });
  await openCards(page);
  await page.keyboard.type('deck:probe');
  await expect(count(page, /^3 cards$/)).toHaveCount(1);
  await expect(list(page).getByRole('option')).toHaveCount(3);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(count(page, '3 cards, 2 chosen')).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await expect(count(page, '3 cards, 3 chosen')).toHaveCount(1);
  await page.keyboard.press('t');
  await page.keyboard.type('hard');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 cards tagged hard.')).toBeVisible();
  await list(page).focus();
  await page.keyboard.press('u');
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('tag:hard');
  await expect(count(page, /^0 cards$/)).toHaveCount(1);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('is:sleepy');
  await expect(count(page, /^is:sleepy is not known/)).toHaveCount(1);
});

test('of 100,000 cards only those in sight are drawn, and what is chosen reaches beyond them', async ({
  launch,
}) => {
  const profile = prepareReviews('basic');
  fillProfile(profile, 100_000);
  const { page } = await launch({ now: morning, profile });
  await openCards(page);
  await page.keyboard.type('id:many.*');
  await expect(count(page, /^100,000 cards$/)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('End');
  const last = list(page).locator('[aria-posinset="100000"]');
  await expect(last).toBeInViewport();
  await expect(last).toContainText('What is number 100000, the rare?');
  await expect(list(page)).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '');
  expect(await list(page).getByRole('option').count()).toBeLessThan(80);

  await page.keyboard.press('/');
  await page.keyboard.type('rare -is:new');
  await expect(count(page, /^1,000 cards$/)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+End');
  await expect(count(page, '1,000 cards, 999 chosen')).toHaveCount(1);
  await expect(list(page).locator('[aria-posinset="1000"]')).toContainText('the rare');
  await page.keyboard.press('x');
  await expect(count(page, '1,000 cards, 998 chosen')).toHaveCount(1);
  await page.keyboard.press('s');
  await expect(page.getByText('998 cards suspended.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Suspend 998 cards')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('is:suspended');
  await expect(count(page, /^0 cards$/)).toHaveCount(1);
});

test('the screen is left by Escape', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await openCards(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Tuesday, 24 November' })).toBeFocused();
  await openScreen(page, 'Decks');
});
