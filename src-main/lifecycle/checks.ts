import { app, type BrowserWindow, dialog } from 'electron';
import { countOf } from '../../src-shared/domain/wording.ts';
import { noteFound } from '../db/left.ts';
import { explain } from '../ipc/answer.ts';
import type { CheckReport } from '../services/check.ts';
import { startJob } from '../services/exchange/jobs.ts';
import type { Profile } from '../services/profile.ts';
import { locateDatabase } from '../services/profile-folder.ts';
import { repairProfile } from '../services/repair.ts';
import { relaunch } from './relaunch.ts';

/** The first cards, and what a backup reads, come first. */
const REST_MS = 10_000;

type Checks = { profile: Profile; window: BrowserWindow; log(error: unknown): void };

/**
 * Lets a worker check the whole database: some time after the window is there, when a person is told only of what is
 * wrong, and whenever it is asked for.
 */
export function runChecks({ profile, window, log }: Checks): { ask(): void; stop(): void } {
  const check = (): Promise<CheckReport> =>
    startJob('check', { file: locateDatabase(profile.dir) }, () => undefined).done;
  const tell = async (report: CheckReport): Promise<void> => {
    if (window.isDestroyed()) return;
    const answer = await dialog.showMessageBox(window, wordReport(report));
    if (answer.response !== 0 || report.mend === 'nothing') return;
    if (report.mend === 'recovery') recover(profile);
    else await repair();
  };
  const repair = async (): Promise<void> => {
    const done = repairInWords(profile, log);
    await dialog.showMessageBox(window, { title: 'Baseline', buttons: ['Close'], ...done });
    window.reload();
  };
  let timer: NodeJS.Timeout | undefined;
  window.webContents.once('did-finish-load', () => {
    timer = setTimeout(() => {
      check()
        .then(report => (report.faults.length === 0 ? undefined : tell(report)))
        .catch(log);
    }, REST_MS);
  });
  return {
    ask: () => void check().then(tell).catch(log),
    stop: () => clearTimeout(timer),
  };
}

/** So many faults are told; the command `check` lists them all. */
const mostTold = 8;

/** What a check came to, with what can be done first among the buttons. */
function wordReport({ events, cards, faults, mend }: CheckReport): Electron.MessageBoxOptions {
  const listed = faults.slice(0, mostTold).join('\n');
  switch (mend) {
    case 'nothing':
      return {
        type: 'info',
        title: 'Baseline',
        message: 'The database is sound.',
        detail: `The log and what was made of it agree: ${countOf(events, 'event')}, ${countOf(cards, 'card')}.`,
        buttons: ['Close'],
      };
    case 'recovery':
      return {
        type: 'warning',
        title: 'Baseline',
        message: 'A part of your log is damaged.',
        detail: `${listed}\n\nBaseline can start again and save what can be read, or put a backup back. The damaged database is kept.`,
        buttons: ['Start again', 'Later'],
        cancelId: 1,
      };
    default:
      return {
        type: 'warning',
        title: 'Baseline',
        message: `${countOf(faults.length, 'fault')} found in the database.`,
        detail: `${listed}\n\nYour log is not touched by a repair: what was made of it is made anew.`,
        buttons: ['Repair', 'Later'],
        cancelId: 1,
      };
  }
}

function repairInWords(
  profile: Profile,
  log: (error: unknown) => void,
): { type: 'info' | 'error'; message: string; detail: string } {
  try {
    const { did } = repairProfile(profile);
    return { type: 'info', message: 'The database was repaired.', detail: did.join('\n') };
  } catch (error) {
    const { message, hint } = explain(error, log);
    return { type: 'error', message, detail: hint ?? '' };
  }
}

/** The next start asks what is to be done. */
function recover(profile: Profile): void {
  profile.close();
  noteFound(locateDatabase(profile.dir));
  relaunch();
  app.exit();
}
