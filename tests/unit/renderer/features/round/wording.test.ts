import { expect, test } from 'vitest';
import {
  describeCards,
  describeMended,
  describePlace,
  describeRight,
  describeTopic,
} from '../../../../../src-renderer/features/round/wording.ts';

test.each([
  [0, 10, 0, 'Decision 1 of 10'],
  [9, 10, 7, 'Decision 10 of 10, 7 right'],
  [0, null, 0, 'Decision 1'],
  [4, null, 1, 'Decision 5, 1 right'],
])('place %i of %s with %i right', (index, of, right, text) => {
  expect(describePlace(index, { of, right })).toBe(text);
});

test.each([
  [0, 0, 10, 'Nothing was answered in time.'],
  [1, 1, 0, 'One decision, and it held.'],
  [1, 0, 9, 'One decision, and it did not hold. 9 were not reached.'],
  [10, 10, 0, 'All 10 held.'],
  [9, 6, 1, '6 of 9 held. One was not reached.'],
  [3, 0, 0, '0 of 3 held.'],
])('%i answered, %i right, %i not reached', (answered, right, unreached, text) => {
  expect(describeRight({ answered, right, unreached })).toBe(text);
});

test('a topic', () => {
  expect(describeTopic({ right: 0, of: 0 })).toBe('not asked');
  expect(describeTopic({ right: 1, of: 3 })).toBe('1 of 3 right');
});

test('cards, counted', () => {
  expect([1, 2, 10].map(describeCards)).toEqual([
    'One card that would mend it',
    'Two cards that would mend it',
    'Ten cards that would mend it',
  ]);
  expect([1, 10].map(describeMended)).toEqual([
    'Done: 1 card comes first in your next review.',
    'Done: 10 cards come first in your next review.',
  ]);
});
