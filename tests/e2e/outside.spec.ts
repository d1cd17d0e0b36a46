import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { readCard } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import {
  answer,
  leaveOutNewCards,
  morning,
  openScreen,
  prepareReviews,
  said,
  startReview,
} from '../helpers/review-page.ts';
import { runInMain } from '../helpers/run-in-main.ts';

/** Keeps what the system would be asked to show, which no test could see there. */
async function watchSystem(electron: ElectronApplication): Promise<void> {
  await runInMain(
    electron,
    ({ app, Notification }) => {
      const seen: { notes: Electron.Notification[]; counts: number[] } = { notes: [], counts: [] };
      Reflect.set(globalThis, 'seen', seen);
      Notification.prototype.show = function show() {
        seen.notes.push(this);
      };
      app.setBadgeCount = count => {
        seen.counts.push(count ?? -1);
        return true;
      };
    },
    null,
  );
}

const readNotes = (electron: ElectronApplication) =>
  electron.evaluate(() =>
    Reflect.get(globalThis, 'seen').notes.map(({ title, body }: Electron.Notification) => ({ title, body })),
  );
const readCount = (electron: ElectronApplication) =>
  electron.evaluate(() => Reflect.get(globalThis, 'seen').counts.at(-1));

test('at the hour that was chosen a notification tells what is due, and leads to it', async ({ launch }) => {
  const app = await launch({
    now: '2026-11-24T17:00:00+01:00',
    profile: prepareReviews('basic', 'second'),
  });
  await openScreen(app.page, 'Settings');
  await app.page.getByRole('combobox', { name: 'Reminder' }).selectOption('18:00');
  await expect(said(app.page, 'Reminder: saved.')).toBeVisible();
  await app.reopen({ now: '2026-11-24T17:59:52+01:00' });
  await watchSystem(app.electron);
  await openScreen(app.page, 'Decks');
  await runInMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide(), null);
  expect(await readNotes(app.electron)).toEqual([]);
  await expect
    .poll(() => readNotes(app.electron), { timeout: 15_000 })
    .toEqual([{ title: 'Baseline', body: '2 cards are due, about 1 minute.' }]);
  await runInMain(app.electron, () => Reflect.get(globalThis, 'seen').notes[0].emit('click'), null);
  await expect(app.page.getByRole('heading', { level: 1, name: 'Tuesday, 24 November' })).toBeFocused();
  expect(
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
  ).toBe(true);
});

test('the count on the icon follows answers, and taking them back', async ({ launch }) => {
  const { page, electron } = await launch({ now: morning, profile: prepareReviews('basic', 'second') });
  await leaveOutNewCards(page);
  await watchSystem(electron);
  await startReview(page);
  await page.keyboard.press('Space');
  await expect(answer(page)).toBeVisible();
  await page.keyboard.press('4');
  await expect(answer(page)).toHaveCount(0);
  await expect.poll(() => readCount(electron)).toBe(1);
  await page.keyboard.press('u');
  await expect.poll(() => readCount(electron)).toBe(2);
});

test('the count on the icon is another when the study day turns', async ({ launch }) => {
  const profile = prepareReviews('basic');
  const { dueDate } = readCard(profile, probes.basic.id).state;
  const { page, electron } = await launch({ now: `${dueDate}T03:59:55+01:00`, profile });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await watchSystem(electron);
  await expect
    .poll(async () => {
      // Each minute it looks by itself.
      await runInMain(electron, ({ powerMonitor }) => powerMonitor.emit('resume'), null);
      return readCount(electron);
    })
    .toBe(1);
});
