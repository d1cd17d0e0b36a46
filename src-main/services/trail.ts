import type { CardId } from '../../src-shared/domain/ids.ts';

/** Which cards changed since it was last asked, so that what is kept in memory follows without being made anew. */
export type Trail = {
  /** Runs work that writes. What it changed besides the cards that it touches is not known afterwards. */
  follow<T>(work: () => T): T;
  /** Inside of such work: a card's state was written. */
  touch(cardId: CardId): void;
  /** Inside of such work: more than the states of some cards changed. */
  touchAll(): void;
  /** The cards that changed since the last call; null where anything else may have changed too. */
  take(): ReadonlySet<CardId> | null;
};

/** `countChanges` is a count that moves with every row that anyone writes through this database. */
export function createTrail(countChanges: () => number): Trail {
  let touched: Set<CardId> | null = null;
  let seen = -1;
  // A write that was not followed moves the count.
  const refuseOthers = (): void => {
    if (countChanges() !== seen) touched = null;
  };
  return {
    follow(work) {
      refuseOthers();
      try {
        return work();
      } finally {
        seen = countChanges();
      }
    },
    touch(cardId) {
      touched?.add(cardId);
    },
    touchAll() {
      touched = null;
    },
    take() {
      refuseOthers();
      const taken = touched;
      touched = new Set();
      seen = countChanges();
      return taken;
    },
  };
}
