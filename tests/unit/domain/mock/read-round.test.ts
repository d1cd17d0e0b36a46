import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topics } from '../../../../src-shared/domain/ids.ts';
import { drawDiagnostic } from '../../../../src-shared/domain/mock/diagnostic.ts';
import {
  drawQuickDecision,
  judgeQuick,
  type QuickDecision,
} from '../../../../src-shared/domain/mock/quick.ts';
import { readRound, recordAnswer } from '../../../../src-shared/domain/mock/read-round.ts';
import type { RoundAnswer } from '../../../../src-shared/domain/mock/round-answer.ts';
import { decide } from '../../../../src-shared/domain/rules/decide.ts';
import type { OptionId } from '../../../../src-shared/domain/rules/decisions.ts';

const questions = drawDiagnostic(1);
const best = (question: QuickDecision): OptionId => judgeQuick(question, '').best[0] ?? '';
const answerWith = (question: QuickDecision, option: OptionId): RoundAnswer =>
  recordAnswer(question, option, judgeQuick(question, option));
/** Everything right but what `instead` answers otherwise; null leaves it open. */
const read = (instead: (question: QuickDecision) => OptionId | null | undefined = () => undefined) =>
  readRound(
    questions.flatMap(question => {
      const other = instead(question);
      return other === null ? [] : [answerWith(question, other ?? best(question))];
    }),
  );

test('all right: full topics, nothing to say and nothing to mend', () => {
  const reading = read();
  expect(reading).toMatchObject({ answered: 10, right: 10, sentence: null, mend: [] });
  expect(reading.topics.every(({ right, of }) => right === of)).toBe(true);
});

