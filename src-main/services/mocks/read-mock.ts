import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { type Attempt, attemptSchema } from '../../../src-shared/domain/mock/attempt.ts';
import { checkPrompt } from '../../../src-shared/domain/mock/check.ts';
import { type Prompt, promptSchema } from '../../../src-shared/domain/mock/prompt.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';
import { listFaults, parseYaml, placeFault } from '../decks/yaml-file.ts';

/** A prompt as its file holds it, or what is wrong with the file. */
export type ReadPrompt = { prompt: Prompt } | { faults: DeckFault[] };

/** Reads a prompt's text (YAML or JSON) and checks it against the rules. */
export function readPrompt(file: string, text: string): ReadPrompt {
  const parsed = parseYaml(file, text);
  if ('faults' in parsed) return parsed;
  const result = promptSchema.safeParse(parsed.content);
  if (!result.success) return { faults: listFaults(file, result.error, parsed, []) };
  const faults = checkPrompt(result.data);
  if (faults.length === 0) return { prompt: result.data };
  return {
    faults: faults.map(({ path: place, message }) => placeFault(file, parsed, place, message, false)),
  };
}

/** Every prompt that comes with Baseline, in the order of the files' names. Throws on a faulty one. */
export function listPrompts(builtInDecks: string): Prompt[] {
  const folder = path.join(builtInDecks, 'mocks');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => loadPrompt(path.join(folder, name)));
}

/** A prompt by its id among the built-in ones, or from a file. Throws a ProblemError that says what is wrong. */
export function findPrompt(builtInDecks: string, name: string): Prompt {
  if (fs.existsSync(name) && fs.statSync(name).isFile()) return loadPrompt(name);
  const prompt = listPrompts(builtInDecks).find(({ id }) => id === name);
  if (prompt) return prompt;
  throw new ProblemError(
    'not-found',
    `There is no prompt “${name}”.`,
    'Name a file, or one of the prompts that `mock list` shows.',
  );
}

/** An attempt's events from a file (YAML or JSON). Throws a ProblemError that says what is wrong. */
export function loadAttempt(file: string): Attempt {
  return loadAs(file, attemptSchema);
}

function loadPrompt(file: string): Prompt {
  const read = readPrompt(file, readText(file));
  if ('faults' in read) throw refuse(read.faults);
  return read.prompt;
}

function loadAs<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  const parsed = parseYaml(file, readText(file));
  if ('faults' in parsed) throw refuse(parsed.faults);
  const result = schema.safeParse(parsed.content);
  if (!result.success) throw refuse(listFaults(file, result.error, parsed, []));
  return result.data;
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    throw new ProblemError('not-found', `${file} cannot be read.`, 'Name a file that exists.');
  }
}

function refuse(faults: readonly DeckFault[]): ProblemError {
  const lines = faults.map(
    ({ file, line, field, message }) => `${file}:${line ?? 1}: ${field ? `${field} ` : ''}${message}`,
  );
  return new ProblemError('invalid', lines.join('\n'));
}
