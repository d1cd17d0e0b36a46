import type { Memory } from '../card-state.ts';
import { createRandom } from '../random.ts';
import { countAnswers, listOutcomes } from './gain.ts';
import { countCardMinutes, reserveMock } from './mock-days.ts';
import { type PlanBasis, type PlanCard, planDay } from './plan-day.ts';

/** One day of a plan as it is expected to go; minutes are those of cards and of the mock. */
export type ProjectedDay = {
  daysLeft: number;
  reviews: number;
  newCards: number;
  cardMinutes: number;
  mockMinutes: number;
};

/** A plan as it is expected to go. Recalls are 0 to 1, with 0 for a card never met; `recallWith` is the mean of all. */
export type Projection = {
  days: ProjectedDay[];
  /** Chance of recall on the interview day of each card, in the order given. */
  recalls: number[];
  recallWith: number;
};

/** Courses that a projection averages over. Each card's luck evens out, so a few are steady to half a point. */
const courses = 4;

/** Minutes of today that are gone already, for cards. */
type Spent = { cardMinutesToday: number };

/**
 * Plays a plan forward to the interview day, on the memory model's own word: a card is remembered with its predicted
 * chance. Seeded, so the same collection gives the same projection.
 */
export function projectPlan(
  cards: readonly PlanCard[],
  daysLeft: number,
  minutesPerDay: number,
  basis: PlanBasis,
  spent: Spent = { cardMinutesToday: 0 },
): Projection {
  const played = Array.from({ length: courses }, (_, seed) =>
    playCourse(cards, daysLeft, minutesPerDay, basis, spent, seed),
  );
  const recalls = cards.map((_, index) => mean(played.map(course => course.recalls[index] ?? 0)));
  return {
    days: Array.from({ length: daysLeft }, (_, index) => averageDay(played, index, daysLeft - index)),
    recalls,
    recallWith: mean(recalls),
  };
}

type PlayedDay = Pick<ProjectedDay, 'reviews' | 'newCards' | 'cardMinutes' | 'mockMinutes'>;
type Course = { days: PlayedDay[]; recalls: number[] };

function playCourse(
  cards: readonly PlanCard[],
  daysLeft: number,
  minutesPerDay: number,
  basis: PlanBasis,
  spent: Spent,
  seed: number,
): Course {
  const { model, settings, secondsPerAnswer } = basis;
  const random = createRandom(seed);
  // Of the copies made here, memory and elapsed days move on.
  const held: { memory: Memory | null; elapsedDays: number; position: number }[] = cards.map(
    ({ memory, elapsedDays, position }) => ({ memory, elapsedDays, position }),
  );
  const days: PlayedDay[] = [];
  for (let left = daysLeft; left >= 1; left--) {
    const gone = left === daysLeft ? spent.cardMinutesToday : 0;
    const minutes = Math.max(0, countCardMinutes(left, minutesPerDay) - gone);
    const planned = planDay(held, left, minutes * 60, basis);
    let answers = 0;
    let newCards = 0;
    for (const { card } of planned) {
      const [remembered, forgotten] = listOutcomes(card.memory, card.elapsedDays, settings, model);
      const outcome = remembered && random.next() < remembered.chance ? remembered : forgotten;
      if (!outcome) continue;
      if (card.memory === null) newCards++;
      answers += countAnswers(card.memory === null, outcome.remembered, settings);
      card.memory = outcome.memory;
      card.elapsedDays = 0;
    }
    days.push({
      reviews: planned.length - newCards,
      newCards,
      cardMinutes: (answers * secondsPerAnswer) / 60,
      mockMinutes: reserveMock(left, minutesPerDay),
    });
    for (const card of held) if (card.memory) card.elapsedDays++;
  }
  return {
    days,
    recalls: held.map(({ memory, elapsedDays }) => (memory ? model.recall(memory, elapsedDays) : 0)),
  };
}

function averageDay(played: readonly Course[], index: number, daysLeft: number): ProjectedDay {
  const of = (read: (day: PlayedDay) => number): number =>
    mean(played.flatMap(({ days }) => days.slice(index, index + 1).map(read)));
  return {
    daysLeft,
    reviews: of(day => day.reviews),
    newCards: of(day => day.newCards),
    cardMinutes: of(day => day.cardMinutes),
    mockMinutes: of(day => day.mockMinutes),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
