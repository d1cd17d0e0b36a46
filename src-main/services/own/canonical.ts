/**
 * A value as the one text that stands for it: keys in the order of their code units, no blanks, numbers as
 * ECMAScript writes them, all as RFC 8785 has it. Unlike there, a lone surrogate (half of a letter, which a note may
 * hold) is written as an escape and not refused.
 */
export function writeCanonical(value: unknown): string {
  return JSON.stringify(order(value));
}

/** The same with every object's keys in order; itself where they are, as in most of a log. */
function order(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(order);
  const entries = Object.entries(value);
  let isAsItWas = true;
  for (const [index, entry] of entries.entries()) {
    const ordered = order(entry[1]);
    const isBehind = index > 0 && entry[0] < (entries[index - 1]?.[0] ?? '');
    if (isBehind || ordered !== entry[1]) isAsItWas = false;
    entry[1] = ordered;
  }
  return isAsItWas ? value : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
