import { describe, expect, test } from 'vitest';
import type { Mastery } from '../../../../src-shared/domain/statistics/mastery.ts';
import { type Advice, compareRecallAndUse } from '../../../../src-shared/domain/statistics/recall-and-use.ts';
import { mockResult, times } from '../../../helpers/answers.ts';

function mastered(met: number, recall: number | null, topic = 'caching'): Mastery {
  return { id: 'x', name: 'X', topic, cards: 10, met, recall, recallLater: null, standing: 'firm' };
}

function mock(right: number, of: number, repeat = false) {
  const decisions = times(of, index => ({ topic: 'caching', right: index < right, confidence: null }));
  return mockResult({ decisions, repeat });
}

describe('recall against use', () => {
  test('sets mean recall over the cards of a topic beside the decisions of first attempts', () => {
    const mastery = [mastered(2, 0.9), mastered(6, 0.7), mastered(0, null), mastered(9, 0.1, 'storage')];
    const [caching] = compareRecallAndUse(
      ['caching'],
      mastery,
      [mock(3, 6), mock(4, 6), mock(9, 9, true)],
      0.9,
    );
    expect(caching).toMatchObject({ cards: 8, decisions: { hits: 7, of: 12 } });
    // (2 × 0.9 + 6 × 0.7) ÷ 8
    expect(caching?.recall).toBeCloseTo(0.75, 12);
  });

  test.each<[string, Advice, number, number]>([
    ['what is forgotten is drilled', 'drill', 0.85, 10],
    ['and that comes first where it is not used either', 'drill', 0.85, 2],
    // 12 of 20: at most 0.78.
    ['what is known and not used is applied', 'apply', 0.95, 12],
    // 18 of 20: 0.7 to 0.97.
    ['a gap that chance explains is none', 'keep', 0.95, 18],
  ])('%s', (_name, advice, recall, right) => {
    const [caching] = compareRecallAndUse(['caching'], [mastered(8, recall)], [mock(right, 20)], 0.9);
    expect(caching?.advice).toBe(advice);
  });

  test.each([
    ['under five cards', 4, 20],
    ['under ten decisions', 5, 9],
    ['without any', 0, 0],
  ])('says nothing %s', (_name, met, of) => {
    const mastery = [mastered(met, met === 0 ? null : 0.5)];
    const [caching] = compareRecallAndUse(['caching'], mastery, [mock(0, of)], 0.9);
    expect(caching).toMatchObject({ advice: null, cards: met, needs: { cards: 5, decisions: 10 } });
  });
});
