import type { CardId } from '../../../src-shared/domain/ids.ts';

/** Lists that are made once for what they were asked with, and from then on follow the cards that change. */
export type Kept<L> = {
  /** The lists for a key: made where those that are held are for another, or none are. */
  read(key: string, make: () => L): L;
  /** Brings the lists in line with the cards that changed; null where anything may have, and they are given up. */
  follow(touched: ReadonlySet<CardId> | null): void;
};

/** `place` takes a card out of the lists and puts it where it belongs now. */
export function createKept<L>(place: (lists: L, cardId: CardId) => void): Kept<L> {
  let held: { key: string; lists: L } | null = null;
  return {
    read(key, make) {
      if (held?.key !== key) held = { key, lists: make() };
      return held.lists;
    },
    follow(touched) {
      if (touched === null) held = null;
      else if (held) for (const cardId of touched) place(held.lists, cardId);
    },
  };
}

/** Takes out what stands for a card. */
export function remove<T>(list: T[], isIt: (item: T) => boolean): void {
  const index = list.findIndex(isIt);
  if (index >= 0) list.splice(index, 1);
}

/** Puts an item into a sorted list, at its place. */
export function insert<T>(sorted: T[], item: T, compare: (a: T, b: T) => number): void {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, item) < 0) from = middle + 1;
    else to = middle;
  }
  sorted.splice(from, 0, item);
}
