import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { appEnvironment, findElectron, type LaunchedApp, startArguments } from '../helpers/launch-app.ts';
import { listOverflowing, makeSmall } from '../helpers/layout.ts';
import { morning, prepareProbes, startReview } from '../helpers/review-page.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-open-'));
test.afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function writeDeck(name: string, text = 'front,back\nWhy?,So.\nHow?,Thus.\n'): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
}

/** The file waits in the part of the settings that is about import, with the button in reach. */
async function expectWaiting(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.getByText(`${name} holds 2 cards. Nothing of it is brought in yet.`)).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Bring it in' })).toBeFocused();
}

/** Drops files from outside on the window, as the system does. */
async function dropFiles({ page }: LaunchedApp, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 100, y: 100, data });
    if (type === 'dragOver') await expect(page.getByText('Drop the file to look into it')).toBeVisible();
  }
  await expect(page.getByText('Drop the file to look into it')).toHaveCount(0);
  await session.detach();
}

test('a file as an argument is looked into, and brought in by a key', async ({ launch }) => {
  const { page } = await launch({ now: morning, file: writeDeck('At start.csv') });
  await expectWaiting(page, 'At start.csv');
  await page.keyboard.press('Enter');
  await expect(page.getByText('At start.csv: 2 new cards.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring it in' })).toHaveCount(0);
});

test('a second start gives its file to the window that is there', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  writeDeck('Second.csv');
  // By a path from where it is started.
  const second = spawn(findElectron(), startArguments(profile, morning, 'Second.csv'), {
    env: appEnvironment(),
    stdio: 'ignore',
    cwd: folder,
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expectWaiting(page, 'Second.csv');
  await page.getByRole('button', { name: 'Leave it' }).press('Enter');
  await expect(page.getByText(/holds 2 cards/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /Second/ })).toHaveCount(0);
});

test('a file that is dropped is looked into, from a review too; others are told what opens', async ({
  launch,
}) => {
  const app = await launch({ now: morning, profile: prepareProbes('basic') });
  const { page } = app;
  await startReview(page);
  await dropFiles(app, [writeDeck('Dropped.csv')]);
  await expectWaiting(page, 'Dropped.csv');
  const problem = page.getByRole('alert');
  await dropFiles(app, [writeDeck('notes.txt', 'x')]);
  await expect(problem.filter({ hasText: '“notes.txt” is of no kind' })).toContainText('.apkg');
  await dropFiles(app, [folder]);
  await expect(problem.filter({ hasText: 'is of no kind' })).toContainText(path.basename(folder));
  await dropFiles(app, [writeDeck('One.csv'), writeDeck('Two.csv')]);
  await expect(problem.filter({ hasText: 'one file at a time' })).toBeVisible();
  expect(page.url()).toBe('app://baseline/');
});

test('a file that is no longer there, or broken, is told at the start', async ({ launch }) => {
  const { page } = await launch({ now: morning, file: path.join(folder, 'gone.apkg') });
  await expect(page.getByRole('alert').filter({ hasText: 'is not there' })).toBeVisible();
});

test('a page can have no path of its own looked into', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const file = writeDeck('Secret.csv');
  const outcome = await page.evaluate(async path => {
    const { baseline } = window as unknown as {
      baseline: Record<string, (...given: unknown[]) => Promise<unknown>>;
    };
    const called = await baseline.call?.('exchange:offer', { file: path }).then(
      () => 'called',
      () => 'refused',
    );
    const madeUp = await baseline.offer?.(new File(['front,back'], path));
    return { called, madeUp };
  }, file);
  expect(outcome).toMatchObject({ called: 'refused', madeUp: { ok: false } });
});

test('at 900 × 600 and 200 % a file that waits is in reach', async ({ launch }) => {
  const app = await launch({ now: morning });
  await makeSmall(app.electron, app.page, 2);
  await expect(app.page.getByRole('heading', { level: 1 })).toBeFocused();
  await dropFiles(app, [writeDeck('Small.csv')]);
  await expect(app.page.getByRole('button', { name: 'Bring it in' })).toBeInViewport({ ratio: 1 });
  expect(await listOverflowing(app.page)).toEqual([]);
});
