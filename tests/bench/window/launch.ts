import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { appEnvironment, findElectron, startArguments } from '../../helpers/launch-app.ts';

/** What is waited for, and the key that is pressed then. */
export type Step = { selector: string; keyCode?: string };

/** A program in a window of its own, whose last step is over. */
export type Shown = {
  /** From its start to each step, in ms. */
  momentsMs: number[];
  pid: number;
  /** Ends it, and waits until it has. */
  end(): Promise<void>;
};

/** A start that takes longer has failed. */
const MOST_MS = 60_000;

const momentsSchema = z.array(z.number());
const hook = path.join(import.meta.dirname, 'when-shown.cjs');
const blank = path.join(import.meta.dirname, 'blank', 'main.mjs');

/** Today's screen with something to begin, and the first card after Enter. */
const firstCard: readonly Step[] = [
  { selector: '.work .button', keyCode: 'Enter' },
  { selector: '#card-question' },
];

/** Today's screen alone. */
const today: readonly Step[] = [{ selector: '.work .button' }];

/** Opens Baseline on a profile and goes on to the first card. */
export function showFirstCard(profile: string, now: string): Promise<Shown> {
  return show(startArguments(profile, now), firstCard);
}

/** Opens Baseline on a profile. */
export function showToday(profile: string, now: string): Promise<Shown> {
  return show(startArguments(profile, now), today);
}

/** Opens the window with nothing in it, its own files in an empty or used folder. */
export function showBlank(folder: string): Promise<Shown> {
  return show(
    [...startArguments('').filter(arg => arg === '--no-sandbox'), blank, folder],
    [{ selector: 'h1' }],
  );
}

async function show(args: readonly string[], steps: readonly Step[]): Promise<Shown> {
  const begunMs = performance.timeOrigin + performance.now();
  const child = spawn(findElectron(), ['--require', hook, ...args], {
    env: { ...appEnvironment(), BENCH_STEPS: JSON.stringify(steps) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Closes its output, which ends the reading.
  const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
  const moments = await readMoments(child);
  clearTimeout(timer);
  return {
    momentsMs: moments.map(at => at - begunMs),
    pid: child.pid ?? 0,
    end: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function readMoments({ stdout }: ChildProcess): Promise<number[]> {
  if (!stdout) throw new Error('the window has no output');
  for await (const line of createInterface({ input: stdout })) {
    if (line.startsWith('[')) return momentsSchema.parse(JSON.parse(line));
  }
  throw new Error('the window ended before it was shown');
}
