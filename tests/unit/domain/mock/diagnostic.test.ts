import { describe, expect, test } from 'vitest';
import { topics } from '../../../../src-shared/domain/ids.ts';
import { drawDiagnostic, readRound } from '../../../../src-shared/domain/mock/diagnostic.ts';
import { judgeQuick, type QuickDecision } from '../../../../src-shared/domain/mock/quick.ts';
import type { OptionId } from '../../../../src-shared/domain/rules/decisions.ts';

const questions = drawDiagnostic(1);
const best = (question: QuickDecision): OptionId => judgeQuick(question, '').best[0] ?? '';
/** Everything right but what `instead` answers otherwise. */
const read = (instead: (question: QuickDecision) => OptionId | null | undefined = () => undefined) =>
  readRound(
    questions.map(question => {
      const other = instead(question);
      return { question, chosen: other === undefined ? best(question) : other };
    }),
  );

test('ten decisions that cover the six topics, the same for the same seed', () => {
  for (let seed = 0; seed < 30; seed++) {
    const drawn = drawDiagnostic(seed);
    expect(drawn.length).toBe(10);
    expect(
      readRound(drawn.map(question => ({ question, chosen: best(question) }))).topics.map(
        ({ topic }) => topic,
      ),
    ).toEqual(topics);
  }
  expect(drawDiagnostic(1)).toEqual(questions);
  expect(drawDiagnostic(2)).not.toEqual(questions);
});

test('all right: full topics, nothing to say and nothing to mend', () => {
  const reading = read();
  expect(reading).toMatchObject({ answered: 10, right: 10, sentence: null, mend: [] });
  expect(reading.topics.every(({ right, of }) => right === of)).toBe(true);
});

describe('the sentence is about what went wrong most, and true', () => {
  test('sharding early', () => {
    const reading = read(({ decision }) => (decision === 'sharding' ? 'shard' : undefined));
    expect(reading.sentence).toBe('You reach for sharding early: 2 of 3 fitted one database.');
    expect(reading).toMatchObject({ right: 8, mend: ['scale.math', 'throughput.database'] });
    expect(reading.topics.find(({ topic }) => topic === 'scaling')).toEqual({
      topic: 'scaling',
      right: 1,
      of: 3,
    });
  });

  test('one database too long', () => {
    const reading = read(({ decision }) => (decision === 'sharding' ? 'none' : undefined));
    expect(reading.sentence).toBe('You stay on one database too long: 1 of 3 had outgrown it.');
  });

  test('old values too easily, told before a single other slip', () => {
    const reading = read(({ decision }) => (decision === 'consistency' ? 'eventual' : undefined));
    expect(reading.sentence).toBe(
      'You settle for eventual consistency too easily: in 1 of 2 an old value would have done harm.',
    );
    expect(reading.mend).toEqual(['consistency.strong', 'consistency.eventual']);
  });

  test('a decision without a default', () => {
    const reading = read(question =>
      question.decision === 'latency-budget'
        ? question.options.find(({ id }) => id !== best(question))?.id
        : undefined,
    );
    expect(reading.sentence).toBe('You misjudge latency budgets: 1 of 1 came out differently when added up.');
    expect(reading.mend.every(id => id.startsWith('latency.'))).toBe(true);
  });

  test('what went wrong twice comes before what went wrong once; its defaults are mended first', () => {
    const reading = read(({ decision }) =>
      decision === 'sharding' ? 'shard' : decision === 'caching' ? 'none' : undefined,
    );
    expect(reading.sentence).toContain('sharding');
    expect(reading.mend).toEqual(['scale.math', 'throughput.database', 'cache.aside']);
  });
});

test('what was left open counts for nothing', () => {
  expect(read(({ decision }) => (decision === 'sharding' ? null : undefined))).toMatchObject({
    answered: 7,
    right: 7,
    sentence: null,
  });
});
