import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askDecision, drawQuickDecision, judgeQuick } from '../../../../src-shared/domain/mock/quick.ts';
import { decide } from '../../../../src-shared/domain/rules/decide.ts';
import { decisionIds } from '../../../../src-shared/domain/rules/decisions.ts';

const rounds = Array.from({ length: 20 }, (_, seed) =>
  Array.from({ length: 15 }, (_, n) => drawQuickDecision(seed, n)),
);
const all = rounds.flat();

test('the same seed and place give the same decision, others give others', () => {
  expect(drawQuickDecision(3, 4)).toEqual(drawQuickDecision(3, 4));
  expect(new Set(all.map(one => JSON.stringify(one))).size).toBeGreaterThan(all.length * 0.98);
});

test('a round goes through every decision before one comes again', () => {
  for (const seed of [1, 2, 3]) {
    const lap = decisionIds.map((_, n) => drawQuickDecision(seed, n).decision);
    expect(new Set(lap).size).toBe(decisionIds.length);
    const next = decisionIds.map((_, n) => drawQuickDecision(seed, n + decisionIds.length).decision);
    expect(new Set(next).size).toBe(decisionIds.length);
    expect(next).not.toEqual(lap);
  }
});

test('the facts that are told settle the answer, each with its sentence', () => {
  for (const { facts, decision, options, told } of all) {
    const verdict = decide(
      facts,
      decision,
      options.map(({ id }) => id),
    );
    expect(verdict.best.length).toBeGreaterThan(0);
    expect(verdict.settled).toBe(true);
    expect(told.length).toBe(Object.values(facts).filter(value => value !== undefined).length);
    expect(options.length).toBeGreaterThan(1);
    expect(verdict.best.length).toBeLessThan(options.length);
  }
});

test('exactly the options that hold are best or defensible, and a wrong one is told why', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.nat(), (question, at) => {
      const chosen = question.options[at % question.options.length]?.id ?? '';
      const verdict = judgeQuick(question, chosen);
      expect(verdict.standing === 'best').toBe(verdict.best.includes(chosen));
      expect(verdict.against === null).toBe(verdict.standing !== 'wrong');
      expect(verdict.because).not.toBe('');
      expect(verdict.defaults).not.toEqual([]);
      expect(verdict.marks.length === 0).toBe(verdict.standing === 'best');
    }),
    { numRuns: 500 },
  );
});

test('a miss marks the default of the right option and of the chosen one', () => {
  const question = all.find(
    ({ decision, facts }) => decision === 'protocol' && decide(facts, decision).best.includes('sse'),
  );
  if (!question) throw new Error('no push drawn');
  const verdict = judgeQuick(question, 'websockets');
  expect(verdict.marks).toEqual(['protocol.sse', 'protocol.websockets']);
});

test('every decision is asked in its own words', () => {
  expect(new Set(decisionIds.map(askDecision)).size).toBe(decisionIds.length);
});

test('of several options that hold, the one that was chosen is explained', () => {
  const question = all.find(
    ({ decision, facts }) => decision === 'stampede' && decide(facts, decision).best.length > 1,
  );
  if (!question) throw new Error('no question has two best options');
  expect(judgeQuick(question, 'locking').because).toContain('while the others wait');
  expect(judgeQuick(question, 'early-recompute').because).toContain('before it expires');
  // Where the choice does not hold, one that does is.
  expect(judgeQuick(question, 'none').because).toContain('while the others wait');
});
