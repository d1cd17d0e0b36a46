import type { Allowance, Asked, Queue, QueueCard } from '../../src-shared/domain/queue.ts';
import { arrangeQueue, buildQueue, putFirst } from '../../src-shared/domain/queue.ts';
import { addDays, findStudyDay, type Instant, type StudyDay } from '../../src-shared/domain/study-day.ts';
import type { Counts, Session } from '../../src-shared/ipc/contract.ts';
import type { AskableRow } from '../db/queries/content.ts';
import { choosePlanned, findAim } from './plan.ts';
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
  const last = store.answers.lastOn(today);
  const before: Asked = { ...asked, last: last === null ? null : store.content.card(last) };
  const marked = store.content.markedCards(today).map(row => toQueueCard(profile, row, today));
  const aim = findAim(profile, today);
  if (aim) {
    const chosen = choosePlanned(profile, aim, today).map(row => toQueueCard(profile, row, today));
    const reviews = chosen.filter(card => card.phase === 'review');
    const fresh = chosen.filter(card => card.phase === 'new');
    const steps = store.content
      .dueCards(today)
      .filter(row => row.due_at_ms !== null)
      .map(row => toQueueCard(profile, row, today));
    const queue = putFirst(arrangeQueue({ steps, reviews, fresh }, before), marked);
    const planned = { newCards: fresh.length, reviews: reviews.length };
    return { today, queue, allowance: planned, counts: countQueue(queue), waiting: 0 };
  }
  const due = store.content.dueCards(today);
  const fresh = store.content.newCards(today, allowance.newCards);
  const cards = [...due, ...fresh].map(row => toQueueCard(profile, row, today));
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
    .map(row => toQueueCard(profile, row, today))
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
    .map(row => toQueueCard(profile, row, today))
    .sort((a, b) => (a.recall ?? 0) - (b.recall ?? 0) || (a.cardId < b.cardId ? -1 : 1));
}

function toQueueCard(profile: Profile, row: AskableRow, today: StudyDay): QueueCard {
  const elapsedDays = row.last_day === null ? 0 : today - row.last_day;
  return {
    cardId: row.card_id,
    topic: row.topic,
    sibling: row.sibling,
    phase: row.phase,
    dueAtMs: row.due_at_ms,
    recall: row.memory ? profile.journal.model().recall(row.memory, elapsedDays) : null,
    position: row.position,
  };
}
