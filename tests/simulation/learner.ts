import type { Memory } from '../../src-shared/domain/card-state.ts';
import { defaultSettings } from '../../src-shared/domain/default-settings.ts';
import { noLoad, pickDueDay } from '../../src-shared/domain/due-day.ts';
import { createMemoryModel, defaultWeights, type MemoryModel } from '../../src-shared/domain/memory.ts';
import { createRandom, type Random } from '../../src-shared/domain/random.ts';
import { type Rating, ratings } from '../../src-shared/domain/rating.ts';
import { type StudyDay, studyDaySchema } from '../../src-shared/domain/study-day.ts';

/** Cards of a deck: about as many as come with Baseline. */
export const deckSize = 240;

/** What the scheduler believes of every learner: FSRS's default weights. */
export const believed = createMemoryModel(defaultWeights);

/** A card as the scheduler sees it (`memory`, days, due) and as it is held in truth. */
export type SimulatedCard = {
  index: number;
  memory: Memory | null;
  lastDay: number;
  dueDay: number;
  reps: number;
  readonly truth: { memory: Memory | null; haste: number };
};

/** A person whose memory follows weights of their own, which the scheduler does not know. */
export type Learner = {
  cards: SimulatedCard[];
  secondsPerAnswer: number;
  truth: MemoryModel;
  /** Share of new cards that are unknown at first sight. */
  firstAgain: number;
  /** Chance of passing a step within the day. */
  passesStep: number;
  random: Random;
};

/** Standard deviations of how learners differ from the scheduler's weights, on a log scale unless said otherwise. */
export const spread = {
  /** Of all initial stabilities together, and of each. */
  initialStability: 0.5,
  eachInitialStability: 0.2,
  /** Of the other weights, each by itself. */
  weight: 0.15,
  /** Added to weight 8, the growth of stability with a success (itself an exponent). */
  growth: 0.25,
  /** Of weight 20, the decay of the forgetting curve. */
  decay: 0.4,
  /** Of how fast single cards are forgotten: a trait that FSRS has no place for. */
  card: 0.4,
  /** Of the seconds per answer, around 14. */
  pace: 0.3,
} as const;

const meanSeconds = 14;
const growthWeight = 8;
const decayWeight = 20;

/** A learner before the first card. */
export function createLearner(seed: number): Learner {
  const random = createRandom(seed);
  const normal = (): number => drawNormal(random);
  const luck = Math.exp(spread.initialStability * normal());
  const weights = defaultWeights.map((weight, index) => {
    if (index < 4) return weight * luck * Math.exp(spread.eachInitialStability * normal());
    if (index === growthWeight) return weight + spread.growth * normal();
    const deviation = index === decayWeight ? spread.decay : spread.weight;
    return weight * Math.exp(deviation * normal());
  });
  const cards = Array.from({ length: deckSize }, (_, index) => ({
    index,
    memory: null,
    lastDay: 0,
    dueDay: 0,
    reps: 0,
    truth: { memory: null, haste: Math.exp(spread.card * normal()) },
  }));
  return {
    cards,
    // ts-fsrs clips each weight to FSRS-6's own bounds.
    truth: createMemoryModel(weights),
    secondsPerAnswer: meanSeconds * Math.exp(spread.pace * normal()),
    firstAgain: 0.1 + 0.35 * random.next(),
    passesStep: 0.85 + 0.1 * random.next(),
    random,
  };
}

/** The chance that a card would in truth be remembered on a day; 0 for one never met. */
export function recallInTruth(learner: Learner, card: SimulatedCard, day: number): number {
  const { memory, haste } = card.truth;
  return memory ? learner.truth.recall(memory, (day - card.lastDay) * haste) : 0;
}

/**
 * One turn of a card: its answer, and then its steps on the same day until it leaves them. Answers with the
 * seconds that it took. What the scheduler believes moves with the same ratings as the truth.
 */
export function takeTurn(learner: Learner, card: SimulatedCard, day: number, maximumDays: number): number {
  const isNew = card.memory === null;
  const elapsedDays = isNew ? 0 : day - card.lastDay;
  const first = drawFirstRating(learner, card, day);
  let answers = isNew ? 1.5 : 1;
  rate(learner, card, elapsedDays, first);
  card.lastDay = day;
  const steps = isNew ? defaultSettings.learningStepsMin.length : defaultSettings.relearningStepsMin.length;
  let step = first === ratings.good && isNew ? 1 : 0;
  const leaves = isNew ? first === ratings.easy : first !== ratings.again;
  // A step that is missed begins the steps again; a day has an end.
  for (let tries = 0; !leaves && step < steps && tries < 10; tries++) {
    const passed = learner.random.next() < learner.passesStep;
    rate(learner, card, 0, passed ? ratings.good : ratings.again);
    answers++;
    step = passed ? step + 1 : 0;
  }
  card.dueDay = findDueDay(card, day, elapsedDays, maximumDays);
  return answers * learner.secondsPerAnswer;
}

function findDueDay(card: SimulatedCard, day: number, elapsedDays: number, maximumDays: number): number {
  const stability = card.memory?.stability ?? 1;
  return pickDueDay({
    today: toStudyDay(day),
    intervalDays: believed.interval(stability, defaultSettings.desiredRetention, maximumDays),
    elapsedDays,
    maximumDays,
    atLeastDays: 1,
    seed: card.index * 1009 + card.reps,
    load: noLoad,
  });
}

function rate(learner: Learner, card: SimulatedCard, elapsedDays: number, rating: Rating): void {
  card.truth.memory = learner.truth.next(card.truth.memory, elapsedDays * card.truth.haste, rating);
  card.memory = believed.next(card.memory, elapsedDays, rating);
  card.reps++;
}

function drawFirstRating(learner: Learner, card: SimulatedCard, day: number): Rating {
  const { random, firstAgain } = learner;
  const remembers = random.next() < (card.truth.memory ? recallInTruth(learner, card, day) : 1 - firstAgain);
  if (!remembers) return ratings.again;
  const shade = random.next();
  if (shade < 0.15) return ratings.hard;
  return shade < 0.88 ? ratings.good : ratings.easy;
}

function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** Simulated days count from the first day of the plan, so those of the past are negative. */
export function toStudyDay(day: number): StudyDay {
  return studyDaySchema.parse(day);
}
