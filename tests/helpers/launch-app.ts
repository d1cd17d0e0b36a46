import fs from 'node:fs';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { appFolder, findElectron, makeReadProfile } from './new-profile.ts';

export { appFolder, findElectron };

/** The environment of the app: that of the tests, which themselves run in Electron's Node, without the word for it. */
export function appEnvironment(): Record<string, string> {
  const given = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE');
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Arguments that start the app on a profile. Chromium refuses its sandbox to root. */
export function startArguments(profile: string, now?: string, file?: string): string[] {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    ...asRoot,
    appFolder,
    '--profile',
    profile,
    ...(now === undefined ? [] : ['--now', now]),
    ...(file === undefined ? [] : [file]),
  ];
}

export type LaunchOptions = {
  /** Where the app's clock starts, e.g. `2026-11-24T08:00:00+01:00`; the system's time where it is not given. */
  now?: string;
  /** A profile folder to open; where it is not given, one that has read the built-in decks and holds nothing else. */
  profile?: string;
  colorScheme?: 'light' | 'dark';
  /** A file to be opened at the first start. */
  file?: string;
};

/** The running app, with a profile of its own. */
export type LaunchedApp = {
  readonly profile: string;
  /** The window's page and Electron itself; both are new after `reopen`. */
  page: Page;
  electron: ElectronApplication;
  /** Quits, and waits until the process has ended. */
  close(): Promise<void>;
  /** Closes and starts again on the same profile, at another moment if one is given. */
  reopen(options?: { now?: string }): Promise<void>;
  /** Closes what is open and removes the profile. */
  dispose(): Promise<void>;
};

/** Starts the built app and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const profile = options.profile ?? makeReadProfile();
  let { now, file } = options;
  const start = async (): Promise<{ electron: ElectronApplication; page: Page }> => {
    const electron = await _electron.launch({
      executablePath: findElectron(),
      args: startArguments(profile, now, file),
      env: appEnvironment(),
      colorScheme: options.colorScheme ?? 'light',
    });
    return { electron, page: await electron.firstWindow() };
  };
  let open = true;
  const app: LaunchedApp = {
    profile,
    ...(await start()),
    close: async () => {
      if (!open) return;
      open = false;
      await app.electron.close();
    },
    reopen: async (again = {}) => {
      await app.close();
      now = again.now ?? now;
      file = undefined;
      Object.assign(app, await start());
      open = true;
    },
    dispose: async () => {
      await app.close();
      fs.rmSync(profile, { recursive: true, force: true });
    },
  };
  return app;
}
