import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { Store } from '../../db/store.ts';
import type { Journal } from '../journal.ts';
import { type DayCards, fillFresh, placeInDay, readDayCards } from './day-cards.ts';
import { type ExtraCards, type ExtraSession, placeInExtra, readExtraCards } from './extra-cards.ts';
import { createKept } from './kept.ts';
import { type PlanCards, placeInPlan, readPlanCards } from './plan-cards.ts';

/** Keeps the cards that may be asked in memory between two answers. What it gives is what reading them anew would give. */
export type Pool = {
  /** Today's cards, with at least so many new ones, as far as there are. */
  ofDay(today: StudyDay, newCards: number): DayCards;
  /** The cards of a plan for an interview that lies so many days ahead. */
  ofPlan(today: StudyDay, daysLeft: number): PlanCards;
  ofExtra(session: ExtraSession): ExtraCards;
};

export function createPool(store: Store, journal: Journal): Pool {
  const day = createKept<DayCards>((cards, cardId) => placeInDay(cards, store, journal.model(), cardId));
  const plan = createKept<PlanCards>((cards, cardId) => placeInPlan(cards, store, cardId));
  const extra = createKept<ExtraCards>((cards, cardId) =>
    placeInExtra(cards, store, journal.model(), cardId),
  );

  const follow = (): void => {
    const touched = journal.trail.take();
    for (const kept of [day, plan, extra]) kept.follow(touched);
  };

  return {
    ofDay(today, newCards) {
      follow();
      const cards = day.read(String(today), () => readDayCards(store, journal.model(), today));
      fillFresh(cards, store, journal.model(), newCards);
      return cards;
    },
    ofPlan(today, daysLeft) {
      follow();
      // Settings and weights are part of no key: where they change, everything is given up.
      const ground = { day: today, daysLeft, settings: journal.settings(), model: journal.model() };
      return plan.read(`${today} ${daysLeft}`, () => readPlanCards(store, ground));
    },
    ofExtra(session) {
      follow();
      return extra.read(JSON.stringify(session), () => readExtraCards(store, journal.model(), session));
    },
  };
}
