import { expect, type Page } from '@playwright/test';
import { test } from '../helpers/app-test.ts';
import { listCut, listOverflowing, makeSmall, sizeWindow } from '../helpers/layout.ts';
import {
  begin,
  board,
  decide,
  goTo,
  handIn,
  openCells,
  openMocks,
  takeShortMock,
  timeLeft,
} from '../helpers/mock-page.ts';
import { morning } from '../helpers/review-page.ts';

/** Nothing reaches beyond the window, the clock is in sight, and so is what has focus. */
async function expectWhole(page: Page): Promise<void> {
  expect(await listOverflowing(page)).toEqual([]);
  expect(await listCut(page)).toEqual([]);
  await expect(timeLeft(page)).toBeInViewport({ ratio: 1 });
  await expect(page.locator(':focus')).toBeInViewport();
}

test('at 900 × 600 and 200 % no screen of a mock is cut off, from the list to the sheet', async ({
  launch,
}) => {
  const { page, electron } = await launch({ now: morning });
  await makeSmall(electron, page, 2);
  await openMocks(page);
  expect(await listOverflowing(page)).toEqual([]);
  await page.getByRole('button', { name: 'Print sale', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Print sale' })).toBeFocused();
  expect(await listOverflowing(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await begin(page, 'Print sale');
  await expectWhole(page);
  await goTo(page, 'Numbers');
  await expectWhole(page);
  await goTo(page, 'Interface');
  await expectWhole(page);
  await openCells(page).first().press('1');
  await expectWhole(page);
  await page.keyboard.press('Escape');
  await takeShortMock(page);
  await expectWhole(page);
  await handIn(page);
  expect(await listOverflowing(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('decision score', { exact: true })).toBeVisible();
  for (const fold of await page.locator('details > summary').all()) await fold.press('Enter');
  expect(await listOverflowing(page)).toEqual([]);
});

test('at 900 × 600 and 200 % a decision is raised at the open level, and a hint given, in sight', async ({
  launch,
}) => {
  const { page, electron } = await launch({ now: morning });
  await makeSmall(electron, page, 2);
  await begin(page, 'Print sale', { level: 'Open', mode: 'Practice' });
  await goTo(page, 'Interface');
  await expectWhole(page);
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Raise a decision' });
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
  expect(await listOverflowing(page)).toEqual([]);
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: 'Shop pages: Protocol' })).toBeFocused();
  await expectWhole(page);
  // Before an option is chosen as well as after.
  await page.keyboard.press('i');
  await expect(page.getByText(/^Protocol turns on/)).toBeInViewport();
  await page.keyboard.press('1');
  await page.keyboard.press('i');
  await expect(page.getByText(/^Protocol turns on/)).toBeInViewport();
  expect(await listOverflowing(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(board(page)).toBeVisible();
  await expectWhole(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Close' })).toBeInViewport({
    ratio: 1,
  });
  expect(await listOverflowing(page)).toEqual([]);
});

const sizes = [
  { width: 900, height: 600, zoom: 1 },
  { width: 1280, height: 800, zoom: 2 },
];
for (const size of sizes) {
  test(`at ${size.width} × ${size.height} and ${size.zoom * 100} % five parts fit the board in each phase, and their verdict the report`, async ({
    launch,
  }) => {
    const { page, electron } = await launch({ now: morning });
    await sizeWindow(electron, page, size);
    await begin(page, 'Chat');
    await expectWhole(page);
    await goTo(page, 'Numbers');
    await expectWhole(page);
    for (const phase of ['Interface', 'Data', 'Scale', 'Consistency']) {
      await goTo(page, phase);
      await expectWhole(page);
    }
    for (let n = await openCells(page).count(); n > 0; n--) {
      await decide(page, ['1', '0', 'h']);
      await expect(openCells(page)).toHaveCount(n - 1);
    }
    await expectWhole(page);
    await goTo(page, 'Twists');
    await expectWhole(page);
    await page.keyboard.press('t');
    await expect(page.getByRole('heading', { name: 'A star opens a group' })).toBeFocused();
    await expectWhole(page);
    await goTo(page, 'Check');
    await expectWhole(page);
    await handIn(page);
    expect([...(await listOverflowing(page)), ...(await listCut(page))]).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByText('decision score', { exact: true })).toBeVisible();
    expect([...(await listOverflowing(page)), ...(await listCut(page))]).toEqual([]);
  });
}

test('the sheet of a full mock in which everything was missed is one page of Letter', async ({ launch }) => {
  const { page, electron } = await launch({ now: morning });
  await begin(page, 'Ticket shop');
  await goTo(page, 'Twists');
  for (const twist of ['Twist 1 of this interview.', 'That was the last twist.']) {
    await page.keyboard.press('t');
    await expect(page.getByText(twist)).toBeVisible();
  }
  await goTo(page, 'Check');
  await handIn(page);
  await page.keyboard.press('Enter');
  const misses = page.getByRole('region', { name: 'Say this tomorrow' }).getByRole('listitem');
  await expect(misses.nth(14)).toBeVisible();
  const pdf = await electron.evaluate(async ({ BrowserWindow }) => {
    const printed = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'Letter' });
    return printed?.toString('latin1') ?? '';
  });
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
