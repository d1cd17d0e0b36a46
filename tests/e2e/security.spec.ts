import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { appFolder } from '../helpers/launch-app.ts';
import { morning, openScreen } from '../helpers/review-page.ts';

/** Opens a window with Baseline's own preload on some address, calls from it, and answers with what it was told. */
function callFrom(electron: ElectronApplication, address: string, call: string): Promise<unknown> {
  const preload = path.join(appFolder, 'out', 'preload', 'preload.cjs');
  return electron.evaluate(
    async ({ BrowserWindow }, { address, preload, call }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await window.loadURL(address);
      const told: unknown = await window.webContents.executeJavaScript(call);
      window.destroy();
      return told;
    },
    { address, preload, call },
  );
}

const refusal = { ok: false, problem: { code: 'invalid', message: 'This page may not call Baseline.' } };

test('a page of another origin is refused, though it has the preload', async ({ launch }) => {
  const { page, electron } = await launch({ now: morning });
  await openScreen(page, 'Settings');
  const call = `window.baseline.call('settings:set', { newPerDay: 3 })`;
  for (const address of [
    'data:text/html,stranger',
    'about:blank',
    `file://${appFolder}/out/renderer/index.html`,
  ]) {
    expect(await callFrom(electron, address, call)).toMatchObject(refusal);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByText('20 new cards.')).toBeVisible();
  // The same from the app's own page is answered, so it is the sender that makes the difference.
  expect(await callFrom(electron, 'app://baseline/', call)).toMatchObject({
    ok: true,
    value: { newPerDay: 3 },
  });
});

test('a frame is refused, even one of the app’s own origin', async ({ launch }) => {
  const { electron } = await launch({ now: morning });
  const told = await electron.evaluate(
    async ({ BrowserWindow, protocol }, preload) => {
      // Baseline's own pages allow no frames, and its window gives them no preload: both are lifted here.
      protocol.unhandle('app');
      protocol.handle('app', ({ url }) => {
        const body = url.endsWith('/inner') ? 'inner' : '<iframe src="/inner"></iframe>';
        return new Response(body, { headers: { 'Content-Type': 'text/html' } });
      });
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true },
      });
      await window.loadURL('app://baseline/outer');
      const { mainFrame } = window.webContents;
      const call = `window.baseline.call('decks:open-folder', null)`;
      const outer: unknown = await mainFrame.executeJavaScript(call);
      const inner: unknown = await mainFrame.frames[0]?.executeJavaScript(call);
      window.destroy();
      return { outer, inner };
    },
    path.join(appFolder, 'out', 'preload', 'preload.cjs'),
  );
  // The outer page's call reaches the channel, which finds its input malformed; the frame's does not get there.
  expect(told).toMatchObject({
    outer: { ok: false, problem: { hint: 'Nothing was changed.' } },
    inner: refusal,
  });
});

test('a channel that is not in the contract cannot even be named', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  const told = await page.evaluate(() =>
    Reflect.get(globalThis, 'baseline')
      .call('profile:erase', {})
      .then(
        () => 'answered',
        (error: Error) => error.message,
      ),
  );
  expect(told).toContain('unknown channel profile:erase');
});
