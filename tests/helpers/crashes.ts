import type { ElectronApplication, Page } from '@playwright/test';
import type { BaselineApi } from '../../src-shared/ipc/contract.ts';
import { runInMain } from './run-in-main.ts';

/** Answers the system's messages, which no test can press, with the button of that number, and remembers them. */
export function chooseInDialogs(electron: ElectronApplication, button: number): Promise<void> {
  return runInMain(
    electron,
    ({ dialog }, response) => {
      const told: string[] = [];
      Reflect.set(globalThis, 'told', told);
      const answer = async (...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> => {
        told.push(String(Reflect.get(Object(args.at(-1)), 'message')));
        return { response, checkboxChecked: false };
      };
      Object.assign(dialog, { showMessageBox: answer });
    },
    button,
  );
}

/** The messages that were shown since `chooseInDialogs`. */
export function listDialogs(electron: ElectronApplication): Promise<string[]> {
  return electron.evaluate(() => Reflect.get(globalThis, 'told'));
}

/** Crashes the process that draws the page. */
export function crashPage(electron: ElectronApplication): Promise<void> {
  return runInMain(
    electron,
    ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.once('did-finish-load', () => Reflect.set(globalThis, 'isBack', true));
      contents?.forcefullyCrashRenderer();
    },
    null,
  );
}

/**
 * The heading of the page that was loaded after a crash; empty before. Asked of Electron: Playwright gives up a page
 * that crashed.
 */
export function readHeading(electron: ElectronApplication): Promise<string> {
  return electron.evaluate(({ BrowserWindow }) =>
    Reflect.get(globalThis, 'isBack')
      ? BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.querySelector("h1")?.textContent ?? ""',
        )
      : '',
  );
}

/** Answers the next card through the page, as its keys do, and answers with which it was. */
export function answerThere(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const api: BaselineApi = Reflect.get(globalThis, 'baseline');
    const session = { kind: 'today' } as const;
    const next = await api.call('review:next', { session, learnAhead: true });
    if (!next.ok || next.value.kind !== 'card') throw new Error('there is no card');
    const { cardId, surfaceSeed } = next.value.card;
    const answer = { session, cardId, surfaceSeed, takenMs: 1000, rating: 3 } as const;
    const answered = await api.call('review:answer', { ...answer, response: null, confidence: null });
    if (!answered.ok) throw new Error(answered.problem.message);
    return cardId;
  });
}
