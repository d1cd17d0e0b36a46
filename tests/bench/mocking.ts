import { checkPrompt } from '../../src-shared/domain/mock/check.ts';
import { generatePrompt } from '../../src-shared/domain/mock/generate.ts';
import type { Prompt } from '../../src-shared/domain/mock/prompt.ts';
import { scoreAttempt } from '../../src-shared/domain/mock/score.ts';
import { botSeed, bots, playBot } from '../helpers/mock-bots.ts';
import type { Side } from './measure.ts';

const makePrompt = (seed: number): Prompt => generatePrompt(seed, { minutes: 35, level: 'guided' });

/** Scores an attempt at a prompt that was never scored before. */
export function scoring(): Side {
  let seed = 0;
  let prompt = makePrompt(seed);
  let events = playBot(prompt, bots.expert);
  return {
    before() {
      prompt = makePrompt(++seed);
      events = playBot(prompt, bots.expert);
    },
    run: () => scoreAttempt(prompt, { seed: botSeed, events }),
  };
}

export function generating(): Side {
  let seed = 0;
  return {
    run() {
      if (checkPrompt(makePrompt(++seed)).length > 0) throw new Error(`seed ${seed} is faulty`);
    },
  };
}
