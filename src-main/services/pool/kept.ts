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
