import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import { type Attempt, attemptSchema } from '../../../src-shared/domain/mock/attempt.ts';
import { checkPrompt, type PromptFault } from '../../../src-shared/domain/mock/check.ts';
import { checkAttempt } from '../../../src-shared/domain/mock/check-attempt.ts';
import { type Prompt, promptSchema } from '../../../src-shared/domain/mock/prompt.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';
import { listFaults, type Placed, parseYaml, placeFault } from '../decks/yaml-file.ts';

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
  return { faults: place(file, parsed, faults) };
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

/** An attempt at a prompt from a file (YAML or JSON). Throws a ProblemError that says what is wrong. */
export function loadAttempt(file: string, prompt: Prompt): Attempt {
  const parsed = parseYaml(file, readText(file));
  if ('faults' in parsed) throw refuse(parsed.faults);
  const result = attemptSchema.safeParse(parsed.content);
  if (!result.success) throw refuse(listFaults(file, result.error, parsed, []));
  const faults = checkAttempt(prompt, result.data);
  if (faults.length > 0) throw refuse(place(file, parsed, faults));
  return result.data;
}

function loadPrompt(file: string): Prompt {
  const read = readPrompt(file, readText(file));
  if ('faults' in read) throw refuse(read.faults);
  return read.prompt;
}

function place(file: string, parsed: Placed, faults: readonly PromptFault[]): DeckFault[] {
  return faults.map(({ path: at, message }) => placeFault(file, parsed, at, message, false));
}

function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch {
    throw new ProblemError('not-found', `${file} cannot be read.`, 'Name a file that exists.');
  }
  if (!isUtf8(bytes)) {
    throw new ProblemError('invalid', `${file}:1: is no text in UTF-8.`, 'Name a file in YAML or JSON.');
  }
  return bytes.toString('utf8');
}

function refuse(faults: readonly DeckFault[]): ProblemError {
  const lines = faults.map(
    ({ file, line, field, message }) => `${file}:${line ?? 1}: ${field ? `${field} ` : ''}${message}`,
  );
  return new ProblemError('invalid', lines.join('\n'), 'decks/README.md tells the format.');
}
