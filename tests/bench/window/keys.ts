import fs from 'node:fs';
import path from 'node:path';
import type { LaunchedApp } from '../../helpers/launch-app.ts';
import { startReview } from '../../helpers/review-page.ts';
import { categories, type Press, readPresses } from './trace.ts';

/** What the page says once it stands in its document: a card's question, or its answer. */
export const marks = { reveal: 'answer-shown', answer: 'question-shown' } as const;

/** A person reads before the next key; here only everything that a key sets off has to be over. */
const PAUSE_MS = 120;

/** Begins a review and lets everything that comes late be over. */
export async function beginReview({ page }: LaunchedApp): Promise<void> {
  await startReview(page);
  await page.evaluate(({ reveal, answer }) => {
    const names = [
      ['.rating', reveal],
      ['#card-question', answer],
    ] as const;
    new MutationObserver(records => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
      for (const [selector, name] of names) {
        const isIn = (node: Node): boolean =>
          node instanceof Element && (node.matches(selector) || node.querySelector(selector) !== null);
        if (added.some(isIn)) performance.mark(name);
      }
    }).observe(document.body, { childList: true, subtree: true });
  }, marks);
  await page.waitForTimeout(2_000);
}

/** Shows and answers so many cards by keyboard, and reads from a trace what each key took. */
export async function pressKeys({ electron, profile }: LaunchedApp, cards: number): Promise<Press[]> {
  const file = path.join(profile, 'trace.json');
  const keys = [
    { keyCode: 'Space', mark: marks.reveal },
    { keyCode: '3', mark: marks.answer },
  ];
  const task = { cards, file, keys, pauseMs: PAUSE_MS, categories: [...categories] };
  await electron.evaluate(async ({ contentTracing, BrowserWindow }, given) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const page = window.webContents;
    const pause = () => new Promise(resolve => setTimeout(resolve, given.pauseMs));
    const isShown = (mark: string) =>
      page.executeJavaScript(
        `performance.getEntriesByName('${mark}').length > 0 && !performance.clearMarks()`,
      );
    await contentTracing.startRecording({ included_categories: given.categories });
    for (let card = 0; card < given.cards; card++) {
      for (const { keyCode, mark } of given.keys) {
        page.sendInputEvent({ type: 'keyDown', keyCode });
        page.sendInputEvent({ type: 'keyUp', keyCode });
        let tries = 0;
        do {
          if (tries++ > 50) throw new Error(`${keyCode}: nothing was shown`);
          await pause();
        } while (!(await isShown(mark)));
      }
    }
    await contentTracing.stopRecording(given.file);
  }, task);
  const presses = readPresses(file, Object.values(marks));
  fs.rmSync(file);
  return presses;
}
