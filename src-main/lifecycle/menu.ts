import { app, type BrowserWindow, dialog, shell } from 'electron';
import { countOf } from '../../src-shared/domain/wording.ts';
import type { CommandName } from '../../src-shared/ipc/commands.ts';
import { checkProfile } from '../services/check.ts';
import type { Profile } from '../services/profile.ts';
import { setMenu } from '../windows/menu.ts';
import { findLicences } from './folders.ts';

/** Gives the window its menu. Most of it only asks the page; what concerns the files of the profile is done here. */
export function runMenu(
  profile: Profile,
  window: BrowserWindow,
  send: (command: CommandName) => void,
  log: (error: unknown) => void,
): void {
  const system = { isMac: process.platform === 'darwin', isDevelopment: !app.isPackaged };
  setMenu(system, {
    send,
    openProfile: () => void shell.openPath(profile.dir),
    openLicences: () => void shell.openPath(findLicences()),
    checkDatabase: () => void tellCheck(profile, window).catch(log),
  });
}

async function tellCheck(profile: Profile, window: BrowserWindow): Promise<void> {
  const { events, cards, faults } = checkProfile(profile);
  await dialog.showMessageBox(window, {
    type: faults.length === 0 ? 'info' : 'warning',
    title: 'Baseline',
    message:
      faults.length === 0
        ? 'The database is sound.'
        : `${countOf(faults.length, 'fault')} found in the database.`,
    detail:
      faults.length === 0
        ? `The log and what was made of it agree: ${countOf(events, 'event')}, ${countOf(cards, 'card')}.`
        : `${faults.slice(0, mostTold).join('\n')}\n\nA backup can be put back under Settings. Nothing was changed.`,
    buttons: ['Close'],
  });
}

/** So many faults are told; the command `check` lists them all. */
const mostTold = 8;
