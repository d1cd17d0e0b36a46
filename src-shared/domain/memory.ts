import { default_w, FSRS, forgetting_curve, generatorParameters } from 'ts-fsrs';
import { z } from 'zod';
import type { Memory } from './card-state.ts';
import { allRatings, type Rating, ratings } from './rating.ts';

/** The 21 weights of FSRS-6. */
export const weightsSchema = z.array(z.number().finite()).length(21);
export type Weights = readonly number[];

/** FSRS-6's published default weights, as ts-fsrs ships them. */
export const defaultWeights: Weights = [...default_w];

/**
 * The memory model: FSRS-6 through ts-fsrs, called with elapsed study days only. Steps, fuzz, due and the
 * calendar are ours; ts-fsrs counts days between UTC dates, and a learner's day turns at 04:00 local.
 */
export type MemoryModel = {
  /** Memory after an answer. `before` is null for a new card; negative gaps count as 0. */
  next(before: Memory | null, elapsedDays: number, rating: Rating): Memory;
  /** Predicted chance of recall, 0 to 1. */
  recall(memory: Memory, elapsedDays: number): number;
  /** Days until recall falls to `desiredRetention`: whole, at least 1, at most `maximumDays`. */
  interval(stability: number, desiredRetention: number, maximumDays: number): number;
};

/**
 * Builds the model for a set of weights. ts-fsrs clips weights 17 and 18 when there is more than one
 * relearning step, which would tie memory to a setting; short-term memory is therefore always built for one.
 */
export function createMemoryModel(weights: Weights): MemoryModel {
  const parameters = generatorParameters({ w: [...weights], enable_fuzz: false, relearning_steps: ['10m'] });
  const algorithm = new FSRS(parameters);
  const modifiers = new Map<number, number>();
  const modifier = (retention: number): number => {
    let value = modifiers.get(retention);
    if (value === undefined) {
      value = algorithm.calculate_interval_modifier(retention);
      modifiers.set(retention, value);
    }
    return value;
  };
  return {
    next: (before, elapsedDays, rating) => {
      const { stability, difficulty } = algorithm.next_state(before, Math.max(0, elapsedDays), rating);
      return { stability, difficulty };
    },
    recall: (memory, elapsedDays) =>
      forgetting_curve(parameters.w, Math.max(0, elapsedDays), memory.stability),
    interval: (stability, desiredRetention, maximumDays) =>
      Math.min(Math.max(1, Math.round(stability * modifier(desiredRetention))), maximumDays),
  };
}

/** Intervals of a passed review must grow with the rating: Hard ≤ Good < Easy and Hard < Good where the cap allows. */
export function orderIntervals(
  intervals: Readonly<Record<Rating, number>>,
  maximumDays: number,
): Record<Rating, number> {
  const hard = Math.min(intervals[ratings.hard], intervals[ratings.good]);
  const good = Math.max(intervals[ratings.good], hard + 1);
  const easy = Math.max(intervals[ratings.easy], good + 1);
  const cap = (days: number): number => Math.min(days, maximumDays);
  return { 1: cap(intervals[1]), 2: cap(hard), 3: cap(good), 4: cap(easy) };
}

/** Makes a value for each rating. */
export function forEachRating<T>(make: (rating: Rating) => T): Record<Rating, T> {
  const [again, hard, good, easy] = allRatings;
  return { 1: make(again), 2: make(hard), 3: make(good), 4: make(easy) };
}
