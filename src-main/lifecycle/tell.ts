import { app, type BrowserWindow, dialog } from 'electron';
import type { Problem } from '../../src-shared/domain/problem.ts';
import { relaunch } from './relaunch.ts';

/** Tells a person why Baseline does not start, on screen and for whoever started it from a terminal. */
export async function tellProblem({ message, hint }: Problem): Promise<void> {
  console.error([message, hint].filter(Boolean).join(' '));
  await dialog.showMessageBox({
    type: 'error',
    title: 'Baseline',
    message,
    detail: hint ?? '',
    buttons: ['Close'],
  });
}

/** Tells that the page has died, and loads it again if the person wishes. */
export async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Baseline',
    message: 'The window stopped working.',
    detail: 'What you answered is saved. Load it again to go on.',
    buttons: ['Load again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) window.reload();
  else window.close();
}

/**
 * Tells that something went wrong where no call of the page could be answered with it. Once in a run of Baseline: what
 * fails every second would else be told every second.
 */
export function createFaultTeller(log: (error: unknown) => void): (error: unknown) => void {
  let isTold = false;
  return error => {
    log(error);
    if (isTold) return;
    isTold = true;
    app
      .whenReady()
      .then(() => offerRestart())
      .catch(log);
  };
}

async function offerRestart(): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Baseline',
    message: 'Something went wrong inside Baseline.',
    detail: 'What you answered is saved. Start it anew, so that nothing is missing from here on.',
    buttons: ['Start anew', 'Go on'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response !== 0) return;
  relaunch();
  app.quit();
}
