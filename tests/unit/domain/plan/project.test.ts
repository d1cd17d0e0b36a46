import { expect, test } from 'vitest';
import { defaultSettings } from '../../../../src-shared/domain/default-settings.ts';
import { createMemoryModel, defaultWeights } from '../../../../src-shared/domain/memory.ts';
import { type PlanCard, planDay } from '../../../../src-shared/domain/plan/plan-day.ts';
import { projectPlan } from '../../../../src-shared/domain/plan/project.ts';

const model = createMemoryModel(defaultWeights);
const basis = { settings: defaultSettings, model, secondsPerAnswer: 15 };
const cards: PlanCard[] = Array.from({ length: 120 }, (_, position) =>
  position < 50
    ? { memory: { stability: 2 + position, difficulty: 5 }, elapsedDays: 1 + (position % 9), position }
    : { memory: null, elapsedDays: 0, position },
);

test('a projection leaves its cards alone and is the same each time', () => {
  const before = structuredClone(cards);
  const first = projectPlan(cards, 14, 15, basis);
  expect(cards).toEqual(before);
  expect(projectPlan(cards, 14, 15, basis)).toEqual(first);
});

test('the plan’s recall is the mean of the cards’, and more minutes give more', () => {
  const [few, some, many] = [5, 15, 40].map(minutes => projectPlan(cards, 14, minutes, basis));
  for (const each of [few, some, many]) {
    const sum = each?.recalls.reduce((total, recall) => total + recall, 0) ?? 0;
    expect(each?.recallWith).toBeCloseTo(sum / cards.length, 10);
  }
  expect(some?.recallWith).toBeGreaterThan(few?.recallWith ?? 1);
  expect(many?.recallWith).toBeGreaterThan(some?.recallWith ?? 1);
});

test('the first day is today’s plan, and every day keeps to its minutes and its mock', () => {
  const { days } = projectPlan(cards, 14, 15, basis);
  expect(days.map(({ daysLeft }) => daysLeft)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  const today = planDay(cards, 14, 15 * 60, basis);
  const [first] = days;
  expect((first?.reviews ?? 0) + (first?.newCards ?? 0)).toBeCloseTo(today.length, 10);
  // A card that is forgotten takes its steps, and a day may end within one.
  for (const { cardMinutes, mockMinutes } of days) expect(cardMinutes + mockMinutes).toBeLessThan(15 * 1.35);
  expect(days.filter(({ mockMinutes }) => mockMinutes > 0).map(({ daysLeft }) => daysLeft)).toEqual([
    13, 10, 6, 3,
  ]);
});

test('minutes that are gone today are not planned again', () => {
  const [first] = projectPlan(cards, 14, 15, basis, { cardMinutesToday: 15 }).days;
  expect(first).toMatchObject({ reviews: 0, newCards: 0, cardMinutes: 0 });
});

test('a deck without cards has a plan with nothing in it', () => {
  expect(projectPlan([], 2, 10, basis)).toMatchObject({ recalls: [], recallWith: 0 });
});
