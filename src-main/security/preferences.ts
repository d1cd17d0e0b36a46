import type { WebPreferences } from 'electron';

/**
 * What every page of Baseline is shown with: in a process of its own that the system locks in, without Node, and without
 * a spell-checker, which would fetch its dictionaries. Developer tools are there only while Baseline is being made.
 */
export function makePreferences({ isPackaged }: { isPackaged: boolean }): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    devTools: !isPackaged,
  };
}
