import { ProblemError } from '../../src-shared/domain/problem.ts';
import { readActivity, readHours } from '../../src-shared/domain/statistics/activity.ts';
import { readCalibration } from '../../src-shared/domain/statistics/calibration.ts';
import { countStages, readHistograms } from '../../src-shared/domain/statistics/cards.ts';
import { forecastWork } from '../../src-shared/domain/statistics/forecast.ts';
import { type Mastery, readMastery } from '../../src-shared/domain/statistics/mastery.ts';
import { readMockResults } from '../../src-shared/domain/statistics/mock-results.ts';
import { compareRecallAndUse } from '../../src-shared/domain/statistics/recall-and-use.ts';
import { readRetention } from '../../src-shared/domain/statistics/retention.ts';
import { traceAnswers } from '../../src-shared/domain/statistics/trace.ts';
import {
  findStudyDay,
  formatStudyDay,
  type Instant,
  parseStudyDay,
  type StudyDay,
} from '../../src-shared/domain/study-day.ts';
import type { Statistics } from '../../src-shared/ipc/stats-contract.ts';
import type { CardRow } from '../db/queries/statistics.ts';
import { listMockResults } from './mocks/results.ts';
import type { Profile } from './profile.ts';
import { readLimits } from './queue.ts';
import { listTopics } from './today.ts';

/**
 * Progress as it stands, all of it from one state of the database. `on` (YYYY-MM-DD) is a later day to predict
 * recall for as well; left out, it is the day of the interview. Throws a ProblemError where it is no date, or past.
 */
export function readStatistics(profile: Profile, at: Instant, on: string | null = null): Statistics {
  return profile.store.readAtOnce(() => compute(profile, at, on));
}

function compute(profile: Profile, at: Instant, on: string | null): Statistics {
  const { store, journal } = profile;
  const settings = journal.settings();
  const today = findStudyDay(at, settings.dayStartHour);
  const later = on === null ? findInterviewDay(settings.interviewDate, today) : readLaterDay(on, today);
  const target = settings.desiredRetention;
  const topics = listTopics(profile);
  const answers = traceAnswers(store.statistics.steps());
  const cards = store.statistics.cards();
  const results = listMockResults(profile);
  const mastery = masteryOf(profile, cards, today, later);
  const stages = countStages(cards);
  const inOrder = <T extends { topic: string }>(list: readonly T[]): T[] =>
    topics.flatMap(({ topic }) => list.filter(one => one.topic === topic));
  const retention = readRetention(answers, today, target);
  const mocks = readMockResults(results);
  return {
    date: formatStudyDay(today),
    laterDate: later === null ? null : formatStudyDay(later),
    topics,
    target,
    mastery,
    activity: readActivity(answers, today),
    hours: readHours(answers),
    retention: {
      ...retention,
      value: retention.value && { ...retention.value, topics: inOrder(retention.value.topics) },
    },
    calibration: readCalibration(answers),
    forecast: forecastWork({
      today,
      dueByDay: countDue(cards, today),
      learning: cards.filter(({ phase, suspended }) => isInSteps(phase) && !suspended).length,
      unmet: cards.filter(({ phase, suspended }) => phase === 'new' && !suspended).length,
      allowance: readLimits(profile, today).allowance,
      settings,
      pace: store.answers.pace(),
    }),
    stages: { ...stages, topics: inOrder(stages.topics) },
    histograms: readHistograms(cards),
    mocks: { ...mocks, topics: inOrder(mocks.topics) },
    recallAndUse: compareRecallAndUse(
      topics.map(({ topic }) => topic).filter(topic => mastery.some(one => one.topic === topic)),
      mastery,
      results,
      target,
    ),
  };
}

/** How well every default is held, on a study day and on a later one. */
export function masteryOf(
  { store, journal }: Profile,
  cards: readonly CardRow[],
  today: StudyDay,
  later: StudyDay | null,
): Mastery[] {
  return readMastery({
    defaults: store.content.defaults(),
    cards,
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
function countDue(cards: readonly CardRow[], today: StudyDay): Map<StudyDay, number> {
  const days = cards.flatMap(({ phase, dueDay, buriedUntil, suspended }) =>
    phase === 'review' && dueDay !== null && !suspended
      ? [[today, dueDay, buriedUntil ?? today].reduce((a, b) => (a > b ? a : b))]
      : [],
  );
  return new Map([...Map.groupBy(days, day => day)].map(([day, list]) => [day, list.length]));
}

function isInSteps(phase: CardRow['phase']): boolean {
  return phase === 'learning' || phase === 'relearning';
}
