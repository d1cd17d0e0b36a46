import fs from 'node:fs';
import path from 'node:path';
import { readPrompt } from '../../src-main/services/mocks/read-mock.ts';
import { generatePrompt } from '../../src-shared/domain/mock/generate.ts';
import type { Prompt } from '../../src-shared/domain/mock/prompt.ts';
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

/** Generated prompts of the full length, of the seeds from 0 on. */
export function generatePrompts(count: number, minutes: Prompt['minutes'] = 35): Prompt[] {
  return Array.from({ length: count }, (_, seed) => generatePrompt(seed, { minutes, level: 'guided' }));
}
