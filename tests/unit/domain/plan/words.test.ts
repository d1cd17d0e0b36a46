import { expect, test } from 'vitest';
import { describePlan } from '../../../../src-shared/domain/plan/words.ts';
import type { Plan } from '../../../../src-shared/ipc/plan-contract.ts';

const plan: Omit<Plan, 'says'> = {
  interviewDate: '2026-12-08',
  daysLeft: 14,
  minutesPerDay: 20,
  cards: 237,
  today: { reviews: 5, newCards: 10, mockMinutes: 0 },
  recall: { now: 0.412, without: 0.3, with: 0.996 },
  notReady: { defaults: [], cards: 0, neverMet: 0 },
  advice: null,
  days: [],
};
const unready = ['A', 'B', 'C', 'D', 'E', 'F'].map(name => ({ id: name, name, recall: 0.5 }));

test('what to expect, never as a certainty', () => {
  expect(describePlan(plan)).toEqual([
    'With 20 minutes a day you will know about 99 % of the cards on the day. Now it is 41 %; without more study it would be 30 %.',
    'Everything will be ready by then: each card is known with 80 % or more.',
  ]);
});

test.each([
  [1, 'Not ready by then: A (50 %).'],
  [2, 'Not ready by then: A (50 %) and B (50 %).'],
  [4, 'Not ready by then: A (50 %), B (50 %), C (50 %) and D (50 %).'],
  [6, 'Not ready by then: A (50 %), B (50 %), C (50 %), D (50 %) and 2 more.'],
])('%i defaults that are not ready', (count, sentence) => {
  const notReady = { defaults: unready.slice(0, count), cards: 0, neverMet: 0 };
  expect(describePlan({ ...plan, notReady })[1]).toBe(sentence);
});

test('cards without room, and cards that may slip', () => {
  expect(describePlan({ ...plan, notReady: { defaults: [], cards: 1, neverMet: 12 } }).slice(1)).toEqual([
    'There is no room to meet 12 cards before the day.',
    '1 card that you will have met may still slip.',
  ]);
});

test.each([
  [10, '10 minutes a day would do nearly as well: 93 %.'],
  [30, '30 minutes a day would bring it to 93 %.'],
])('advice: %i minutes', (minutes, sentence) => {
  expect(describePlan({ ...plan, advice: { minutes, recall: 0.93 } }).at(-1)).toBe(sentence);
});
