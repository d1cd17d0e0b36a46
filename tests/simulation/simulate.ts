import { countCardMinutes, reserveMock } from '../../src-shared/domain/plan/mock-days.ts';
import { createLearner, type Learner, recallInTruth, takeTurn } from './learner.ts';
import { makeQueuePolicy, type Policy } from './policies.ts';

/** A situation in which policies are compared. */
export type Situation = { days: number; minutesPerDay: number };

/** How one policy did over all learners. Recalls are of all cards on the interview day, those never met counting 0. */
export type Outcome = {
  policy: string;
  meanRecall: number;
  /** The learner with only 5 % below. */
  lowRecall: number;
  /** Of a day, mocks included. */
  meanMinutes: number;
  /** Mean minutes of the last seven days over those of the median day: the mean and the greatest of any learner. */
  lastWeek: { mean: number; greatest: number };
  neverMet: number;
};

/** Plays every learner through a situation under one policy. The same seeds give the same learners to each. */
export function simulate(policy: Policy, situation: Situation, learners: number): Outcome {
  const ends = Array.from({ length: learners }, (_, index) => playLearner(policy, situation, index));
  return {
    policy: policy.name,
    meanRecall: mean(ends.map(end => end.recall)),
    lowRecall: quantile(
      ends.map(end => end.recall),
      0.05,
    ),
    meanMinutes: mean(ends.map(end => mean(end.minutes))),
    lastWeek: {
      mean: mean(ends.map(end => weighLastWeek(end.minutes))),
      greatest: Math.max(...ends.map(end => weighLastWeek(end.minutes))),
    },
    neverMet: mean(ends.map(end => end.neverMet)),
  };
}

type End = { recall: number; minutes: number[]; neverMet: number };

function playLearner(policy: Policy, { days, minutesPerDay }: Situation, index: number): End {
  const learner = createLearner(index * 7919 + 17);
  livePast(learner);
  const minutes: number[] = [];
  for (let day = 0; day < days; day++) {
    const left = days - day;
    const used = liveDay(learner, policy, day, left, countCardMinutes(left, minutesPerDay) * 60);
    minutes.push(used / 60 + reserveMock(left, minutesPerDay));
  }
  return {
    recall: mean(learner.cards.map(card => recallInTruth(learner, card, days))),
    minutes,
    neverMet: learner.cards.filter(card => card.memory === null).length,
  };
}

/** Three in ten begin with the plan; the others studied for 5 to 44 days, and then rested for up to 9. */
function livePast(learner: Learner): void {
  const { random } = learner;
  if (random.next() < 0.3) return;
  const days = 5 + random.int(40);
  const rest = random.int(10);
  const policy = makeQueuePolicy('past', 'stop', () => 365, 2 + random.int(8));
  const seconds = (10 + random.int(15)) * 60;
  for (let day = -days - rest; day < -rest; day++) liveDay(learner, policy, day, 1, seconds);
}

function liveDay(learner: Learner, policy: Policy, day: number, daysLeft: number, seconds: number): number {
  let used = 0;
  for (const card of policy.choose(learner, day, daysLeft)) {
    if (used >= seconds) break;
    used += takeTurn(learner, card, day, policy.maximumDays(daysLeft));
  }
  return used;
}

function weighLastWeek(minutes: readonly number[]): number {
  const median = quantile(minutes, 0.5);
  return median === 0 ? 0 : mean(minutes.slice(-7)) / median;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
