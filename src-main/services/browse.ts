import { z } from 'zod';
import type { CardId } from '../../src-shared/domain/ids.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { parseQuery, type Query } from '../../src-shared/domain/search/query.ts';
import { findStudyDay, formatStudyDay, type Instant } from '../../src-shared/domain/study-day.ts';
import { type CardsChange, mostCards } from '../../src-shared/ipc/cards-contract.ts';
import type { Input, Output } from '../../src-shared/ipc/contract.ts';
import { findCard } from './card-views.ts';
import { planChange } from './cards.ts';
import type { Profile } from './profile.ts';

/** A window of the cards that a search finds, in an order. */
export function findCards(
  profile: Profile,
  { offset, limit, ...asked }: Input<'cards:find'>,
  at: Instant,
): Output<'cards:find'> {
  const parsed = parseQuery(asked.search);
  if ('problem' in parsed) return { count: 0, rows: [], problem: parsed.problem };
  const { browse } = profile.store;
  const search = { ...asked, ...readGround(profile, at), query: parsed.query };
  return {
    count: browse.count(search),
    rows: browse.rows(search, offset, offset + limit).map(row => ({
      cardId: row.cardId,
      title: row.title,
      deck: row.deck ?? row.topic,
      phase: row.phase,
      dueDate: row.dueDay === null ? null : formatStudyDay(row.dueDay),
      stability: row.stability,
      lapses: row.lapses,
      suspended: row.suspended === 1,
      flag: row.flag,
      own: row.own === 1,
      tags: [...new Set([...readTags(row.fileTags), ...readTags(row.tags)])],
    })),
    problem: null,
  };
}

/** The ids of a stretch of what a search finds, from one place to before another. */
export function listFoundIds(
  profile: Profile,
  { from, to, ...asked }: Input<'cards:ids'>,
  at: Instant,
): CardId[] {
  const search = { ...asked, ...readGround(profile, at), query: readQuery(asked.search) };
  return profile.store.browse.ids(search, from, to);
}

/** Does one thing to many cards, as one action that one undo takes back. Answers with how many. */
export function changeCards(
  profile: Profile,
  on: { ids: readonly CardId[] } | { search: string },
  change: CardsChange,
  at: Instant,
): number {
  const ids =
    'ids' in on
      ? on.ids
      : listFoundIds(profile, { ...on, order: 'deck', descending: false, from: 0, to: mostCards }, at);
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

function readGround({ journal }: Profile, at: Instant) {
  return { today: findStudyDay(at, journal.settings().dayStartHour), model: journal.model() };
}

const tagsSchema = z.array(z.string());

function readTags(json: string): string[] {
  return tagsSchema.parse(JSON.parse(json));
}
