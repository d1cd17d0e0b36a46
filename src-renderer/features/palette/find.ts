import { foldText } from '../../../src-shared/domain/search/fold.ts';

/** Something that the palette leads to. */
export type Entry = {
  id: string;
  /** What kind of thing it is: `Screen`, `Default`, `Mock interview`, `Command`, `Card`. */
  kind: string;
  name: string;
  /** Further words by which it is found. */
  words?: string;
  /** The key that leads there without the palette. */
  key?: string;
  run(): void;
};

/** So many entries are shown. */
export const mostShown = 12;

/**
 * The entries that have every word of what was typed, in whatever order: those whose name begins with it first, then
 * those that have it in the name, then the others; else as they were given. Without a word, the first ones.
 */
export function findEntries(entries: readonly Entry[], typed: string): Entry[] {
  const query = foldText(typed).trim();
  const words = query.split(/\s+/).filter(word => word !== '');
  const ranked = entries.flatMap(entry => {
    const name = foldText(entry.name);
    const all = `${name} ${foldText(entry.kind)} ${foldText(entry.words ?? '')}`;
    if (!words.every(word => all.includes(word))) return [];
    const rank = name.startsWith(query) ? 0 : words.every(word => name.includes(word)) ? 1 : 2;
    return [{ entry, rank }];
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostShown)
    .map(({ entry }) => entry);
}
