import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchApp } from '../helpers/launch-app.ts';
import { fillProfile } from '../helpers/many-cards.ts';
import { morning } from '../helpers/review-page.ts';
import { beginReview, marks, pressKeys } from './window/keys.ts';
import { type Shown, showBlank, showFirstCard, showToday } from './window/launch.ts';
import { readMemory } from './window/memory.ts';
import { measured, type WindowLine, writeWindowTable } from './window/results.ts';
import type { Press } from './window/trace.ts';

// `npm run bench -- window`: what is promised of the window, on a profile with many cards: from the start to the first
// card and memory at rest beside a blank window of the same runtime, in turns, and from a key to what it shows.

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '100000' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
});
const cards = Number(values.cards);
const runs = 5;
const often = values.quick ? { starts: 1, answers: 2 } : { starts: 4, answers: 40 };
/** Screens are read ahead and the count is put on the icon within this long after the first paint. */
const REST_MS = 6_000;
const FRAME_MS = 1000 / 60;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-bench-'));
const profile = path.join(folder, 'profile');
const blank = path.join(folder, 'blank');
const wanted = (name: string): boolean => values.only === undefined || name.includes(values.only);
const lines: WindowLine[] = [];
try {
  fs.mkdirSync(profile, { mode: 0o700 });
  fs.mkdirSync(blank, { mode: 0o700 });
  await (await showToday(profile, morning)).end();
  fillProfile(profile, cards);
  if (wanted('start')) lines.push(...(await measureStart()));
  if (wanted('memory')) lines.push(await measureMemory());
  if (wanted('keys')) lines.push(...(await measureKeys()));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
  // Whatever was measured before something failed.
  console.log(writeWindowTable(lines));
  if (values.json) fs.writeFileSync(values.json, `${JSON.stringify(lines, null, 2)}\n`);
  if (values.markdown) fs.writeFileSync(values.markdown, `${writeWindowTable(lines)}\n`);
}

/** Opens both in turns; what was opened once before is warm. */
async function measureStart(): Promise<WindowLine[]> {
  const today: number[][] = [];
  const card: number[][] = [];
  const floor: number[][] = [];
  await startOnce(() => showFirstCard(profile, morning));
  await startOnce(() => showBlank(blank));
  for (let run = 0; run < runs; run++) {
    const all = { today: [] as number[], card: [] as number[], floor: [] as number[] };
    for (let n = 0; n < often.starts; n++) {
      all.floor.push(...(await startOnce(() => showBlank(blank))));
      const [first = 0, second = 0] = await startOnce(() => showFirstCard(profile, morning));
      all.today.push(first);
      all.card.push(second);
    }
    today.push(all.today);
    card.push(all.card);
    floor.push(all.floor);
  }
  return [
    {
      name: 'start to the first card',
      unit: 'ms',
      cards,
      goal: '≤ 1.3 × a blank window',
      ...measured(card, floor),
    },
    { name: 'start to today’s screen', unit: 'ms', cards, goal: '–', ...measured(today, floor) },
  ];
}

async function startOnce(show: () => Promise<Shown>): Promise<number[]> {
  const shown = await show();
  await shown.end();
  return shown.momentsMs;
}

/** Both are open at once, so that what all share of the runtime's program is shared alike. */
async function measureMemory(): Promise<WindowLine> {
  const product: number[][] = [];
  const floor: number[][] = [];
  for (let run = 0; run < runs; run++) {
    const [theirs, ours] = [await showBlank(blank), await showToday(profile, morning)];
    await new Promise(resolve => setTimeout(resolve, REST_MS));
    product.push([readMemory(ours.pid)]);
    floor.push([readMemory(theirs.pid)]);
    await Promise.all([theirs.end(), ours.end()]);
  }
  return {
    name: 'memory at rest',
    unit: 'MB',
    cards,
    goal: '≤ 1.3 × a blank window',
    ...measured(product, floor),
  };
}

async function measureKeys(): Promise<WindowLine[]> {
  const app = await launchApp({ profile, now: morning });
  const pressed: Press[][] = [];
  try {
    await beginReview(app);
    // Once without counting.
    await pressKeys(app, Math.max(2, often.answers / 4));
    for (let run = 0; run < runs; run++) pressed.push(await pressKeys(app, often.answers));
  } finally {
    await app.close();
  }
  const line = (name: string, mark: string, of: (press: Press) => number, goal: string): WindowLine => {
    const times = pressed.map(run => run.filter(press => press.mark === mark).map(of));
    const frames = times.map(run => run.map(() => FRAME_MS));
    return { name, unit: 'ms', cards, goal, ...measured(times, frames) };
  };
  return [
    line('key to the answer: work', marks.reveal, press => press.workMs, 'p99 ≤ one frame'),
    line('key to the answer: of it on a processor', marks.reveal, press => press.processorMs, '–'),
    line('key to the answer: until it is on the screen', marks.reveal, press => press.latencyMs, '–'),
    line('key to the next card: work', marks.answer, press => press.workMs, 'p99 ≤ one frame'),
    line('key to the next card: of it on a processor', marks.answer, press => press.processorMs, '–'),
    line('key to the next card: of that in the page', marks.answer, press => press.pageMs, '–'),
    line('key to the next card: until it is on the screen', marks.answer, press => press.latencyMs, '–'),
  ];
}
