import { z } from 'zod';
import type { CardId } from '../../src-shared/domain/ids.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { parseQuery, type Query } from '../../src-shared/domain/search/query.ts';
import { findStudyDay, formatStudyDay, type Instant } from '../../src-shared/domain/study-day.ts';
import type { CardsChange } from '../../src-shared/ipc/cards-contract.ts';
import type { Input, Output } from '../../src-shared/ipc/contract.ts';
import { findCard } from './card-views.ts';
import { planChange } from './cards.ts';
import type { Profile } from './profile.ts';

/** A window of the cards that a search finds, in an order. */
export function findCards(
  profile: Profile,
  { search, ...page }: Input<'cards:find'>,
  at: Instant,
): Output<'cards:find'> {
  const parsed = parseQuery(search);
  if ('problem' in parsed) return { count: 0, rows: [], problem: parsed.problem };
  const { browse } = profile.store;
  const today = readToday(profile, at);
  return {
    count: browse.count(parsed.query, today),
    rows: browse.rows(parsed.query, today, page).map(row => ({
      cardId: row.cardId,
      title: row.title,
      deck: row.deck ?? row.topic,
      phase: row.phase,
      dueDate: row.dueDay === null ? null : formatStudyDay(row.dueDay),
      stability: row.stability,
      lapses: row.lapses,
      suspended: row.suspended === 1,
      flag: row.flag,
      tags: z.array(z.string()).parse(JSON.parse(row.tags)),
    })),
    problem: null,
  };
}

/** Does one thing to many cards, as one action that one undo takes back. Answers with how many. */
export function changeCards(
  profile: Profile,
  on: { ids: readonly CardId[] } | { search: string },
  change: CardsChange,
  at: Instant,
): number {
  const ids = 'ids' in on ? on.ids : profile.store.browse.ids(readQuery(on.search), readToday(profile, at));
  if (ids.length === 0) return 0;
  const bodies = ids.map(id => {
    const { card, state } = findCard(profile, id);
    return planChange(profile, card.cardId, state, change, at);
  });
  profile.journal.commit(at, bodies);
  return bodies.length;
}

function readQuery(search: string): Query {
  const parsed = parseQuery(search);
  if ('query' in parsed) return parsed.query;
  throw new ProblemError('invalid', parsed.problem, 'Nothing was changed.');
}

function readToday({ journal }: Profile, at: Instant) {
  return findStudyDay(at, journal.settings().dayStartHour);
}
