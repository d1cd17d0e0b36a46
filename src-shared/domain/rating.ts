import { z } from 'zod';

/** The four answers of FSRS, by their numbers there. */
export const ratings = { again: 1, hard: 2, good: 3, easy: 4 } as const;
export const ratingSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Rating = z.infer<typeof ratingSchema>;
type RatingName = keyof typeof ratings;

/** All ratings from worst to best. */
export const allRatings = [1, 2, 3, 4] as const satisfies readonly Rating[];
/** Their names, in the same order. */
export const ratingNames = ['again', 'hard', 'good', 'easy'] as const satisfies readonly RatingName[];

const names = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const satisfies Record<Rating, RatingName>;

/** The name of a rating, e.g. `good` for 3. */
export function nameRating(rating: Rating): RatingName {
  return names[rating];
}

/** Reads `again`, `hard`, `good`, `easy` or `1` to `4`; null for anything else. */
export function parseRating(text: string): Rating | null {
  const byName = ratingNames.find(name => name === text.toLowerCase());
  if (byName) return ratings[byName];
  return allRatings.find(rating => String(rating) === text) ?? null;
}
