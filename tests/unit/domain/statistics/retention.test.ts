import { describe, expect, test } from 'vitest';
import { createRetention } from '../../../../src-shared/domain/statistics/retention.ts';
import type { PastAnswer } from '../../../../src-shared/domain/statistics/trace.ts';
import { countAll, dayOf, pastAnswer, times } from '../../../helpers/answers.ts';
import { toCardId } from '../../../helpers/profile.ts';

const today = dayOf('2026-11-24');

/** Cards are about the topic that they are named by; those of another name are in no deck any more. */
const readRetention = (answers: readonly PastAnswer[]) => {
  const topicOf = (cardId: string): string | null => (/^(caching|storage)$/.test(cardId) ? cardId : null);
  return countAll(createRetention(today, 0.9, topicOf), answers);
};

/** So many reviews, of which the first `missed` were forgotten. */
function reviews(count: number, missed: number, change: Parameters<typeof pastAnswer>[0]): PastAnswer[] {
  return times(count, index => pastAnswer({ ...change, remembered: index >= missed }));
}

describe('true retention', () => {
  const answers = [
    ...reviews(20, 4, { date: '2026-11-22', intervalDays: 20, cardId: toCardId('caching') }),
    ...reviews(10, 1, { date: '2026-11-23', intervalDays: 21, cardId: toCardId('storage') }),
    ...reviews(20, 0, { date: '2026-11-24', intervalDays: 60, cardId: toCardId('caching') }),
    // What is no review, too old, or in no deck any more by topic.
    ...reviews(50, 50, { isReview: false }),
    ...reviews(50, 50, { date: '2026-05-31' }),
  ];
  const { value } = readRetention(answers);

  test('is split at an interval of 21 days', () => {
    expect(value?.overall).toMatchObject({
      young: { hits: 16, of: 20, share: 0.8 },
      mature: { hits: 29, of: 30 },
      all: { hits: 45, of: 50, share: 0.9 },
    });
  });

  test('is told by week, weeks without reviews too', () => {
    expect(value?.weeks).toHaveLength(26);
    expect(value?.weeks[0]).toMatchObject({ date: '2026-06-01', all: { of: 0, share: null } });
    expect(value?.weeks.slice(-2)).toMatchObject([
      { date: '2026-11-16', young: { of: 20 }, mature: { of: 0 } },
      { date: '2026-11-23', young: { of: 0 }, mature: { hits: 29, of: 30 } },
    ]);
  });

  test('is told by topic', () => {
    expect(value?.topics).toMatchObject([
      { topic: 'caching', hits: 36, of: 40 },
      { topic: 'storage', hits: 9, of: 10 },
    ]);
  });

  test('leaves cards of no deck out of the topics and in the whole', () => {
    const gone = readRetention(reviews(50, 0, { cardId: toCardId('gone') }));
    expect(gone.value).toMatchObject({ topics: [], overall: { all: { of: 50 } } });
  });

  test('is withheld under fifty reviews', () => {
    expect(readRetention(reviews(49, 0, {}))).toEqual({ have: 49, need: 50, value: null });
  });
});
