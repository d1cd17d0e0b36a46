import type { Allowance, Asked, Queue, QueueCard } from '../../src-shared/domain/queue.ts';
import { arrangeQueue, buildQueue, findFirst, putFirst } from '../../src-shared/domain/queue.ts';
import { addDays, findStudyDay, type Instant, type StudyDay } from '../../src-shared/domain/study-day.ts';
import type { Counts, Session } from '../../src-shared/ipc/contract.ts';
import { choosePlanned, findAim } from './plan.ts';
import { toQueueCard } from './pool.ts';
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

/** Study days in which a forgotten card still counts as one that is missed. */
const missedDays = 14;

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
    const chosen = choosePlanned(profile, aim, today).map(row => toQueueCard(row, today, journal.model()));
    const reviews = chosen.filter(card => card.phase === 'review');
    const fresh = chosen.filter(card => card.phase === 'new');
    const steps = store.content.stepCards(today).map(row => toQueueCard(row, today, journal.model()));
    const queue = putFirst(arrangeQueue({ steps, reviews, fresh }, before), marked);
    const planned = { newCards: fresh.length, reviews: reviews.length };
    return { today, queue, allowance: planned, counts: countQueue(queue), waiting: 0 };
  }
  const due = store.content.dueCards(today);
  const fresh = store.content.newCards(today, allowance.newCards);
  const cards = [...due, ...fresh].map(row => toQueueCard(row, today, journal.model()));
  const queue = putFirst(buildQueue(cards, allowance, before), marked);
  const reviews = cards.filter(card => card.phase === 'review').length;
  return {
    today,
    queue,
    allowance,
    counts: countQueue(queue),
    waiting: Math.max(0, reviews - allowance.reviews),
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
  const marked = store.content.markedCards(today);
  // What another process writes is seen by none of what is kept in memory.
  if (profile.readOnly || marked.length > 0 || findAim(profile, today)) {
    const { queue, counts } = readQueue(profile, at);
    return { today, steps: queue.steps, first: queue.main[0] ?? null, counts };
  }
  const { asked, allowance } = readLimits(profile, today);
  const { steps, reviews, fresh } = profile.pool.read(today, allowance.newCards);
  const chosen = {
    reviews: reviews.slice(0, allowance.reviews),
    fresh: fresh.slice(0, allowance.newCards),
  };
  return {
    today,
    steps,
    first: findFirst(chosen, readAsked(profile, asked, today)),
    counts: { new: chosen.fresh.length, learning: steps.length, due: chosen.reviews.length },
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
export function countQueue(queue: Queue, topic?: string): Counts {
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
  session: Extract<Session, { kind: 'extra' }>,
  at: Instant,
): QueueCard[] {
  const { store, journal } = profile;
  const { dayStartHour } = journal.settings();
  const today = findStudyDay(at, dayStartHour);
  const begun = findStudyDay({ atMs: session.startedAtMs, offsetMin: at.offsetMin }, dayStartHour);
  if (session.minutes !== null && at.atMs >= session.startedAtMs + session.minutes * 60_000) return [];
  const practised = new Set<string>(store.answers.practisedSince(begun, session.startedAtMs));
  const missed =
    session.scope.kind === 'missed'
      ? new Set<string>(store.answers.missedSince(addDays(today, -missedDays)))
      : null;
  const { scope } = session;
  return store.content
    .aheadCards(today)
    .filter(row => !practised.has(row.card_id))
    .filter(row => scope.kind !== 'topic' || row.topic === scope.topic)
    .filter(row => missed === null || missed.has(row.card_id))
    .map(row => toQueueCard(row, today, journal.model()))
    .sort((a, b) => (a.recall ?? 0) - (b.recall ?? 0) || (a.cardId < b.cardId ? -1 : 1));
}
