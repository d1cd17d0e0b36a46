import { estimateWork } from '../../src-shared/domain/estimate.ts';
import { createMemoryModel, type MemoryModel, type Weights } from '../../src-shared/domain/memory.ts';
import { reserveMock } from '../../src-shared/domain/plan/mock-days.ts';
import type { PlanBasis } from '../../src-shared/domain/plan/plan-day.ts';
import { type Projection, projectPlan } from '../../src-shared/domain/plan/project.ts';
import { describePlan } from '../../src-shared/domain/plan/words.ts';
import type { Settings } from '../../src-shared/domain/settings.ts';
import { predictRecall } from '../../src-shared/domain/statistics/mastery.ts';
import { meanOf } from '../../src-shared/domain/statistics/share.ts';
import { addDays, formatStudyDay, parseStudyDay, type StudyDay } from '../../src-shared/domain/study-day.ts';
import type { Plan } from '../../src-shared/ipc/plan-contract.ts';
import { type Store, withReader } from '../db/create-store.ts';
import { type PlanRow, readPlanRows } from './pool/plan-cards.ts';

// Used in a worker, which runs as source in tests: nothing here may need the migrations.

/** An interview to plan for. */
export type Aim = { interviewDate: string; minutesPerDay: number };
/** An aim as it stands on a study day; `daysLeft` is at least 1. */
export type StandingAim = Aim & { daysLeft: number };

/** What a plan is made for: all plain values, so that a worker can be given it. */
export type PlanFrame = { today: StudyDay; aim: StandingAim; settings: Settings; weights: Weights };

/** Expected recall on the day from which a default or a card counts as ready: `field`. */
const readyRecall = 0.8;

/** Makes a plan in a worker, by a connection of its own that only reads. */
export function planFile({ file, ...frame }: PlanFrame & { file: string }): Plan {
  return withReader(file, store => store.readAtOnce(() => composePlan(store, frame)));
}

/** What a plan comes to: it is played forward day by day, for several numbers of minutes, which takes a second for a thousand cards. */
export function composePlan(store: Store, { today, aim, settings, weights }: PlanFrame): Plan {
  const model = createMemoryModel(weights);
  const cards = readPlanRows(store, today);
  const basis = readBasis(store, settings, model);
  const spent = { cardMinutesToday: countMinutesSpent(store, today, basis) };
  const project = (minutes: number): Projection => projectPlan(cards, aim.daysLeft, minutes, basis, spent);
  const projection = project(aim.minutesPerDay);
  const [first] = projection.days;
  const plan = {
    interviewDate: aim.interviewDate,
    daysLeft: (parseStudyDay(aim.interviewDate) ?? today) - today,
    minutesPerDay: aim.minutesPerDay,
    cards: cards.length,
    today: {
      reviews: Math.round(first?.reviews ?? 0),
      newCards: Math.round(first?.newCards ?? 0),
      mockMinutes: reserveMock(aim.daysLeft, aim.minutesPerDay),
    },
    recall: {
      now: recallOn(model, cards, today),
      without: recallOn(model, cards, addDays(today, aim.daysLeft)),
      with: projection.recallWith,
    },
    notReady: findUnready(store, cards, projection),
    advice: adviseMinutes(aim.minutesPerDay, projection.recallWith, cards.length, project),
    days: projection.days.map(({ reviews, newCards, cardMinutes, mockMinutes }, index) => ({
      date: formatStudyDay(addDays(today, index)),
      reviews: Math.round(reviews),
      newCards: Math.round(newCards),
      cardMinutes: Math.round(cardMinutes * 10) / 10,
      mockMinutes,
    })),
  };
  return { ...plan, says: describePlan(plan) };
}

/** The share of all cards that would be recalled on a day without another answer, each predicted as Progress does. */
function recallOn(model: MemoryModel, cards: readonly PlanRow[], day: StudyDay): number {
  const recalls = cards.map(({ row }) => predictRecall({ ...row, lastDay: row.last_day }, model, day) ?? 0);
  return meanOf(recalls) ?? 0;
}

/** What turns are weighed and minutes counted by. */
export function readBasis(store: Store, settings: Settings, model: MemoryModel): PlanBasis {
  const none = { new: 0, learning: 0, due: 0 };
  const { secondsPerCard } = estimateWork(none, settings, store.answers.pace());
  return { settings, model, secondsPerAnswer: secondsPerCard };
}

/** Minutes spent on cards on a day; answers that were not timed count at the person's pace. */
export function countMinutesSpent(store: Store, day: StudyDay, { secondsPerAnswer }: PlanBasis): number {
  return store.answers
    .countOfDay(day)
    .reduce(
      (sum, { takenMs, answers }) =>
        sum + (takenMs > 0 ? takenMs / 60_000 : (answers * secondsPerAnswer) / 60),
      0,
    );
}

function findUnready(store: Store, cards: readonly PlanRow[], { recalls }: Projection): Plan['notReady'] {
  const expected = cards.map(({ row }, index) => ({ row, recall: recalls[index] ?? 0 }));
  const defaults = store.content.defaults().flatMap(({ id, name }) => {
    const own = expected.filter(({ row }) => row.sibling === id);
    const recall = own.reduce((sum, card) => sum + card.recall, 0) / own.length;
    return own.length > 0 && recall < readyRecall ? [{ id, name, recall }] : [];
  });
  return {
    defaults: defaults.sort((a, b) => a.recall - b.recall),
    cards: expected.filter(({ recall }) => recall > 0 && recall < readyRecall).length,
    neverMet: expected.filter(({ recall }) => recall === 0).length,
  };
}

/** Minutes a day that are proposed. */
const proposedMinutes = [5, 10, 15, 20, 30, 45, 60, 90, 120];
/** How much less recall is still nearly as well, and what more minutes are worth asking for. */
const nearly = 0.01;
const goodRecall = 0.9;

/** Fewer minutes that do nearly as well; or, where recall stays low, more that would bring it up (or as many as help). */
function adviseMinutes(
  minutes: number,
  recall: number,
  cards: number,
  project: (minutes: number) => Projection,
): Plan['advice'] {
  if (cards === 0) return null;
  const tryAll = (candidates: readonly number[], enough: number): Plan['advice'] => {
    for (const candidate of candidates) {
      const reached = project(candidate).recallWith;
      if (reached >= enough) return { minutes: candidate, recall: reached };
    }
    return null;
  };
  if (recall < goodRecall)
    return tryAll(
      proposedMinutes.filter(each => each > minutes),
      goodRecall,
    );
  return tryAll(
    proposedMinutes.filter(each => each < minutes),
    recall - nearly,
  );
}
