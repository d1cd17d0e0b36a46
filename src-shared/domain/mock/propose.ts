import type { DefaultId } from '../rules/decisions.ts';
import { expectPair } from './expect.ts';
import { numberMeta } from './numbers.ts';
import type { Prompt } from './prompt.ts';

/** Each default weighs this much of the next weaker one, so that the weakest count most and some lesser ones together outweigh one. */
const FADE = 0.8;

/** The defaults that a prompt exercises: those its expected answers name at any stage, and those of its arithmetic. */
export function listExercised(prompt: Prompt): Set<DefaultId> {
  const stages = [0, ...prompt.twists.map((_, index) => index + 1)];
  return new Set([
    ...prompt.score.flatMap(pair => stages.flatMap(stage => expectPair(prompt, pair, stage).defaults)),
    ...prompt.numbers.flatMap(({ step }) => numberMeta[step].defaults),
  ]);
}

/** A prompt to take next, and which of the weakest defaults it exercises, the weakest first. */
export type Proposal = { prompt: Prompt; weakest: DefaultId[] };

/**
 * The prompt that exercises the weakest defaults; the first of those that do so equally. `weakness` names defaults
 * from the weakest on, as far as anything is known of them. Null without prompts.
 */
export function proposeNext(prompts: readonly Prompt[], weakness: readonly DefaultId[]): Proposal | null {
  const weighed = prompts.map(prompt => {
    const exercised = listExercised(prompt);
    const weakest = weakness.filter(id => exercised.has(id));
    const weight = weakest.reduce((sum, id) => sum + FADE ** weakness.indexOf(id), 0);
    return { prompt, weakest, weight };
  });
  const [first, ...rest] = weighed;
  if (!first) return null;
  const { prompt, weakest } = rest.reduce((best, one) => (one.weight > best.weight ? one : best), first);
  return { prompt, weakest };
}
