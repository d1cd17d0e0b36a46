import { expect, test } from '../helpers/app-test.ts';
import {
  askedOf,
  begin,
  board,
  decide,
  goTo,
  handIn,
  killAndReopen,
  openCells,
  openMocks,
  takeShortMock,
  timeLeft,
} from '../helpers/mock-page.ts';
import { morning, prepareProbes } from '../helpers/review-page.ts';

test('the clock starts by Enter from a term that was just chosen, too', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await openMocks(page);
  await page.getByRole('button', { name: 'Print sale', exact: true }).press('Enter');
  await page.getByRole('radio', { name: /^Practice/ }).press('Space');
  await page.keyboard.press('Enter');
  await expect(timeLeft(page)).toBeVisible();
});

test('a short mock by keyboard alone, from the list to the cards that the report brings back', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Print sale');
  await expect(page.getByRole('heading', { name: /^Clarify/ })).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByText('7 questions left').first()).toBeVisible();
  await expect(timeLeft(page)).toHaveText(/^11:[34]\d$/);
  await takeShortMock(page);
  await handIn(page);

  await expect(page.getByRole('heading', { name: 'Say your design aloud' })).toBeFocused();
  await expect(page.getByRole('timer', { name: 'Time to speak' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Print sale', exact: true })).toBeFocused();
  await expect(page.getByText('decision score', { exact: true })).toBeVisible();
  await expect(page.getByText('It cannot judge how you draw, speak or listen.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Back in your next review' })).toBeVisible();
  // Everything was decided with high confidence, so the errors among it come first.
  await expect(page.getByRole('region', { name: 'Sure, and wrong' })).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(page.getByText('missed in Print sale')).toBeVisible();
});

test('a decision takes six keys at most; the next open one of the phase has focus then', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Ticket shop');
  await goTo(page, 'Scale');
  const first = board(page).getByRole('button', { name: 'Browsing concerts, caching: open' });
  await expect(first).toBeFocused();
  for (const key of ['Enter', '2', '1', '2', '3', 'm']) await page.keyboard.press(key);
  await expect(
    board(page).getByRole('button', { name: 'Browsing concerts, caching: Cache-aside, 3 facts · medium' }),
  ).toBeVisible();
  await expect(
    board(page).getByRole('button', { name: 'Watching the seat map, caching: open' }),
  ).toBeFocused();
  // On the board a digit picks the option at once, and Escape ends the decision without more.
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: 'Watching the seat map: Caching' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(
    board(page).getByRole('button', { name: /^Watching the seat map, caching: No cache, no reason/ }),
  ).toBeVisible();
  await expect(board(page).getByRole('button', { name: 'Booking seats, caching: open' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(board(page).getByRole('button', { name: 'Searching concerts, index: open' })).toBeFocused();
});

test('an assumption is confirmed or corrected, and stands as the reason', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Print sale');
  await goTo(page, 'Scale');
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: /Stale read harm/i }).click();
  await page
    .getByRole('group', { name: /^You assume/ })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByText('“An old page is a nuisance')).toBeVisible();
  const heard = page.getByRole('region', { name: 'What you heard' });
  await expect(heard.getByRole('listitem').filter({ hasText: 'to your assumption' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'A stale read only annoys', pressed: true })).toBeVisible();
});

test('pushbacks are answered by a digit, then a twist is told and the board is open for revision', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Print sale');
  await goTo(page, 'Interface');
  for (let n = await openCells(page).count(); n > 0; n--) {
    await decide(page, ['1', '0', 'l']);
    await expect(openCells(page)).toHaveCount(n - 1);
  }
  await goTo(page, 'Twists');
  for (let n = 1; n <= 3; n++) {
    await expect(page.getByText(`The interviewer pushes back: ${n} of 3.`)).toBeVisible();
    await expect(askedOf(page)).toBeVisible();
    await page.keyboard.press('2');
  }
  await expect(page.getByText('3 pushbacks answered.')).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'An edition of 200' })).toBeFocused();
  const heard = page.getByRole('region', { name: 'What you heard' });
  await expect(heard.getByRole('listitem').filter({ hasText: 'since the twist' })).toHaveCount(4);

  await board(page)
    .getByRole('button', { name: /^Ordering, consistency/ })
    .focus();
  for (const key of ['Enter', 'Backspace', '2', '1', 'h']) await page.keyboard.press(key);
  await expect(
    board(page).getByRole('button', {
      name: /^Ordering, consistency: Strong consistency, 1 fact · high, revised/,
    }),
  ).toBeFocused();
});

test('figures are typed in any usual way, with their unit, and kept', async ({ launch }) => {
  const app = await launch({ now: morning });
  await begin(app.page, 'Print sale');
  await goTo(app.page, 'Numbers');
  await app.page.keyboard.press('Enter');
  const field = app.page.getByRole('textbox', { name: 'Shop pages: Average rate' });
  await expect(field).toBeFocused();
  await app.page.keyboard.type('6.9e2x');
  await expect(app.page.getByText('Write a figure, with or without its unit')).toBeVisible();
  await app.page.keyboard.press('Backspace');
  await expect(app.page.getByText('690: choose its unit.')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('act');
  await expect(app.page.getByText('690 actions/s, kept.')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('textbox', { name: 'Shop pages: Peak rate' })).toBeFocused();
  // A unit typed behind its figure needs no choosing.
  await app.page.keyboard.type('2k actions/s');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('2,000 actions/s, kept.')).toBeVisible();
  await expect(app.page.getByRole('textbox', { name: 'Shop pages: Peak rate' })).not.toBeFocused();
  // A field has no trap: Escape leads to the heading, where the phase's keys are.
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('heading', { name: /^Numbers/ })).toBeFocused();

  await killAndReopen(app, '2026-11-24T08:01:00+01:00');
  await openMocks(app.page);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('textbox', { name: 'Shop pages: Average rate' })).toHaveValue('690');
});

