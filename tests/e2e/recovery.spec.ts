import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, test } from '../helpers/app-test.ts';
import { prepareDamaged } from '../helpers/damaged-profile.ts';
import type { LaunchedApp } from '../helpers/launch-app.ts';
import { readStats } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import { morning, prepareProbes } from '../helpers/review-page.ts';
import { runInMain } from '../helpers/run-in-main.ts';

/** Opens Baseline from the recovery page, by keyboard, and waits for its window. */
async function openBaseline(app: LaunchedApp): Promise<Page> {
  const opened = app.electron.waitForEvent('window');
  await app.page.getByRole('button', { name: 'Open Baseline' }).press('Enter');
  const page = await opened;
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  return page;
}

const countAnswers = (profile: string): number => readStats(profile, morning).activity.answers;

test('of a damaged database what can be read is saved, of an empty one the newest backup is put back, and the person goes on', async ({
  launch,
}) => {
  const app = await launch({ now: morning, profile: prepareDamaged({ keep: 4 }) });
  const { page, profile } = app;
  await expect(page.getByRole('heading', { level: 1, name: 'Your database is damaged' })).toBeFocused();
  const before = fs.readFileSync(path.join(profile, 'baseline.db'));
  const ways = page.getByRole('list', { name: 'What you can do' });
  await expect(ways.getByRole('heading')).toHaveText([
    'Save what can be read',
    'Put back the newest backup',
    'Start anew',
  ]);
  const says = (await ways.getByText(/can be read\./).textContent()) ?? '';
  const [, saved, lost] = /^(\d+) answers can be read\. (\d+) records are lost\.$/.exec(says) ?? [];
  expect(Number(saved)).toBeGreaterThan(0);
  expect(Number(lost)).toBeGreaterThan(0);
  await ways.getByRole('button', { name: 'Save it' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'What could be read is saved' })).toBeFocused();
  const [kept = ''] = fs.readdirSync(profile).filter(name => name.startsWith('damaged-'));
  expect(fs.readFileSync(path.join(profile, kept, 'baseline.db')).equals(before)).toBe(true);
  await openBaseline(app);
  expect(countAnswers(profile)).toBe(Number(saved));

  await app.close();
  fs.writeFileSync(path.join(profile, 'baseline.db'), '');
  await app.reopen();
  await app.page.getByRole('button', { name: 'Put it back' }).press('Enter');
  await expect(app.page.getByRole('heading', { level: 1, name: 'The backup is back' })).toBeFocused();
  await openBaseline(app);
  expect(countAnswers(profile)).toBe(198);
  expect(fs.readdirSync(profile).filter(name => name.startsWith('damaged-'))).toHaveLength(2);
});

test('what differs from the log is found in the background and repaired', { tag: '@long' }, async ({
  launch,
}) => {
  const profile = prepareProbes('basic');
  const db = new Database(path.join(profile, 'baseline.db'));
  db.exec('UPDATE card_state SET reps = reps + 1');
  db.close();
  const { page, electron } = await launch({ now: morning, profile });
  const file = path.join(profile, 'told.txt');
  fs.writeFileSync(file, '');
  await answerMessages(electron, file);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const readTold = (): string[] => fs.readFileSync(file, 'utf8').split('\0').slice(0, -1);
  await expect.poll(() => readTold().length, { timeout: 30_000 }).toBe(2);
  const [found, repaired] = readTold();
  expect(found).toMatch(
    new RegExp(`^1 fault found in the database\\.\ncard ${probes.basic.id}: reps is 2, the log gives 1`),
  );
  expect(repaired).toMatch(/^The database was repaired\./);
  await runInMain(
    electron,
    ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(),
    'check',
  );
  await expect.poll(() => readTold()[2], { timeout: 30_000 }).toMatch(/^The database is sound\./);
});

test('what of the log is damaged is told by the check, and “Start again” leads to what can be done', async ({
  launch,
}) => {
  const profile = prepareProbes('basic');
  const db = new Database(path.join(profile, 'baseline.db'));
  // As a flipped bit would: past the trigger that keeps every event as it was written.
  db.exec('DROP TRIGGER event_is_never_altered');
  db.exec('UPDATE event SET at_ms = at_ms + 1');
  db.close();
  const app = await launch({ now: morning, profile });
  const { page, electron } = app;
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const [told, again] = ['told.txt', 'again.txt'].map(name => path.join(profile, name));
  if (!told || !again) throw new Error('two names');
  await answerMessages(electron, told);
  await runInMain(
    electron,
    ({ app }, file) => {
      app.relaunch = () => process.getBuiltinModule('node:fs').writeFileSync(file, 'again');
    },
    again,
  );
  const ended = new Promise<void>(resolve => electron.process().once('exit', () => resolve()));
  await runInMain(
    electron,
    ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(),
    'check',
  );
  await ended;
  expect(fs.readFileSync(told, 'utf8')).toMatch(/^A part of your log is damaged\./);
  expect(fs.readFileSync(again, 'utf8')).toBe('again');
  await app.reopen();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Your database is damaged' })).toBeFocused();
});

/** Answers the system's messages, which no test can press, by the first button, and writes what they say to a file. */
function answerMessages(electron: ElectronApplication, file: string): Promise<void> {
  return runInMain(
    electron,
    ({ dialog }, told) => {
      const { appendFileSync } = process.getBuiltinModule('node:fs');
      const answer = async (_window: unknown, { message, detail }: { message: string; detail: string }) => {
        appendFileSync(told, `${message}\n${detail}\0`);
        return { response: 0, checkboxChecked: false };
      };
      Reflect.set(dialog, 'showMessageBox', answer);
    },
    file,
  );
}
