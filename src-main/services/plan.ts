import { countCardMinutes } from '../../src-shared/domain/plan/mock-days.ts';
import { takeWithin } from '../../src-shared/domain/plan/plan-day.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import {
  findStudyDay,
  type Instant,
  parseStudyDay,
  type StudyDay,
} from '../../src-shared/domain/study-day.ts';
import type { Plan } from '../../src-shared/ipc/plan-contract.ts';
import type { AskableRow } from '../db/queries/content.ts';
import {
  type Aim,
  composePlan,
  countMinutesSpent,
  type PlanFrame,
  readBasis,
  type StandingAim,
} from './compose-plan.ts';
import { type PlanCards, readPlanCards } from './pool/plan-cards.ts';
import type { Profile } from './profile.ts';

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

/** The same for today, of the cards kept in memory, which follow none of what another process writes. */
export function choosePlannedNow(profile: Profile, aim: StandingAim, today: StudyDay): AskableRow[] {
  if (profile.readOnly) return choosePlanned(profile, aim, today);
  return chooseWithin(profile, aim, profile.pool.ofPlan(today, aim.daysLeft));
}

function chooseWithin(profile: Profile, aim: StandingAim, cards: PlanCards): AskableRow[] {
  const { store, journal } = profile;
  const basis = readBasis(store, journal.settings(), journal.model());
  const spent = countMinutesSpent(store, cards.ground.day, basis);
  const minutes = countCardMinutes(aim.daysLeft, aim.minutesPerDay) - spent;
  const seconds = minutes * 60 - cards.inSteps.size * basis.secondsPerAnswer;
  const weighing = { held: cards.held.items, fresh: cards.fresh.items };
  return takeWithin(weighing, aim.daysLeft, Math.max(0, seconds), basis).map(({ card }) => card.row);
}

/**
 * What a plan comes to for an aim (by the settings, unless given). Null without a date and from the date on.
 * Throws a ProblemError for a date that is not one or not ahead.
 */
export function readPlan(profile: Profile, at: Instant, given: Aim | null = null): Plan | null {
  const frame = framePlan(profile, at, given);
  return frame && composePlan(profile.store, frame);
}

/** What `readPlan` makes the plan for. */
export function framePlan(profile: Profile, at: Instant, given: Aim | null = null): PlanFrame | null {
  const { journal } = profile;
  const settings = journal.settings();
  const today = findStudyDay(at, settings.dayStartHour);
  const aim = given ? placeAim(given, today) : findAim(profile, today);
  return aim && { today, aim, settings, weights: journal.weights() };
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
