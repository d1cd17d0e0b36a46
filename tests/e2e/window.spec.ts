import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '../helpers/app-test.ts';
import { appEnvironment, findElectron, startArguments } from '../helpers/launch-app.ts';

/** Starts the app without Playwright, as a second start by a person. */
function startPlainly(args: string[]): ChildProcess {
  return spawn(findElectron(), args, { env: appEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
}

test('a fresh profile opens on a heading; what was compiled is kept in it', async ({ launch }) => {
  const { page, profile, close } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(fs.existsSync(path.join(profile, 'baseline.db'))).toBe(true);
  await close();
  const compiled = fs.readdirSync(path.join(profile, 'browser', 'compiled'), { recursive: true });
  expect(compiled.length).toBeGreaterThan(5);
});

test('the page can load itself again', async ({ launch }) => {
  const { page } = await launch();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => Reflect.set(globalThis, 'before', true));
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => location.reload());
  await loaded;
  expect(await page.evaluate(() => Reflect.has(globalThis, 'before'))).toBe(false);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a second start brings the first window back and ends', async ({ launch }) => {
  const { page, electron, profile } = await launch();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const shown = electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.hide();
    return new Promise(resolve => window?.once('show', () => resolve('shown')));
  });
  const second = startPlainly(startArguments(profile));
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(await shown).toBe('shown');
});

test('what was misread is told in words, with no stack', async () => {
  const started = startPlainly([...startArguments('/nowhere/at/all', 'yesterday')]);
  const told = await readLine(started, /moment/);
  started.kill('SIGKILL');
  expect(told).toContain('“yesterday” is not a moment. Write --now and then a moment');
  expect(told).not.toMatch(/\n\s+at /);
});

test('a profile folder that cannot be made is told', async ({ launch }) => {
  const { profile } = await launch();
  const folder = path.join(profile, 'baseline.db', 'inside-a-file');
  const started = startPlainly(startArguments(folder));
  const told = await readLine(started, /folder/);
  started.kill('SIGKILL');
  expect(told).toContain(`The profile folder ${folder} cannot be made. Give yourself write access`);
});

/** What a process has said on standard error once that holds `pattern`; all it said where it ends before. */
function readLine(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise(resolve => {
    let text = '';
    child.stderr?.on('data', chunk => {
      text += chunk;
      if (pattern.test(text)) resolve(text);
    });
    child.once('exit', () => resolve(text));
  });
}

test('a fault is told in plain words; what is behind it stands under a fold and is copied', async ({
  launch,
}) => {
  const { page, electron } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await electron.evaluate(({ ipcMain }) => ipcMain.removeHandler('stats:get'));
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Progress' })
    .press('Enter');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Something went wrong in this step. What you did before is safe.');
  await expect(alert.getByText('No handler registered')).toBeHidden();
  await alert.getByText('Details').click();
  await expect(alert.getByText('No handler registered')).toBeVisible();
  await alert.getByRole('button', { name: 'Copy' }).press('Enter');
  await expect(alert.getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain("No handler registered for 'stats:get'");
});
