import fs from 'node:fs';
import path from 'node:path';
import type { AttemptEvent } from '../../src-shared/domain/mock/attempt.ts';
import { builtInDecks } from './profile.ts';

/** The example of a mock prompt in `decks/README.md`, as text. */
export function readExample(): string {
  const text = fs.readFileSync(path.join(builtInDecks, 'README.md'), 'utf8');
  const example = /```yaml\n(id: ferry\n[\s\S]*?)```/.exec(text)?.[1];
  if (example === undefined) throw new Error('decks/README.md has no example of a mock prompt');
  return example;
}

/** Writes the example into a folder, with each `from` replaced by its `to`. */
export function writeExample(folder: string, changes: readonly (readonly [string, string])[] = []): string {
  const file = path.join(folder, 'ferry.yaml');
  const text = changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the example does not say ${from}`);
    return changed.replace(from, to);
  }, readExample());
  fs.writeFileSync(file, text);
  return file;
}

/** Writes an attempt with these events into a folder. */
export function writeAttempt(folder: string, events: readonly AttemptEvent[]): string {
  const file = path.join(folder, 'attempt.json');
  fs.writeFileSync(file, JSON.stringify({ events }));
  return file;
}
