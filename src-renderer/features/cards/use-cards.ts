import { useQueries } from '@tanstack/react-query';
import type { CardLine, CardOrder } from '../../../src-shared/ipc/cards-contract.ts';
import type { Output } from '../../../src-shared/ipc/contract.ts';
import { callApi } from '../../api.ts';

/** Rows are read so many at a time. */
const pageRows = 100;

export type Sorting = { order: CardOrder; descending: boolean };
export type FoundCards = {
  count: number;
  problem: string | null;
  isPending: boolean;
  /** True where nothing is found, be it that the search was not understood. */
  isEmpty: boolean;
  error: Error | null;
  /** True while the rows are those of the search before: they are shown, and none can be chosen. */
  isStale: boolean;
  /** The row at a place; undefined while it is being read. */
  at(index: number): CardLine | undefined;
};

/** The cards that a search finds, of which only the pages that are in sight are read. */
export function useCards(search: string, sorting: Sorting, from: number, to: number): FoundCards {
  const first = Math.floor(from / pageRows);
  const last = Math.max(first, Math.floor(to / pageRows));
  // The first page also says how many there are, so it stays.
  const pages = [...new Set([0, ...Array.from({ length: last - first + 1 }, (_, n) => first + n)])];
  const results = useQueries({
    queries: pages.map(page => ({
      queryKey: ['cards', search, sorting, page],
      queryFn: () => callApi('cards:find', { search, ...sorting, offset: page * pageRows, limit: pageRows }),
      placeholderData: (before: Output<'cards:find'> | undefined) => before,
    })),
  });
  const [top] = results;
  return {
    count: top?.data?.count ?? 0,
    problem: top?.data?.problem ?? null,
    isPending: top?.isPending ?? true,
    isEmpty: top?.data?.count === 0,
    error: results.find(({ error }) => error)?.error ?? null,
    at: index => results[pages.indexOf(Math.floor(index / pageRows))]?.data?.rows[index % pageRows],
    isStale: results.some(({ isPlaceholderData }) => isPlaceholderData),
  };
}
