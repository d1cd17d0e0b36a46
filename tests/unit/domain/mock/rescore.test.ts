import { expect, test } from 'vitest';
import { compareVerdicts, writeChange } from '../../../../src-shared/domain/mock/rescore.ts';
import { scoreAttempt } from '../../../../src-shared/domain/mock/score.ts';
import { bots, playBot } from '../../../helpers/mock-bots.ts';
import { readBuiltInPrompt } from '../../../helpers/mock-prompts.ts';

const prompt = readBuiltInPrompt('ticket-shop');
const old = scoreAttempt(prompt, { events: playBot(prompt, bots.random) });

test('the same verdict has no changes', () => {
  expect(compareVerdicts(old, old)).toMatchObject({
    totals: { before: old.total, after: old.total },
    changes: [],
  });
});

test('each decision that stands or counts otherwise is a change, and so is one that is gone or new', () => {
  const [first, second, third, ...rest] = old.decisions;
  if (!first || !second || !third) throw new Error('too few decisions');
  const fresh = {
    rulesVersion: old.rulesVersion + 1,
    total: 50,
    decisions: [{ ...first, standing: 'best' as const, credit: 0.5 }, third, { ...first, stage: 2 }, ...rest],
  };
  const { versions, totals, changes } = compareVerdicts(
    { ...old, decisions: [{ ...first, standing: 'wrong', credit: 0 }, second, third, ...rest] },
    fresh,
  );
  expect(versions).toEqual({ before: old.rulesVersion, after: old.rulesVersion + 1 });
  expect(totals).toEqual({ before: old.total, after: 50 });
  expect(changes.map(({ before, after }) => [before?.standing ?? null, after?.standing ?? null])).toEqual([
    ['wrong', 'best'],
    [second.standing, null],
    [null, first.standing],
  ]);
  expect(changes.slice(0, 1).map(one => writeChange(prompt, one))).toEqual([
    'Browsing concerts, caching: wrong (0) before, best (0.5) now.',
  ]);
  expect(changes.slice(2).map(one => writeChange(prompt, one))[0]).toContain(
    'Browsing concerts, caching, after “Forty seats in the front row”: not scored before, ',
  );
});

test('a change is told in words, and its credit to two decimals', () => {
  const [first] = old.decisions;
  if (!first) throw new Error('no decisions');
  const { stage, part, decision } = first;
  const before = { standing: 'unasked', credit: 0.4 * 0.8 } as const;
  const change = { stage, part, decision, before, after: { standing: 'missing', credit: 0 } } as const;
  expect(writeChange(prompt, change)).toContain('right for what was known (0.32) before, left open (0) now.');
});
