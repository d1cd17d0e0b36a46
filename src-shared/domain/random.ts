/**
 * Seeded randomness. Nothing in Baseline draws from `Math.random`: a surface, an order or a fuzz that was
 * shown once can be shown again from its seed.
 */

/** A source of numbers that gives the same sequence for the same seed. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). `below` must be at least 1. */
  int(below: number): number;
  /** One of the items. Throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A new array with the same items in a drawn order (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
};

/** A 32-bit unsigned hash of a text: FNV-1a over its UTF-16 units, then the finaliser of MurmurHash3. */
export function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A random source from a 32-bit seed: mulberry32, chosen because it is short and passes small statistical batteries. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    pick: items => {
      const item = items[int(items.length)];
      if (item === undefined) throw new RangeError('pick needs at least one item');
      return item;
    },
    shuffle: items => {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(i + 1);
        const drawn = copy.splice(j, 1, ...copy.slice(i, i + 1));
        copy.splice(i, 1, ...drawn);
      }
      return copy;
    },
  };
}
