import { ProblemError } from '../../src-shared/domain/problem.ts';
import { readActivity } from '../../src-shared/domain/statistics/activity.ts';
import { forecastDays, forecastWork } from '../../src-shared/domain/statistics/forecast.ts';
import { type Mastery, readMastery } from '../../src-shared/domain/statistics/mastery.ts';
import { readMockResults } from '../../src-shared/domain/statistics/mock-results.ts';
import { compareRecallAndUse } from '../../src-shared/domain/statistics/recall-and-use.ts';
import {
  addDays,
  findStudyDay,
  formatStudyDay,
  type Instant,
  parseStudyDay,
  type StudyDay,
} from '../../src-shared/domain/study-day.ts';
import type { Statistics, TalliedStatistics } from '../../src-shared/ipc/stats-contract.ts';
import { type CountFrame, countStatistics } from './count-statistics.ts';
import { listMockResults } from './mocks/results.ts';
import type { Profile } from './profile.ts';
import { readLimits } from './queue.ts';
import { listTopics } from './today.ts';

/**
 * Progress as it stands, all of it from one state of the database. `on` (YYYY-MM-DD) is a later day to predict
 * recall for as well; left out, it is the day of the interview. Throws a ProblemError where it is no date, or past.
 */
export function readStatistics(profile: Profile, at: Instant, on: string | null = null): Statistics {
  return profile.store.readAtOnce(() => ({
    ...readTallied(profile, at, on),
    ...countStatistics(profile.store, frameCount(profile, at), () => undefined),
  }));
}

/** The part of it that takes no longer for a million answers than for a hundred; see `readStatistics`. */
export function readTallied(profile: Profile, at: Instant, on: string | null = null): TalliedStatistics {
  return profile.store.readAtOnce(() => compute(profile, at, on));
}

function compute(profile: Profile, at: Instant, on: string | null): TalliedStatistics {
  const { store, journal } = profile;
  const settings = journal.settings();
  const today = findStudyDay(at, settings.dayStartHour);
  const later = on === null ? findInterviewDay(settings.interviewDate, today) : readLaterDay(on, today);
  const target = settings.desiredRetention;
  const topics = listTopics(profile);
  const results = listMockResults(profile);
  const mastery = masteryOf(profile, today, later);
  const mocks = readMockResults(results);
  const { allowance } = readLimits(profile, today);
  return {
    date: formatStudyDay(today),
    laterDate: later === null ? null : formatStudyDay(later),
    topics,
    target,
    mastery,
    activity: readActivity(store.statistics.days(), today),
    forecast: forecastWork({
      today,
      dueByDay: countDue(profile, today),
      learning: store.statistics.countLearning(),
      unmet: store.statistics.countUnmet(allowance.newCards + forecastDays * settings.newPerDay),
      allowance,
      settings,
      pace: store.answers.pace(),
    }),
    mocks: {
      ...mocks,
      topics: topics.flatMap(({ topic }) => mocks.topics.filter(one => one.topic === topic)),
    },
    recallAndUse: compareRecallAndUse(
      topics.map(({ topic }) => topic).filter(topic => mastery.some(one => one.topic === topic)),
      mastery,
      results,
      target,
    ),
  };
}

/** What the rest is counted by, at a moment. */
export function frameCount(profile: Profile, at: Instant): CountFrame {
  const { dayStartHour, desiredRetention } = profile.journal.settings();
  return {
    today: findStudyDay(at, dayStartHour),
    target: desiredRetention,
    topics: listTopics(profile).map(({ topic }) => topic),
  };
}

/** How well every default is held, on a study day and on a later one. */
export function masteryOf({ store, journal }: Profile, today: StudyDay, later: StudyDay | null): Mastery[] {
  return readMastery({
    defaults: store.content.defaults(),
    cards: store.statistics.heldCards(),
    model: journal.model(),
    today,
    later,
    target: journal.settings().desiredRetention,
  });
}

/** The day of the interview; null without one, and once it is past. */
function findInterviewDay(date: string | null, today: StudyDay): StudyDay | null {
  const day = date === null ? null : parseStudyDay(date);
  return day !== null && day >= today ? day : null;
}

function readLaterDay(on: string, today: StudyDay): StudyDay {
  const day = parseStudyDay(on);
  if (day === null) throw new ProblemError('invalid', `“${on}” is not a date.`, 'Write it as 2026-11-24.');
  if (day < today) {
    throw new ProblemError('invalid', `${on} is past.`, 'Recall can be predicted from today on.');
  }
  return day;
}

/** Reviews by the day on which they will be asked, as things stand: those overdue today, buried ones when they return. */
function countDue({ store }: Profile, today: StudyDay): Map<StudyDay, number> {
  const days = new Map<StudyDay, number>();
  const add = (day: StudyDay, reviews: number): void => void days.set(day, (days.get(day) ?? 0) + reviews);
  const notPast = (day: StudyDay): StudyDay => (day < today ? today : day);
  for (const { day, reviews } of store.statistics.reviewsUntil(addDays(today, forecastDays)))
    add(notPast(day), reviews);
  for (const { dueDay, until } of store.statistics.buriedReviews(today)) {
    add(notPast(dueDay), -1);
    add(until, 1);
  }
  return days;
}
