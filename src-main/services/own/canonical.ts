/**
 * A value as the one text that stands for it: keys in the order of their code units, no blanks, numbers as
 * ECMAScript writes them, all as RFC 8785 has it. Unlike there, a lone surrogate (half of a letter, which a note may
 * hold) is written as an escape and not refused.
 */
export function writeCanonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
