import type { ElectronApplication } from '@playwright/test';
import { runInMain } from './run-in-main.ts';

/** Answers the system's dialogs, which no test can press, with a file or with nothing chosen. */
export function answerDialogs(electron: ElectronApplication, file: string | null): Promise<void> {
  return runInMain(
    electron,
    ({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
      dialog.showOpenDialog = async () => ({
        canceled: chosen === null,
        filePaths: chosen === null ? [] : [chosen],
      });
    },
    file,
  );
}