describe('the sentence is about what went wrong most', () => {
  test('sharding early', () => {
    const reading = read(({ decision }) => (decision === 'sharding' ? 'shard' : undefined));
    expect(reading.sentence).toBe('You reached for sharding early: 2 of 3 fitted one database.');
    expect(reading).toMatchObject({ right: 8, mend: ['scale.math', 'throughput.database'] });
    expect(reading.topics.find(({ topic }) => topic === 'scaling')).toEqual({
      topic: 'scaling',
      right: 1,
      of: 3,
    });
  });

  test('one database too long', () => {
    const reading = read(({ decision }) => (decision === 'sharding' ? 'none' : undefined));
    expect(reading.sentence).toBe('You stayed on one database too long: 1 of 3 had outgrown it.');
  });

  test('old values too easily, told before a single other slip', () => {
    const reading = read(({ decision }) => (decision === 'consistency' ? 'eventual' : undefined));
    expect(reading.sentence).toBe(
      'You settled for eventual consistency too easily: 1 of 2 could not bear an old value or a lost write.',
    );
    expect(reading.mend).toEqual(['consistency.strong', 'consistency.eventual']);
  });

  test('a decision without a default, met once', () => {
    const reading = read(question =>
      question.decision === 'latency-budget'
        ? question.options.find(({ id }) => id !== best(question))?.id
        : undefined,
    );
    expect(reading.sentence).toBe(
      'You misjudged latency budgets: that one came out differently when added up.',
    );
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
  const nothing = readRound([]);
  expect(nothing).toMatchObject({ answered: 0, right: 0, sentence: null, mend: [] });
  expect(nothing.topics).toEqual(topics.map(topic => ({ topic, right: 0, of: 0 })));
});

/** What each sentence claims of an answer: whether it went that way, and whether that was wrong. Told from the rules alone. */
type Claim = { way(chosen: OptionId): boolean; wrong(best: readonly OptionId[]): boolean; decision: string };
const keeps = (decision: string, option: OptionId): Claim => ({
  decision,
  way: chosen => chosen === option,
  wrong: held => !held.includes(option),
});
const leaves = (decision: string, option: OptionId): Claim => ({
  decision,
  way: chosen => chosen !== option,
  wrong: held => held.includes(option),
});
const misjudges = (decision: string, option: OptionId): Claim => ({
  decision,
  way: chosen => chosen !== option,
  wrong: held => !held.includes(option),
});
const claims: readonly [RegExp, Claim][] = [
  [/^You left plain HTTP early: (.+) needed nothing more\.$/, leaves('protocol', 'http')],
  [/^You stayed with plain HTTP too long: (.+) needed something else\.$/, keeps('protocol', 'http')],
  [/^You reached for sharding early: (.+) fitted one database\.$/, leaves('sharding', 'none')],
  [/^You stayed on one database too long: (.+) had outgrown it\.$/, keeps('sharding', 'none')],
  [/^You reached for a cache early: (.+) did better without\.$/, leaves('caching', 'none')],
  [/^You went without a cache too long: (.+) needed one\.$/, keeps('caching', 'none')],
  [
    /^You reached for strong consistency early: (.+) could bear an old value for a while\.$/,
    leaves('consistency', 'eventual'),
  ],
  [
    /^You settled for eventual consistency too easily: (.+) could not bear an old value or a lost write\.$/,
    keeps('consistency', 'eventual'),
  ],
  [
    /^You reached for NoSQL early: (.+) belonged in a relational database\.$/,
    leaves('storage', 'relational'),
  ],
  [
    /^You stayed with the relational database too long: (.+) belonged elsewhere\.$/,
    keeps('storage', 'relational'),
  ],
  [
    /^You misjudged latency budgets: (.+) came out differently when added up\.$/,
    { decision: 'latency-budget', way: () => true, wrong: () => true },
  ],
  [/^You guarded against a stampede early: (.+) needed no protection\.$/, leaves('stampede', 'none')],
  [/^You left stampedes unguarded: (.+) needed protection\.$/, keeps('stampede', 'none')],
  [/^You planned nothing for a cache outage: (.+) needed a plan\.$/, keeps('cache-outage', 'none')],
  [/^You gave up availability early: (.+) could stay available\.$/, leaves('partition', 'availability')],
  [/^You kept availability too long: (.+) had to stay consistent\.$/, keeps('partition', 'availability')],
  [/^You put consistency before latency early: (.+) could bear an old value\.$/, leaves('else', 'latency')],
  [/^You put latency first too long: (.+) could not bear an old value\.$/, keeps('else', 'latency')],
  [/^You left REST early: (.+) needed nothing else\.$/, leaves('api-style', 'rest')],
  [/^You stayed with REST too long: (.+) called for something else\.$/, keeps('api-style', 'rest')],
  [/^You left normalised tables early: (.+) needed nothing else\.$/, leaves('read-shape', 'normalized')],
  [
    /^You stayed with normalised tables too long: (.+) called for something else\.$/,
    keeps('read-shape', 'normalized'),
  ],
  [/^You left a B-tree index early: (.+) needed nothing else\.$/, leaves('index', 'btree')],
  [/^You stayed with a B-tree index too long: (.+) called for something else\.$/, keeps('index', 'btree')],
  [/^You left offset pages early: (.+) needed nothing else\.$/, leaves('pagination', 'offset')],
  [
    /^You stayed with offset pages too long: (.+) called for something else\.$/,
    keeps('pagination', 'offset'),
  ],
  [
    /^You left delete or update on write early: (.+) needed nothing else\.$/,
    leaves('invalidation', 'delete-or-update'),
  ],
  [/^You left hash modulo shards early: (.+) needed nothing else\.$/, leaves('shard-scheme', 'hash-modulo')],
  [
    /^You stayed with hash modulo shards too long: (.+) called for something else\.$/,
    keeps('shard-scheme', 'hash-modulo'),
  ],
  [
    /^You misjudged the shard key: (.+) called for another option\.$/,
    { decision: 'shard-key', way: () => true, wrong: () => true },
  ],
  [/^You misjudged the protocol: (.+) called for another option\.$/, misjudges('protocol', 'http')],
  [/^You misjudged the pagination: (.+) called for another option\.$/, misjudges('pagination', 'offset')],
  [
    /^You misjudged the stampede protection: (.+) called for another option\.$/,
    misjudges('stampede', 'none'),
  ],
];

describe('for any answers whatever', () => {
  // Diagnostics, and the decisions of quick rounds: some as they come, some with the same one again and again.
  const seeds = Array.from({ length: 15 }, (_, seed) => drawDiagnostic(seed));
  const quick = Array.from({ length: 510 }, (_, n) => drawQuickDecision(5, n));
  for (let from = 0; from + 10 <= quick.length; from += 10) seeds.push(quick.slice(from, from + 10));
  for (const same of Map.groupBy(quick, ({ decision }) => decision).values()) {
    for (let from = 0; from + 10 <= same.length; from += 10) seeds.push(same.slice(from, from + 10));
  }
  const picks = fc.array(fc.nat(99), { minLength: 10, maxLength: 10 });

  test('the sentence is true by the rules, and null exactly where nothing was wrong', () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...seeds), picks, (drawn, numbers) => {
        const chosen = drawn.map((question, index) => {
          const option = question.options[(numbers[index] ?? 0) % question.options.length]?.id ?? '';
          const keys = question.decision === 'shard-key' ? question.options.map(({ id }) => id) : [];
          const verdict = decide(question.facts, question.decision, keys);
          const holds = [...verdict.best, ...verdict.defensible].includes(option);
          return { question, option, best: verdict.best, holds };
        });
        const reading = readRound(chosen.map(({ question, option }) => answerWith(question, option)));
        expect(reading.right).toBe(chosen.filter(({ holds }) => holds).length);
        expect(reading.topics.reduce((sum, { of }) => sum + of, 0)).toBe(10);
        expect(reading.topics.reduce((sum, { right }) => sum + right, 0)).toBe(reading.right);
        expect(reading.mend.length > 0).toBe(reading.right < 10);
        if (reading.right === 10) {
          expect(reading.sentence).toBeNull();
          return;
        }
        const sentence = reading.sentence ?? '';
        const found = claims.find(([pattern]) => pattern.test(sentence));
        if (!found) throw new Error(`claims nothing that is known: ${sentence}`);
        const [pattern, { decision, way, wrong }] = found;
        const taken = chosen.filter(one => one.question.decision === decision && way(one.option));
        const missed = taken.filter(one => !one.holds && wrong(one.best));
        const count = taken.length === 1 ? 'that one' : `${missed.length} of ${taken.length}`;
        expect(missed.length).toBeGreaterThan(0);
        expect(pattern.exec(sentence)?.[1]).toBe(count);
        told.add(pattern.source);
      }),
      { numRuns: 1500, seed: 7 },
    );
    // Every kind of sentence came up, so that each was put to the test.
    expect(claims.map(([{ source }]) => source).filter(source => !told.has(source))).toEqual([]);
  });
});
