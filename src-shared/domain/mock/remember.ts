import type { Prompt } from './prompt.ts';

/**
 * Keeps what follows from a prompt alone, by a key. A prompt is never changed, so it is worked out once, and it is
 * forgotten together with the prompt.
 */
export function rememberByPrompt<T>(): (prompt: Prompt, key: string, work: () => T) => T {
  const kept = new WeakMap<Prompt, Map<string, T>>();
  return (prompt, key, work) => {
    const own = kept.get(prompt) ?? new Map<string, T>();
    kept.set(prompt, own);
    const known = own.get(key);
    if (known !== undefined) return known;
    const value = work();
    own.set(key, value);
    return value;
  };
}
