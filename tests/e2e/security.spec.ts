import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { answerDialogs } from '../helpers/answer-dialogs.ts';
import { expect, test } from '../helpers/app-test.ts';
import { appFolder, type LaunchedApp, launchApp } from '../helpers/launch-app.ts';
import { prepareProfile } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import { morning, openScreen } from '../helpers/review-page.ts';
import { runInMain } from '../helpers/run-in-main.ts';

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

/** One window for all that only asks what a page can do. */
test.describe('a page', () => {
  // In one worker, so that they share it.
  test.describe.configure({ mode: 'default' });
  let app: LaunchedApp;
  test.beforeAll(async () => {
    app = await launchApp({ now: morning, profile: prepareProfile([probes.basic]) });
    await app.page.getByRole('heading', { level: 1 }).waitFor();
  });
  test.afterAll(() => app.dispose());

  test('has the contract and nothing else of the world outside', async () => {
    const reach = await app.page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'electron'].filter(name => name in globalThis),
      api: Object.keys(Reflect.get(globalThis, 'baseline')).sort(),
      origin: location.origin,
    }));
    expect(reach).toEqual({
      globals: [],
      api: ['call', 'offer', 'on', 'setTextSize'],
      origin: 'app://baseline',
    });
  });

  test('cannot even name a channel that is not in the contract', async () => {
    const told = await app.page.evaluate(() =>
      Reflect.get(globalThis, 'baseline')
        .call('profile:erase', {})
        .then(
          () => 'answered',
          (error: Error) => error.message,
        ),
    );
    expect(told).toContain('unknown channel profile:erase');
  });

  test('is shown with every protection that Electron has, and none lifted', async () => {
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Missing from Electron's types, but the only place that tells what is in force.
      return window && Reflect.get(window.webContents, 'getLastWebPreferences').call(window.webContents);
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
    });
    const off = await app.electron.evaluate(({ session }) => ({
      on: session.defaultSession.isSpellCheckerEnabled(),
      languages: session.defaultSession.getSpellCheckerLanguages(),
    }));
    expect(off).toEqual({ on: false, languages: [] });
  });

  test('on paper is as well protected, and runs no script at all', async () => {
    await answerDialogs(app.electron, path.join(app.profile, 'ready.pdf'));
    await runInMain(
      app.electron,
      ({ app }) => {
        app.once('web-contents-created', (_event, contents) =>
          contents.once('did-finish-load', () =>
            Reflect.set(globalThis, 'printed', Reflect.get(contents, 'getLastWebPreferences').call(contents)),
          ),
        );
      },
      null,
    );
    await app.page.evaluate(() =>
      Reflect.get(globalThis, 'baseline').call('exchange:export', { format: 'report' }),
    );
    await expect
      .poll(() => app.electron.evaluate(() => Reflect.get(globalThis, 'printed')))
      .toMatchObject({ javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false });
  });

  test('comes with the strictest policy, whatever is served', async () => {
    fs.mkdirSync(path.join(app.profile, 'media'), { recursive: true });
    fs.copyFileSync(
      path.join(appFolder, 'build/icons/256x256.png'),
      path.join(app.profile, 'media', 'p.png'),
    );
    const script = await app.page.locator('script[src]').first().getAttribute('src');
    const addresses = ['', script ?? '', 'media/p.png'].map(name => new URL(name, 'app://baseline/').href);
    const served = await app.electron.evaluate(
      ({ net }, addresses) =>
        Promise.all(
          addresses.map(async address => {
            const { status, headers } = await net.fetch(address);
            return [status, headers.get('Content-Security-Policy'), headers.get('X-Content-Type-Options')];
          }),
        ),
      addresses,
    );
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types default";
    expect(served).toEqual(addresses.map(() => [200, policy, 'nosniff']));
  });

  test('can load no code and no address of another place', async () => {
    // As text, since Playwright would make something else of an import.
    const tries = {
      'another place': `fetch('https://example.invalid/')`,
      'a file above its own': `fetch('app://baseline/../../package.json')`,
      'a file of the system': `fetch('file:///etc/hostname')`,
      'a module in an address': `import('data:text/javascript,globalThis.ran = true')`,
      'a module from elsewhere': `import('https://example.invalid/x.js')`,
      markup: `(async () => { document.createElement('p').innerHTML = '<b>x</b>'; })()`,
      'a script': `(async () => { document.createElement('script').textContent = 'globalThis.ran = true'; })()`,
      // Of what another origin shows in a frame, only how many frames it has itself can be seen from outside.
      'a frame': `new Promise((yes, no) => {
        const frame = document.createElement('iframe');
        frame.onload = () => frame.contentWindow.length > 0 ? yes() : no();
        frame.src = 'data:text/html,<iframe></iframe>';
        document.body.append(frame);
      })`,
      'a picture in an address': `new Promise((yes, no) => {
        const src = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';
        Object.assign(new Image(), { onload: yes, onerror: no, src });
      })`,
    };
    const told: Record<string, string> = {};
    for (const [name, code] of Object.entries(tries))
      told[name] = await app.page.evaluate(`${code}.then(() => 'loaded', () => 'refused')`);
    expect(told).toEqual(Object.fromEntries(Object.keys(tries).map(name => [name, 'refused'])));
    expect(await app.page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });

  test('is given no permission, whether it asks for it or only whether it has it', async () => {
    const told = await app.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
      const states = names.map(async name => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return state;
      });
      const position = new Promise(resolve =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : code),
        ),
      );
      const midi = navigator.requestMIDIAccess().then(
        () => 'given',
        (error: Error) => error.name,
      );
      return {
        has: await Promise.all(states),
        notifications: await Notification.requestPermission(),
        position: await position,
        midi: await midi,
      };
    });
    expect(told).toEqual({
      has: told.has.map(() => 'denied'),
      notifications: 'denied',
      position: 'denied',
      midi: 'NotAllowedError',
    });
  });

  test('of no origin, and without a policy, still reaches no network', async () => {
    let reached = 0;
    const server = http.createServer((_request, response) => {
      reached++;
      response.end('here');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const told = await app.electron.evaluate(async ({ BrowserWindow, session }, address) => {
      const tell = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'reached',
          (error: Error) => error.message.replace(/.*(ERR_[A-Z_]+).*/s, '$1'),
        );
      const window = new BrowserWindow({ show: false });
      const page = await tell(window.loadURL(address));
      await window.loadURL('data:text/html,stranger');
      const call = (code: string): Promise<string> =>
        window.webContents.executeJavaScript(`${code}.then(() => 'reached', () => 'refused')`);
      const fetched = await call(`fetch('${address}', { mode: 'no-cors' })`);
      const socket = await call(
        `new Promise((yes, no) => Object.assign(new WebSocket('${address.replace('http', 'ws')}'), { onopen: yes, onerror: no }))`,
      );
      window.destroy();
      // A session that nobody told to refuse: only that no name is resolved protects it.
      const other = await tell(session.fromPartition('other').fetch(address));
      return { page, fetched, socket, other };
    }, address);
    expect(told).toEqual({
      page: 'ERR_BLOCKED_BY_CLIENT',
      fetched: 'refused',
      socket: 'refused',
      other: 'ERR_NAME_NOT_RESOLVED',
    });
    expect(reached).toBe(0);
    // It was there to be reached.
    expect(await (await fetch(address)).text()).toBe('here');
    server.close();
  });

  test('of another kind can hold no webview', async () => {
    const kinds = await app.electron.evaluate(async ({ BrowserWindow, webContents }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
      const asked = new Promise<void>(resolve =>
        window.webContents.once('will-attach-webview', () => resolve()),
      );
      await window.loadURL('data:text/html,<webview src="data:text/html,inner" allowpopups></webview>');
      await asked;
      const all = webContents.getAllWebContents().map(contents => contents.getType());
      window.destroy();
      return all;
    });
    expect(kinds).not.toContain('webview');
  });

  test('is not led elsewhere by a redirect', async () => {
    const told = await app.electron.evaluate(async ({ BrowserWindow, protocol }) => {
      protocol.registerSchemesAsPrivileged;
      protocol.handle('redirecting', ({ url }) =>
        url.endsWith('/there')
          ? new Response('there')
          : new Response(null, { status: 302, headers: { Location: 'redirecting://x/there' } }),
      );
      const window = new BrowserWindow({ show: false });
      const direct = await window.loadURL('redirecting://x/there').then(
        () => 'shown',
        () => 'refused',
      );
      const redirected = await window.loadURL('redirecting://x/here').then(
        () => 'shown',
        () => 'refused',
      );
      window.destroy();
      protocol.unhandle('redirecting');
      return { direct, redirected };
    });
    expect(told).toEqual({ direct: 'shown', redirected: 'refused' });
  });

  test('cannot leave, and opens no window', async () => {
    const opened = await app.page.evaluate(() => {
      location.href = 'https://example.invalid/';
      return window.open('https://example.invalid/');
    });
    expect(opened).toBeNull();
    // Asked of Electron: Playwright itself waits for ever for a navigation that was refused.
    const windows = await app.electron.evaluate(({ BrowserWindow }) =>
      Promise.all(
        BrowserWindow.getAllWindows().map(async ({ webContents }) => ({
          address: webContents.getURL(),
          heading: await webContents.executeJavaScript('document.querySelector("h1") !== null'),
        })),
      ),
    );
    expect(windows).toEqual([{ address: 'app://baseline/', heading: true }]);
  });
});
