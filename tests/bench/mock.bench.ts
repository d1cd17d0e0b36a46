import { checkPrompt } from '../../src-shared/domain/mock/check.ts';
import { generatePrompt } from '../../src-shared/domain/mock/generate.ts';
import type { Prompt } from '../../src-shared/domain/mock/prompt.ts';
import { scoreAttempt } from '../../src-shared/domain/mock/score.ts';
import { botSeed, bots, playBot } from '../helpers/mock-bots.ts';

// What is promised: more than 1,000 prompts generated and checked in a second, and a scoring in less than 5 ms, each of
// a prompt that was never scored before.

const WARM_UP = 500;
const COUNT = 3_000;

/** Runs `work` for each item and tells operations per second and the time that half and 99 of 100 stay within. */
function measure<T>(name: string, items: readonly T[], work: (item: T) => void): void {
  for (const item of items.slice(0, WARM_UP)) work(item);
  const times = items.slice(WARM_UP).map(item => {
    const start = performance.now();
    work(item);
    return performance.now() - start;
  });
  const total = times.reduce((sum, one) => sum + one, 0);
  const sorted = times.toSorted((a, b) => a - b);
  const within = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  const rate = Math.round((times.length / total) * 1000).toLocaleString('en');
  console.log(`${name}: ${rate}/s, p50 ${within(0.5)} ms, p99 ${within(0.99)} ms`);
}

const make = (seed: number): Prompt => generatePrompt(seed, { minutes: 35, level: 'guided' });
const seeds = Array.from({ length: WARM_UP + COUNT }, (_, seed) => seed);

measure('generate a prompt', seeds, seed => {
  make(seed);
});
measure('generate a prompt and check it again', seeds, seed => {
  if (checkPrompt(make(seed)).length > 0) throw new Error(`seed ${seed} is faulty`);
});
const attempts = seeds.map(seed => ({ prompt: make(seed), events: playBot(make(seed), bots.expert) }));
measure('score an attempt', attempts, ({ prompt, events }) => {
  scoreAttempt(prompt, { seed: botSeed, events });
});