test('killed in the middle and reopened, the draft, the notes and the clock are right', async ({
  launch,
}) => {
  const app = await launch({ now: morning, profile: prepareProbes('basic') });
  await begin(app.page, 'Print sale');
  await goTo(app.page, 'Interface');
  const left = await openCells(app.page).count();
  await decide(app.page, ['1', '0', 'm']);
  await expect(openCells(app.page)).toHaveCount(left - 1);
  await app.page.keyboard.press('n');
  await app.page.keyboard.type('Ask who packs.');
  // Leaving the field saves at once.
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('textbox', { name: 'Notes' })).toHaveCount(0);
  await app.page.keyboard.press('n');
  await expect(app.page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Ask who packs.');
  await app.page.keyboard.press('Escape');

  // Strict: four minutes of twelve are gone, although the app was not there for most of them.
  await killAndReopen(app, '2026-11-24T08:04:00+01:00');
  await openMocks(app.page);
  await expect(app.page.getByText('Print sale is still open.')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(openCells(app.page)).toHaveCount(left - 1);
  await expect(timeLeft(app.page)).toHaveText(/^7:\d\d$/);
  await app.page.keyboard.press('n');
  await expect(app.page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Ask who packs.');
});

test('practice stops its clock when asked, gives hints, and waits while the app is closed', async ({
  launch,
}) => {
  const app = await launch({ now: morning });
  await begin(app.page, 'Print sale', { mode: 'Practice' });
  await goTo(app.page, 'Scale');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('i');
  await expect(app.page.getByText(/turns on/)).toBeVisible();
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('p');
  await expect(app.page.getByRole('heading', { name: 'The clock stands still' })).toBeFocused();
  await app.page.keyboard.press('p');
  await expect(board(app.page)).toBeVisible();
  await killAndReopen(app, '2026-11-24T09:30:00+01:00');
  await openMocks(app.page);
  await app.page.keyboard.press('Enter');
  await expect(timeLeft(app.page)).toHaveText(/^1[12]:\d\d$/);
});

test('at the open level nothing is listed: a decision is raised for a part', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Print sale', { level: 'Open' });
  await goTo(page, 'Scale');
  await expect(board(page)).toHaveCount(0);
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: 'Raise a decision' })).toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.press('g');
  await expect(page.getByRole('heading', { name: 'Ordering: Caching' })).toBeFocused();
  await page.keyboard.press('1');
  // The facts of a part come with the decision that was raised.
  const reasons = page.getByRole('group', { name: 'Because, up to three facts' });
  await expect(reasons.getByRole('button').nth(1)).toBeVisible();
  for (const key of ['1', 'h']) await page.keyboard.press(key);
  await expect(
    board(page).getByRole('button', { name: /^Ordering, caching: No cache, 1 fact · high/ }),
  ).toBeFocused();
});

test('a strict mock whose time ran out while the app was closed is handed in', async ({ launch }) => {
  const app = await launch({ now: morning });
  await begin(app.page, 'Print sale');
  await killAndReopen(app, '2026-11-24T09:00:00+01:00');
  await openMocks(app.page);
  await expect(app.page.getByText('is still open')).toHaveCount(0);
  const past = app.page.getByRole('region', { name: 'Past interviews' });
  await past.getByRole('button', { name: 'Print sale' }).press('Enter');
  await expect(app.page.getByText('decision score', { exact: true })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('heading', { name: 'Mock interviews' })).toBeFocused();
});

test('the report asks its counterfactual again, keeps what is contested, and the sheet', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Print sale');
  await takeShortMock(page);
  await handIn(page);
  await page.keyboard.press('Enter');
  const flip = page.getByRole('group', { name: /what then\?$/ }).first();
  await flip.getByRole('button').first().press('Enter');
  await expect(flip.getByRole('status')).toHaveText(/(Right|Not quite)\. If .* the answer would be/);
  await page.getByRole('button', { name: 'Keep as a file' }).press('Enter');
  await expect(page.getByText(/^Kept in .*print-sale.*\.md$/)).toBeVisible();
  await page.getByRole('button', { name: 'Contest this' }).press('Enter');
  await page.keyboard.type('A short TTL would do.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('A short TTL would do.')).toBeVisible();
});

test('an open interview can be given up, after being asked', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Print sale');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Give it up…' }).press('Enter');
  await page.getByRole('button', { name: 'Give Print sale up' }).press('Enter');
  await expect(page.getByText('Print sale is still open.')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Take it/ })).toBeVisible();
});

test('the cards that an interview brings back can be left where they were', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Print sale');
  await goTo(page, 'Check');
  await handIn(page);
  await page.keyboard.press('Enter');
  const back = page.getByRole('heading', { name: 'Back in your next review' });
  await expect(back).toBeVisible();
  await page.keyboard.press('u');
  await expect(back).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Print sale', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Review the/ })).toHaveCount(0);
});
