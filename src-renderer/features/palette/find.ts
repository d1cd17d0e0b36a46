/** Something that the palette leads to. */
export type Entry = {
  id: string;
  /** What kind of thing it is: `Screen`, `Default`, `Mock interview`, `Command`. */
  kind: string;
  name: string;
  /** Further words by which it is found. */
  words?: string;
  run(): void;
};

/** So many entries are shown. */
export const mostShown = 12;

/**
 * The entries that have every word of what was typed, in whatever order: those whose name begins with it first, then
 * those that have it in the name, then the others; else as they were given. Without a word, the first ones.
 */
export function findEntries(entries: readonly Entry[], typed: string): Entry[] {
  const query = fold(typed).trim();
  const words = query.split(/\s+/).filter(word => word !== '');
  const ranked = entries.flatMap(entry => {
    const name = fold(entry.name);
    const all = `${name} ${fold(entry.kind)} ${fold(entry.words ?? '')}`;
    if (!words.every(word => all.includes(word))) return [];
    const rank = name.startsWith(query) ? 0 : words.every(word => name.includes(word)) ? 1 : 2;
    return [{ entry, rank }];
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostShown)
    .map(({ entry }) => entry);
}

/** Small letters without marks, so that `naive` finds `naïve`. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
