import type { Allowance, Asked, Queue, QueueCard } from '../../src-shared/domain/queue.ts';
import {
  arrangeQueue,
  buildQueue,
  compareSteps,
  findFirst,
  putFirst,
} from '../../src-shared/domain/queue.ts';
import { findStudyDay, type Instant, type StudyDay } from '../../src-shared/domain/study-day.ts';
import type { Counts, Session } from '../../src-shared/ipc/contract.ts';
import type { AskableRow } from '../db/queries/content.ts';
import { choosePlannedNow, findAim } from './plan.ts';
import { type DayCards, fillFresh, readDayCards, toQueueCard } from './pool/day-cards.ts';
import { type ExtraSession, readExtraCards } from './pool/extra-cards.ts';
import type { Profile } from './profile.ts';

/** Today's work as it stands now. */
export type DayQueue = {
  today: StudyDay;
  queue: Queue;
  allowance: Allowance;
  counts: Counts;
  /** Reviews due beyond today's limit. */
  waiting: number;
};

/**
 * Reads today's queue: cards in steps, and due reviews and new cards within today's limits; or, before an
 * interview, the reviews and new cards of the plan within its minutes.
 */
export function readQueue(profile: Profile, at: Instant): DayQueue {
  const { store, journal } = profile;
  const today = findStudyDay(at, journal.settings().dayStartHour);
  const { asked, allowance } = readLimits(profile, today);
  const before = readAsked(profile, asked, today);
  const marked = store.content.markedCards(today).map(row => toQueueCard(row, today, journal.model()));
  const aim = findAim(profile, today);
  if (aim) {
    const chosen = splitPlanned(profile, choosePlannedNow(profile, aim, today), today);
    const queue = putFirst(arrangeQueue(chosen, before), marked);
    const planned = { newCards: chosen.fresh.length, reviews: chosen.reviews.length };
    return { today, queue, allowance: planned, counts: countQueue(queue), waiting: 0 };
  }
  const { steps, reviews, fresh } = findDayCards(profile, today, allowance.newCards);
  const cards = [...steps.items, ...reviews.items, ...fresh.items];
  const queue = putFirst(buildQueue(cards, allowance, before), marked);
  return {
    today,
    queue,
    allowance,
    counts: countQueue(queue),
    waiting: Math.max(0, reviews.items.length - allowance.reviews),
  };
}

/** Today's work as a session needs it: cards in steps, and of all the others the first. */
export type Standing = {
  today: StudyDay;
  steps: readonly QueueCard[];
  first: QueueCard | null;
  counts: Counts;
};

/** The same as `readQueue` says, without making all of the queue anew after every answer. */
export function readStanding(profile: Profile, at: Instant): Standing {
  const { store, journal } = profile;
  const today = findStudyDay(at, journal.settings().dayStartHour);
  const { asked, allowance } = readLimits(profile, today);
  const aim = findAim(profile, today);
  const { steps, reviews, fresh } = aim
    ? splitPlanned(profile, choosePlannedNow(profile, aim, today), today)
    : chooseWithin(findDayCards(profile, today, allowance.newCards), allowance);
  const marked = store.content.markedCards(today).map(row => toQueueCard(row, today, journal.model()));
  const { main } = putFirst({ steps: [], main: [...reviews, ...fresh] }, marked);
  const [first] = marked.filter(card => card.dueAtMs === null);
  return {
    today,
    steps,
    first: first ?? findFirst({ reviews, fresh }, readAsked(profile, asked, today)),
    counts: countQueue({ steps, main }),
  };
}

/** The cards kept in memory, which follow none of what another process writes: beside one, they are read anew. */
function findDayCards(
  { store, journal, pool, readOnly }: Profile,
  today: StudyDay,
  newCards: number,
): DayCards {
  if (!readOnly) return pool.ofDay(today, newCards);
  const cards = readDayCards(store, journal.model(), today);
  fillFresh(cards, store, journal.model(), newCards);
  return cards;
}

/** A day's cards: steps by their moment, and the reviews and new cards that were chosen, each in its order. */
type Chosen = { steps: readonly QueueCard[]; reviews: readonly QueueCard[]; fresh: readonly QueueCard[] };

function chooseWithin({ steps, reviews, fresh }: DayCards, allowance: Allowance): Chosen {
  return {
    steps: steps.items,
    reviews: reviews.items.slice(0, allowance.reviews),
    fresh: fresh.items.slice(0, allowance.newCards),
  };
}

function splitPlanned({ store, journal }: Profile, planned: readonly AskableRow[], today: StudyDay): Chosen {
  const toCard = (row: AskableRow): QueueCard => toQueueCard(row, today, journal.model());
  const cards = planned.map(toCard);
  return {
    steps: store.content.stepCards(today).map(toCard).sort(compareSteps),
    reviews: cards.filter(card => card.phase === 'review'),
    fresh: cards.filter(card => card.phase === 'new'),
  };
}

function readAsked({ store }: Profile, asked: Allowance, today: StudyDay): Asked {
  const last = store.answers.lastOn(today);
  return { ...asked, last: last === null ? null : store.content.place(last) };
}

/** What was asked today, and what the day's limits still allow. An interview plan goes by its minutes instead. */
export function readLimits(
  { store, journal }: Profile,
  today: StudyDay,
): { asked: Allowance; allowance: Allowance } {
  const { newPerDay, reviewsPerDay } = journal.settings();
  const done = new Map(store.answers.countOfDay(today).map(count => [count.phase, count.answers]));
  const asked = { newCards: done.get('new') ?? 0, reviews: done.get('review') ?? 0 };
  const allowance = {
    newCards: Math.max(0, newPerDay - asked.newCards),
    reviews: Math.max(0, reviewsPerDay - asked.reviews),
  };
  return { asked, allowance };
}

/** Counts a queue's cards by what they are to the person: new, in steps, or due. */
export function countQueue(
  queue: { steps: readonly QueueCard[]; main: readonly QueueCard[] },
  topic?: string,
): Counts {
  const main = queue.main.filter(card => topic === undefined || card.topic === topic);
  return {
    new: main.filter(card => card.phase === 'new').length,
    learning: queue.steps.filter(card => topic === undefined || card.topic === topic).length,
    due: main.filter(card => card.phase === 'review').length,
  };
}

/** The cards that a mock or a round put first, in their order. */
export function readFirst(profile: Profile, at: Instant): QueueCard[] {
  const today = findStudyDay(at, profile.journal.settings().dayStartHour);
  return profile.store.content
    .markedCards(today)
    .map(row => toQueueCard(row, today, profile.journal.model()))
    .filter(card => card.dueAtMs === null);
}

/** The cards of an extra session that were not practised in it yet, the weakest first. */
export function readExtra(
  profile: Profile,
  { scope, startedAtMs, minutes }: Extract<Session, { kind: 'extra' }>,
  at: Instant,
): readonly QueueCard[] {
  const { dayStartHour } = profile.journal.settings();
  if (minutes !== null && at.atMs >= startedAtMs + minutes * 60_000) return [];
  const session: ExtraSession = {
    scope,
    startedAtMs,
    begun: findStudyDay({ atMs: startedAtMs, offsetMin: at.offsetMin }, dayStartHour),
    today: findStudyDay(at, dayStartHour),
  };
  const { cards } = profile.readOnly
    ? readExtraCards(profile.store, profile.journal.model(), session)
    : profile.pool.ofExtra(session);
  return cards.items;
}
