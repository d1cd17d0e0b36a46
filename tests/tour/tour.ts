import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { appFolder, type LaunchedApp } from '../helpers/launch-app.ts';

/** Where screenshots and transcript go. */
const folder = path.join(appFolder, 'out', 'tour');

/** A tour of the running app: numbered steps, each of which is only counted once it was seen on screen. */
export type Tour = {
  /**
   * Does something as a person would, waits until `seen` is on screen, and takes the picture. Throws where it
   * does not come.
   *
   * @param title one sentence for the transcript, e.g. `The window opens on today's cards.`
   */
  step(title: string, act: () => Promise<void>, seen: () => Locator): Promise<void>;
  /** The same tour, going on in another window. */
  on(app: LaunchedApp): Tour;
};

/** Begins a tour; each step is told on the console, in `transcript.md` and in a picture `NN-words.png`. */
export function beginTour(app: LaunchedApp): Tour {
  fs.mkdirSync(folder, { recursive: true });
  const transcript = path.join(folder, 'transcript.md');
  fs.writeFileSync(transcript, '# A tour of Baseline\n');
  let count = 0;
  const tourOf = (window: LaunchedApp): Tour => ({
    step: async (title, act, seen) => {
      count += 1;
      const number = String(count).padStart(2, '0');
      const picture = `${number}-${nameFile(title)}.png`;
      await act();
      const shown = await readShown(seen());
      await window.page.screenshot({ path: path.join(folder, picture) });
      fs.appendFileSync(transcript, `\n${count}. ${title} On screen: “${shown}” (${picture})\n`);
      console.log(`${number}  ${title}`);
    },
    on: tourOf,
  });
  return tourOf(app);
}

/** The visible text of what should be on screen, in one line. */
async function readShown(seen: Locator): Promise<string> {
  await seen.first().waitFor({ state: 'visible' });
  // biome-ignore lint/performance/useDomNodeTextContent: only what is visible counts here.
  const text = (await seen.first().innerText()).replace(/\s+/g, ' ').trim();
  if (text === '') throw new Error(`${seen} is on screen but says nothing`);
  return text.length > 120 ? `${text.slice(0, 120)} …` : text;
}

function nameFile(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 6).join('-');
}
