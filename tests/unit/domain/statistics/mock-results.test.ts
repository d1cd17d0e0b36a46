import { describe, expect, test } from 'vitest';
import {
  type MockDecision,
  type MockResult,
  readMockResults,
} from '../../../../src-shared/domain/statistics/mock-results.ts';
import { mockResult, times } from '../../../helpers/answers.ts';

function decisions(count: number, right: number, change: Partial<MockDecision> = {}): MockDecision[] {
  return times(count, index => ({ topic: 'caching', right: index < right, confidence: null, ...change }));
}

const read = (...results: Partial<MockResult>[]) => readMockResults(results.map(mockResult));

describe('mock interviews', () => {
  test('every attempt stands in the list, and repeats count for nothing else', () => {
    const first = { attemptId: 'a', total: 40, topics: [{ topic: 'caching', points: 4, of: 10 }] };
    const again = {
      attemptId: 'b',
      total: 90,
      topics: [{ topic: 'caching', points: 9, of: 10 }],
      repeat: true,
    };
    const { attempts, topics } = read(first, again);
    expect(attempts).toMatchObject([
      { attemptId: 'a', total: 40, repeat: false },
      { attemptId: 'b', total: 90, repeat: true },
    ]);
    expect(topics).toEqual([
      { topic: 'caching', points: 4, of: 10, right: { have: 0, need: 10, value: null } },
    ]);
  });

  test('points of a topic are summed over attempts, its decisions told from ten on', () => {
    const topic = (points: number, of: number) => [{ topic: 'caching', points, of }];
    const { topics } = read(
      { topics: topic(5, 20), decisions: decisions(6, 3) },
      { topics: topic(10, 10), decisions: [...decisions(4, 4), ...decisions(9, 9, { topic: 'storage' })] },
    );
    expect(topics).toMatchObject([{ points: 15, of: 30, right: { value: { hits: 7, of: 10 } } }]);
  });

  test('time is told by phase and length, beside what was suggested', () => {
    const { phases } = read(
      { minutes: 35, phases: [{ phase: 'clarify', minutes: 6 }] },
      {
        minutes: 35,
        phases: [
          { phase: 'clarify', minutes: 1 },
          { phase: 'data', minutes: 8 },
          { phase: 'clarify', minutes: 1 },
        ],
      },
      { minutes: 12, phases: [{ phase: 'clarify', minutes: 3 }] },
    );
    expect(phases.map(({ minutes, attempts }) => [minutes, attempts])).toEqual([
      [35, 2],
      [12, 1],
    ]);
    expect(phases[0]?.phases).toHaveLength(8);
    expect(phases[0]?.phases[0]).toEqual({ phase: 'clarify', minutes: 4, suggested: 4 });
    expect(phases[0]?.phases[3]).toEqual({ phase: 'data', minutes: 4, suggested: 5 });
    expect(phases[1]?.phases[0]).toEqual({ phase: 'clarify', minutes: 3, suggested: 2 });
  });

  test('without any there is nothing', () => {
    expect(read()).toEqual({
      attempts: [],
      topics: [],
      phases: [],
      confidence: { have: 0, need: 20, value: null },
    });
  });
});

describe('confidence', () => {
  test('is held against what happened, level by level', () => {
    const { confidence } = read({
      decisions: [
        ...decisions(10, 6, { confidence: 'low' }),
        ...decisions(10, 9, { confidence: 'high' }),
        ...decisions(5, 5),
      ],
    });
    expect(confidence.value?.levels).toMatchObject([
      { level: 'low', stated: 0.5, happened: { hits: 6, of: 10 } },
      { level: 'medium', stated: 0.7, happened: { of: 0, share: null } },
      { level: 'high', stated: 0.9, happened: { hits: 9, of: 10 } },
    ]);
    // 10 × 0.25, 9 × 0.01 and 0.81, over 20.
    expect(confidence.value?.brier).toBeCloseTo(0.17, 12);
    expect(confidence.value?.sameLevel).toBe(false);
  });

  test('of one level in nine tenths of the last twenty is a habit, whatever came before', () => {
    const early = decisions(20, 10, { confidence: 'low' });
    const late = (high: number) => [
      ...decisions(20 - high, 0, { confidence: 'medium' }),
      ...decisions(high, high, { confidence: 'high' }),
    ];
    expect(read({ decisions: [...early, ...late(18)] }).confidence.value?.sameLevel).toBe(true);
    expect(read({ decisions: [...early, ...late(17)] }).confidence.value?.sameLevel).toBe(false);
  });

  test('is withheld under twenty decisions', () => {
    const { confidence } = read({ decisions: decisions(19, 10, { confidence: 'low' }) });
    expect(confidence).toEqual({ have: 19, need: 20, value: null });
  });
});
