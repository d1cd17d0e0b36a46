import { useRef, useState } from 'react';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { Input } from '../../../src-shared/ipc/contract.ts';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import type { FoundCards, Sorting } from './use-cards.ts';

/** What is chosen of a list: some by id, or all that the search finds. */
type Chosen = { kind: 'ids'; ids: ReadonlySet<CardId> } | { kind: 'all' };
const none: Chosen = { kind: 'ids', ids: new Set() };

/** What is chosen, and the ways to choose. Nothing is while the rows are those of the search before. */
export type Selection = {
  count: number;
  has(cardId: CardId): boolean;
  clear(): void;
  all(): void;
  only(cardId: CardId): void;
  toggle(cardId: CardId): void;
  /** All from one place to another, both taken, drawn or not. */
  range(low: number, high: number): void;
  /** What a change names: the cards chosen, or else the one given; null where there is none. */
  target(active: CardId | null): Input<'cards:change'>['on'] | null;
};

/** Keeps what is chosen of the cards that a search finds in an order. */
export function useSelection(search: string, sorting: Sorting, found: FoundCards): Selection {
  const [chosen, setChosen] = useState<Chosen>(none);
  const { reportProblem } = useNotices();
  /** Counts what was asked for: only the last answer is taken. */
  const asked = useRef(0);
  const put = (next: Chosen): void => {
    asked.current += 1;
    setChosen(next);
  };
  const readIds = (low: number, high: number, take: (ids: Set<CardId>) => void): void => {
    asked.current += 1;
    const ask = asked.current;
    callApi('cards:ids', { search, ...sorting, from: low, to: high + 1 })
      .then(({ ids }) => {
        if (ask === asked.current) take(new Set(ids));
      })
      .catch(reportProblem);
  };
  const flip = (ids: Set<CardId>, cardId: CardId): void => {
    if (!ids.delete(cardId)) ids.add(cardId);
    put({ kind: 'ids', ids });
  };
  const choose =
    <A extends unknown[]>(work: (...given: A) => void) =>
    (...given: A): void => {
      if (!found.isStale) work(...given);
    };
  return {
    count: chosen.kind === 'all' ? found.count : chosen.ids.size,
    has: cardId => chosen.kind === 'all' || chosen.ids.has(cardId),
    clear: () => put(none),
    all: choose(() => put({ kind: 'all' })),
    only: choose(cardId => put({ kind: 'ids', ids: new Set([cardId]) })),
    toggle: choose(cardId => {
      if (chosen.kind === 'ids') flip(new Set(chosen.ids), cardId);
      else readIds(0, found.count - 1, ids => flip(ids, cardId));
    }),
    range: choose((low, high) => {
      const rows =
        high - low < 200 ? Array.from({ length: high - low + 1 }, (_, n) => found.at(low + n)) : [];
      const ids = rows.flatMap(row => (row ? [row.cardId] : []));
      if (ids.length === high - low + 1) put({ kind: 'ids', ids: new Set(ids) });
      else readIds(low, high, read => put({ kind: 'ids', ids: read }));
    }),
    target: active => {
      if (chosen.kind === 'all') return { search };
      const ids = chosen.ids.size > 0 ? [...chosen.ids] : active === null ? [] : [active];
      return ids.length === 0 ? null : { ids };
    },
  };
}
