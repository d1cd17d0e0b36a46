import type { Connection } from '../open.ts';

/** Where each line of the list stands in the order of the decks. */
export type DeckPlaces = {
  /** The lines that were found, in the order of the decks or against it. */
  arrange(found: readonly number[], descending: boolean): Int32Array;
};

/**
 * The places are read once, and again when a line was written, which `version` tells: to have SQLite sort what a letter
 * finds in a hundred thousand cards takes ten times as long as to find it.
 */
export function createDeckPlaces(db: Connection, version: () => string): DeckPlaces {
  const inOrder = db.prepare<[], number>('SELECT n FROM card_line ORDER BY path, line').pluck();
  let held: { version: string; lines: Int32Array; placeOf: Int32Array } | null = null;

  const read = () => {
    const now = version();
    if (held?.version === now) return held;
    const lines = Int32Array.from(inOrder.all());
    const placeOf = new Int32Array(lines.reduce((most, n) => Math.max(most, n), 0) + 1);
    for (const [place, n] of lines.entries()) placeOf[n] = place;
    held = { version: now, lines, placeOf };
    return held;
  };

  return {
    arrange(found, descending) {
      const { lines, placeOf } = read();
      const isFound = new Uint8Array(lines.length);
      for (const n of found) isFound[placeOf[n] ?? 0] = 1;
      const arranged = new Int32Array(found.length);
      let count = 0;
      for (let place = 0; place < lines.length; place++) {
        if (isFound[place] === 1) arranged[count++] = lines[place] ?? 0;
      }
      return descending ? arranged.reverse() : arranged;
    },
  };
}
