import type { ElectronApplication } from '@playwright/test';
import type Electron from 'electron';

/**
 * Does something in the main process that answers nothing; the caller looks for its effect. V8 may collect the promise
 * by which Playwright hears that it is done, and then only that is lost: what was asked for has happened.
 */
export async function runInMain<T>(
  electron: ElectronApplication,
  work: (main: typeof Electron, input: T) => void,
  input: T,
): Promise<void> {
  // Playwright unwraps handles in what it passes on; plain values stay as they are.
  await electron.evaluate(work as never, input as never).catch((error: unknown) => {
    if (!(error instanceof Error && error.message.includes('was garbage collected'))) throw error;
  });
}
