import { expect, test } from 'vitest';
import { fitLimits, prepareFit } from '../../../../src-shared/domain/fit/prepare.ts';
import {
  collectSequences,
  listReviewDays,
  predictReviews,
} from '../../../../src-shared/domain/fit/sequence.ts';
import { createMemoryModel, defaultWeights } from '../../../../src-shared/domain/memory.ts';
import type { Rating } from '../../../../src-shared/domain/rating.ts';

const rated = (cardId: string, day: number, rating: Rating, isFirst = false) => ({
  cardId,
  day,
  rating,
  isFirst,
});

test('a sequence begins with an answer without memory and ends where memory is broken', () => {
  const sequences = collectSequences([
    rated('a', 1, 3, true),
    rated('known', 1, 3),
    rated('b', 1, 1, true),
    rated('a', 3, 3),
    { cardId: 'a', isBreak: true },
    rated('a', 5, 3),
    rated('b', 2, 3),
    rated('a', 9, 2, true),
  ]);
  expect(sequences).toEqual([
    [
      { day: 1, rating: 3 },
      { day: 3, rating: 3 },
    ],
    [
      { day: 1, rating: 1 },
      { day: 2, rating: 3 },
    ],
    [{ day: 9, rating: 2 }],
  ]);
});

test('reviews of the same day are steps, not predictions', () => {
  const model = createMemoryModel(defaultWeights);
  const sequence = [
    { day: 1, rating: 3 as const },
    { day: 1, rating: 3 as const },
    { day: 4, rating: 1 as const },
  ];
  const held = model.next(model.next(null, 0, 3), 0, 3);
  expect(predictReviews(sequence, model)).toEqual([
    { day: 4, recall: model.recall(held, 3), remembered: false },
  ]);
  expect(listReviewDays([sequence])).toEqual([4]);
});

const spreadOver = (reviews: number) => [
  Array.from({ length: reviews + 1 }, (_, day) => ({ day, rating: 3 as const })),
];

test.each([
  [fitLimits.fewest - 1, 'refused'],
  [fitLimits.fewest, 'initial'],
  [fitLimits.allWeights - 1, 'initial'],
  [fitLimits.allWeights, 'all'],
])('%i reviews: %s', (reviews, expected) => {
  const preparation = prepareFit(spreadOver(reviews));
  expect(preparation.kind === 'ready' ? preparation.scope : preparation.kind).toBe(expected);
  expect(preparation.reviews).toBe(reviews);
});

test('the latest fifth is held back', () => {
  expect(prepareFit(spreadOver(200))).toMatchObject({ cutDay: 161 });
});

test('reviews that all fall on one day leave nothing to learn from', () => {
  const pairs = Array.from({ length: 200 }, () => [
    { day: 1, rating: 3 as const },
    { day: 5, rating: 3 as const },
  ]);
  expect(prepareFit(pairs).kind).toBe('refused');
});
