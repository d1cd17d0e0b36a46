import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { appEnvironment } from './launch-app.ts';

/** The packaged program; `npm run smoke` says which. */
export function findPackage(): string {
  const program = process.env.BASELINE_PACKAGE;
  if (!program) throw new Error('Run the smoke test with `npm run smoke`, which says what to start.');
  return program;
}

/** The folder beside which the packaged program finds its archive and what is not in it. */
export function findResources(): string {
  const folder = path.dirname(findPackage());
  return process.platform === 'darwin'
    ? path.join(folder, '..', 'Resources')
    : path.join(folder, 'resources');
}

/** Chromium refuses its sandbox to root. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Opens the packaged app on a profile. Its fuses forbid Playwright's way into Electron, so this goes through
 * Chromium's own; the page is the same. A file is opened as by a double click. `close` closes the window and waits
 * until the app has ended.
 */
export async function launchPackage(
  profile: string,
  file?: string,
): Promise<{ page: Page; close(): Promise<void> }> {
  const opened = file === undefined ? [] : [file];
  const args = [...asRoot, '--remote-debugging-port=0', '--profile', profile, ...opened];
  const app = spawn(findPackage(), args, { env: appEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(app, 'exit');
  const browser = await chromium.connectOverCDP(await readAddress(app.stderr));
  const [context] = browser.contexts();
  if (!context) throw new Error('The app has no browser context.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return {
    page,
    close: async () => {
      await page.close();
      await ended;
    },
  };
}

/** Chromium says on standard error where it listens. */
async function readAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of readline.createInterface({ input: stderr })) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address) {
      stderr.resume();
      return address;
    }
  }
  throw new Error('The app ended before it listened.');
}

/** Runs a headless command of the packaged app; `env` is added to the environment. */
export function runPackage(args: readonly string[], env: Record<string, string> = {}) {
  // Without a display, Chromium wants to be told so before it reads anything else.
  const headless = process.platform === 'linux' ? ['--ozone-platform=headless'] : [];
  const ran = spawnSync(findPackage(), [...asRoot, ...headless, ...args], {
    env: { ...appEnvironment(), ...env },
    encoding: 'utf8',
  });
  return { exit: ran.status, out: ran.stdout };
}
