import type { CountedCard } from '../../src-shared/domain/statistics/cards.ts';
import type { HeldCard } from '../../src-shared/domain/statistics/mastery.ts';
import type { MockResult } from '../../src-shared/domain/statistics/mock-results.ts';
import type { PastAnswer } from '../../src-shared/domain/statistics/trace.ts';
import { addDays, studyDaySchema } from '../../src-shared/domain/study-day.ts';
import { toCardId } from './profile.ts';

/** A study day from its calendar date. */
export function dayOf(date: string): PastAnswer['day'] {
  return studyDaySchema.parse(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** An answer of the past: Good, in review after ten days, unless it says otherwise. */
export function pastAnswer(change: Partial<Omit<PastAnswer, 'day'>> & { date?: string } = {}): PastAnswer {
  const { date = '2026-11-24', ...rest } = change;
  return {
    cardId: toCardId('one.1'),
    day: dayOf(date),
    hour: 8,
    remembered: true,
    isReview: true,
    recall: 0.9,
    elapsedDays: 10,
    intervalDays: 10,
    spacedTurn: 2,
    spacedLapses: 0,
    ...rest,
  };
}

/** The same thing so many times. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A card in review, answered today and due in ten days, unless it says otherwise. */
export function countedCard(change: Partial<CountedCard> = {}): CountedCard {
  const day = dayOf('2026-11-24');
  return {
    cardId: toCardId('one.1'),
    topic: 'caching',
    phase: 'review',
    memory: { stability: 10, difficulty: 5 },
    lastDay: day,
    dueDay: addDays(day, 10),
    suspended: false,
    ...change,
  };
}

/** A card about cache-aside, in review and answered today, unless it says otherwise. */
export function heldCard(change: Partial<HeldCard> = {}): HeldCard {
  return {
    defaultId: 'cache.aside',
    phase: 'review',
    memory: { stability: 10, difficulty: 5 },
    lastDay: dayOf('2026-11-24'),
    suspended: false,
    ...change,
  };
}

/** What a counter comes to once all of these went past it. */
export function countAll<A, T>(counter: { add(one: A): void; read(): T }, all: Iterable<A>): T {
  for (const one of all) counter.add(one);
  return counter.read();
}

/** A submitted mock interview in which nothing happened, unless it says otherwise. */
export function mockResult(change: Partial<MockResult> = {}): MockResult {
  return {
    attemptId: 'attempt',
    title: 'Ticket shop',
    date: '2026-11-24',
    minutes: 35,
    repeat: false,
    total: 50,
    topics: [],
    decisions: [],
    phases: [],
    ...change,
  };
}
