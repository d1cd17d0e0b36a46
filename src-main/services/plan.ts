import { estimateWork } from '../../src-shared/domain/estimate.ts';
import { countCardMinutes, reserveMock } from '../../src-shared/domain/plan/mock-days.ts';
import { type PlanBasis, takeWithin } from '../../src-shared/domain/plan/plan-day.ts';
import { type Projection, projectPlan } from '../../src-shared/domain/plan/project.ts';
import { describePlan } from '../../src-shared/domain/plan/words.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { predictRecall } from '../../src-shared/domain/statistics/mastery.ts';
import { meanOf } from '../../src-shared/domain/statistics/share.ts';
import {
  addDays,
  findStudyDay,
  formatStudyDay,
  type Instant,
  parseStudyDay,
  type StudyDay,
} from '../../src-shared/domain/study-day.ts';
import type { Plan } from '../../src-shared/ipc/plan-contract.ts';
import type { AskableRow } from '../db/queries/content.ts';
import { type PlanCards, type PlanRow, readPlanCards, readPlanRows } from './pool/plan-cards.ts';
import type { Profile } from './profile.ts';

/** An interview to plan for. */
export type Aim = { interviewDate: string; minutesPerDay: number };
/** An aim as it stands on a study day; `daysLeft` is at least 1. */
type StandingAim = Aim & { daysLeft: number };

/** Expected recall on the day from which a default or a card counts as ready: `field`. */
const readyRecall = 0.8;
/** Farthest interview that is planned for, in days. Until it is nearer, its plan is that of so many days. */
const farthestDays = 120;

/** The aim in force on a day by the settings; null without an interview date, and from the date on. */
export function findAim(profile: Profile, day: StudyDay): StandingAim | null {
  const { interviewDate, minutesPerDay } = profile.journal.settings();
  if (interviewDate === null) return null;
  const daysLeft = (parseStudyDay(interviewDate) ?? day) - day;
  return daysLeft < 1 ? null : { interviewDate, minutesPerDay, daysLeft: Math.min(daysLeft, farthestDays) };
}

/** The cards that the plan asks on a day in what is left of its minutes, the most useful first. */
export function choosePlanned(profile: Profile, aim: StandingAim, day: StudyDay): AskableRow[] {
  const { store, journal } = profile;
  const ground = { day, daysLeft: aim.daysLeft, settings: journal.settings(), model: journal.model() };
  return chooseWithin(profile, aim, readPlanCards(store, ground));
}

/** The same for today, of the cards that are kept in memory. */
export function choosePlannedNow(profile: Profile, aim: StandingAim, today: StudyDay): AskableRow[] {
  return chooseWithin(profile, aim, profile.pool.ofPlan(today, aim.daysLeft));
}

function chooseWithin(profile: Profile, aim: StandingAim, cards: PlanCards): AskableRow[] {
  const basis = readBasis(profile);
  const spent = countMinutesSpent(profile, cards.ground.day, basis);
  const minutes = countCardMinutes(aim.daysLeft, aim.minutesPerDay) - spent;
  const seconds = minutes * 60 - cards.inSteps.size * basis.secondsPerAnswer;
  return takeWithin(cards, aim.daysLeft, Math.max(0, seconds), basis).map(({ card }) => card.row);
}

/**
 * What a plan comes to for an aim (by the settings, unless given). Null without a date and from the date on.
 * Throws a ProblemError for a date that is not one or not ahead.
 */
export function readPlan(profile: Profile, at: Instant, given: Aim | null = null): Plan | null {
  const today = findStudyDay(at, profile.journal.settings().dayStartHour);
  const aim = given ? placeAim(given, today) : findAim(profile, today);
  if (!aim) return null;
  const cards = readPlanRows(profile.store, today);
  const basis = readBasis(profile);
  const spent = { cardMinutesToday: countMinutesSpent(profile, today, basis) };
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
      now: recallOn(profile, cards, today),
      without: recallOn(profile, cards, addDays(today, aim.daysLeft)),
      with: projection.recallWith,
    },
    notReady: findUnready(profile, cards, projection),
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
function recallOn({ journal }: Profile, cards: readonly PlanRow[], day: StudyDay): number {
  const model = journal.model();
  const recalls = cards.map(({ row }) => predictRecall({ ...row, lastDay: row.last_day }, model, day) ?? 0);
  return meanOf(recalls) ?? 0;
}

function placeAim(given: Aim, today: StudyDay): StandingAim {
  const day = parseStudyDay(given.interviewDate);
  if (day === null) {
    throw new ProblemError('invalid', `“${given.interviewDate}” is not a date.`, 'Write it as 2026-12-24.');
  }
  if (day <= today) {
    throw new ProblemError('invalid', `${given.interviewDate} is not ahead.`, 'Give a date after today.');
  }
  return { ...given, daysLeft: Math.min(day - today, farthestDays) };
}

function readBasis({ store, journal }: Profile): PlanBasis {
  const settings = journal.settings();
  const none = { new: 0, learning: 0, due: 0 };
  const { secondsPerCard } = estimateWork(none, settings, store.answers.pace());
  return { settings, model: journal.model(), secondsPerAnswer: secondsPerCard };
}

/** Minutes spent on cards on a day; answers that were not timed count at the person's pace. */
function countMinutesSpent({ store }: Profile, day: StudyDay, { secondsPerAnswer }: PlanBasis): number {
  return store.answers
    .countOfDay(day)
    .reduce(
      (sum, { takenMs, answers }) =>
        sum + (takenMs > 0 ? takenMs / 60_000 : (answers * secondsPerAnswer) / 60),
      0,
    );
}

function findUnready(
  { store }: Profile,
  cards: readonly PlanRow[],
  { recalls }: Projection,
): Plan['notReady'] {
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
