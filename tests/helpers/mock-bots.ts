import fs from 'node:fs';
import path from 'node:path';
import { readPrompt } from '../../src-main/services/mocks/read-mock.ts';
import type { AttemptEvent } from '../../src-shared/domain/mock/attempt.ts';
import { expectPair } from '../../src-shared/domain/mock/expect.ts';
import { expectNumber, numberMeta } from '../../src-shared/domain/mock/numbers.ts';
import type { Pair, Prompt } from '../../src-shared/domain/mock/prompt.ts';
import { findReasons, MOST_CITED } from '../../src-shared/domain/mock/reasons.ts';
import { gatherFacts, gatherWhole } from '../../src-shared/domain/mock/stage.ts';
import { builtInDecks } from './profile.ts';

/** Every prompt that comes with Baseline. */
export function readBuiltInPrompts(): Prompt[] {
  const folder = path.join(builtInDecks, 'mocks');
  return fs
    .readdirSync(folder)
    .sort()
    .map(name => {
      const read = readPrompt(name, fs.readFileSync(path.join(folder, name), 'utf8'));
      if ('faults' in read) throw new Error(read.faults.map(({ message }) => message).join('\n'));
      return read.prompt;
    });
}

/** One of them. */
export function readBuiltInPrompt(id: string): Prompt {
  const prompt = readBuiltInPrompts().find(one => one.id === id);
  if (!prompt) throw new Error(`there is no prompt ${id}`);
  return prompt;
}

/** How a bot takes an interview. */
export type Bot = {
  /** Asks what brings out a fact, and works the numbers out. */
  prepares: boolean;
  /** The option for a pair at a stage; null leaves it open. */
  choose(prompt: Prompt, pair: Pair, stage: number): string | null;
  /** The reason for it; null gives none. */
  cite(
    prompt: Prompt,
    pair: Pair,
    stage: number,
    option: string,
  ): { facts: string[]; nothing: boolean } | null;
};

/** The best option with a sufficient reason, everything asked and worked out. */
export const expert: Bot = {
  prepares: true,
  choose: (prompt, pair, stage) => {
    const { best, defensible } = expectPair(prompt, pair, stage);
    return best[0] ?? defensible[0] ?? null;
  },
  cite: (prompt, pair, stage, option) => {
    const { sets } = findReasons(gatherFacts(prompt, pair.part, stage), pair.decision, pair.keys, option);
    const [first = []] = sets;
    return { facts: first.slice(0, MOST_CITED), nothing: first.length === 0 };
  },
};

/** The attempt that a bot makes of a prompt. */
export function playBot(prompt: Prompt, bot: Bot): AttemptEvent[] {
  const events: object[] = [];
  if (bot.prepares) {
    for (const { id, reveals } of prompt.menu)
      if (reveals.length > 0) events.push({ type: 'ask', question: id });
    for (const { part, step } of prompt.numbers) {
      const facts = part === undefined ? gatherWhole(prompt, 0) : gatherFacts(prompt, part, 0);
      const value = expectNumber(step, facts) ?? 0;
      events.push({ type: 'number', ...(part && { part }), step, value, unit: numberMeta[step].unit });
    }
  }
  for (let stage = 0; stage <= prompt.twists.length; stage++) {
    const twist = prompt.twists[stage - 1];
    if (twist) events.push({ type: 'twist', twist: twist.id });
    for (const pair of prompt.score) {
      const option = bot.choose(prompt, pair, stage);
      if (option === null) continue;
      const { part, decision } = pair;
      events.push({ type: stage === 0 ? 'decide' : 'revise', part, decision, option });
      const reason = bot.cite(prompt, pair, stage, option);
      if (reason) events.push({ type: 'cite', part, decision, ...reason });
    }
  }
  events.push({ type: 'submit' });
  return events.map((event, index) => ({ ...event, atMs: index * 1000 }) as AttemptEvent);
}
