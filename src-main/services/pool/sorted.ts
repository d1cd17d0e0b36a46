import type { CardId } from '../../../src-shared/domain/ids.ts';

/** One item a card, always in order. To take one out or put one in takes no longer in a hundred thousand than in a hundred. */
export class Sorted<T> {
  readonly items: T[];
  readonly #compare: (a: T, b: T) => number;
  readonly #cardOf: (item: T) => CardId;
  readonly #byCard: Map<CardId, T>;

  /** No two items may be equal to `compare`. */
  constructor(items: readonly T[], cardOf: (item: T) => CardId, compare: (a: T, b: T) => number) {
    this.items = items.toSorted(compare);
    this.#compare = compare;
    this.#cardOf = cardOf;
    this.#byCard = new Map(items.map(item => [cardOf(item), item]));
  }

  remove(cardId: CardId): void {
    const item = this.#byCard.get(cardId);
    if (item === undefined) return;
    this.#byCard.delete(cardId);
    this.items.splice(this.#findPlace(item), 1);
  }

  insert(item: T): void {
    this.#byCard.set(this.#cardOf(item), item);
    this.items.splice(this.#findPlace(item), 0, item);
  }

  /** The place of an item, or the one that it would have. */
  #findPlace(item: T): number {
    let from = 0;
    let to = this.items.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const other = this.items[middle];
      if (other !== undefined && this.#compare(other, item) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
