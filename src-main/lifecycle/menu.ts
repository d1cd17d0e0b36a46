import { app, shell } from 'electron';
import type { CommandName } from '../../src-shared/ipc/commands.ts';
import type { Profile } from '../services/profile.ts';
import { setMenu } from '../windows/menu.ts';
import { findLicences } from './folders.ts';

/** Gives the window its menu. Most of it only asks the page; what concerns the files of the profile is done here. */
export function runMenu(
  profile: Profile,
  send: (command: CommandName) => void,
  checkDatabase: () => void,
): void {
  const system = { isMac: process.platform === 'darwin', isDevelopment: !app.isPackaged };
  setMenu(system, {
    send,
    openProfile: () => void shell.openPath(profile.dir),
    openLicences: () => void shell.openPath(findLicences()),
    checkDatabase,
  });
}
