import { expect, test } from 'vitest';
import { type CardState, newCardState } from '../../../../src-shared/domain/card-state.ts';
import { defaultSettings } from '../../../../src-shared/domain/default-settings.ts';
import { planMoves } from '../../../../src-shared/domain/fit/reschedule.ts';
import { cardIdSchema } from '../../../../src-shared/domain/ids.ts';
import { createMemoryModel, defaultWeights } from '../../../../src-shared/domain/memory.ts';
import { addDays, studyDaySchema } from '../../../../src-shared/domain/study-day.ts';

const model = createMemoryModel(defaultWeights);
const today = studyDaySchema.parse(20_000);
const card = (name: string, change: Partial<CardState> = {}) => ({
  cardId: cardIdSchema.parse(name),
  state: {
    ...newCardState,
    phase: 'review' as const,
    memory: { stability: 10, difficulty: 5 },
    lastDay: addDays(today, -2),
    dueDay: addDays(today, 40),
    ...change,
  },
});
const move = (cards: ReturnType<typeof card>[]) => planMoves(cards, today, defaultSettings, model);

test('a card moves to the day that its memory now asks for', () => {
  const [moved] = move([card('a')]);
  const days = (moved?.dueDay ?? today) - today;
  expect(days).toBeGreaterThanOrEqual(5);
  expect(days).toBeLessThanOrEqual(11);
});

test.each([
  ['due today', { dueDay: today }],
  ['overdue', { dueDay: addDays(today, -3) }],
  ['in its steps', { phase: 'relearning' as const }],
  ['suspended', { suspended: true }],
  ['new', { ...newCardState }],
])('a card that is %s stays', (_name, change) => {
  expect(move([card('a', change)])).toEqual([]);
});

test('a card that is where it should be stays', () => {
  const [moved] = move([card('a')]);
  expect(move([card('a', { dueDay: moved?.dueDay ?? null })])).toEqual([]);
});

test('what would be overdue at once is spread over fourteen days, the best held first', () => {
  const cards = Array.from({ length: 100 }, (_, index) =>
    card(`c${index}`, {
      memory: { stability: 0.5 + index / 100, difficulty: 5 },
      lastDay: addDays(today, -10),
    }),
  );
  const moves = move(cards);
  expect(moves).toHaveLength(100);
  const perDay = new Map<number, number>();
  for (const { dueDay } of moves) perDay.set(dueDay - today, (perDay.get(dueDay - today) ?? 0) + 1);
  expect(Math.min(...perDay.keys())).toBe(1);
  expect(Math.max(...perDay.keys())).toBeLessThanOrEqual(14);
  expect(Math.max(...perDay.values())).toBeLessThanOrEqual(8);
  expect(moves.find(({ cardId }) => cardId === 'c99')?.dueDay).toBe(addDays(today, 1));
});
