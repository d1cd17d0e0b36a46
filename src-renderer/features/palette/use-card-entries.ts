import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { callApi } from '../../api.ts';
import type { Entry } from './find.ts';

const mostCards = 6;
/** One letter finds nearly every card. */
const fewestLetters = 2;

/** The first cards that a search for what was typed finds, as the list of cards searches. */
export function useCardEntries(typed: string, showCard: (cardId: string) => void): Entry[] {
  const search = useDeferredValue(typed.trim());
  const isWanted = search.length >= fewestLetters;
  const cards = useQuery({
    queryKey: ['cards', 'palette', search],
    queryFn: () =>
      callApi('cards:find', { search, order: 'deck', descending: false, offset: 0, limit: mostCards }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  if (!isWanted) return [];
  return (cards.data?.rows ?? []).map(({ cardId, title }) => ({
    id: `card-${cardId}`,
    kind: 'Card',
    name: title,
    run: () => showCard(cardId),
  }));
}
