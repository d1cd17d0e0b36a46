import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttemptEvent } from '../../../../src-shared/domain/mock/attempt.ts';
import { playAttempt } from '../../../../src-shared/domain/mock/play.ts';
import { listPushbacks, PUSHBACKS } from '../../../../src-shared/domain/mock/pushback.ts';
import { scoreAttempt } from '../../../../src-shared/domain/mock/score.ts';
import { costOf } from '../../../../src-shared/domain/rules/costs.ts';
import { expert, playBot } from '../../../helpers/mock-bots.ts';
import { readBuiltInPrompt, readBuiltInPrompts } from '../../../helpers/mock-prompts.ts';

const prompts = readBuiltInPrompts();
/** Knows everything, and has answered nothing that is asked back. */
const silent = { ...expert, knowsCosts: false };
const prompt = readBuiltInPrompt('ticket-shop');
const events = playBot(prompt, silent);
const twist = events.findIndex(({ type }) => type === 'twist');
const seed = 7;

/** The attempt with the pushbacks answered just before the first twist. */
function answer(cost: (right: string) => string, places = [0, 1, 2]): AttemptEvent[] {
  const asked = listPushbacks(prompt, playAttempt(prompt, events).challenged, seed);
  const answers = asked
    .filter((_, index) => places.includes(index))
    .map(({ part, decision, option }) => ({
      type: 'pushback' as const,
      ...{ part, decision, option, atMs: 0 },
      cost: cost(costOf(decision, option)?.id ?? ''),
    }));
  return [...events.slice(0, twist), ...answers, ...events.slice(twist)];
}

test('three are asked, each about an option that was not chosen, with its own cost among three', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...prompts), (drawn, one) => {
      const { challenged } = playAttempt(one, playBot(one, expert));
      const asked = listPushbacks(one, challenged, drawn);
      expect(asked.length).toBe(PUSHBACKS);
      expect(new Set(asked.map(({ part, decision }) => `${part} ${decision}`)).size).toBe(PUSHBACKS);
      for (const { part, decision, option, costs } of asked) {
        expect(challenged.get(`${part} ${decision}`)?.option).not.toBe(option);
        expect(costs.filter(({ id }) => id === costOf(decision, option)?.id).length).toBe(1);
        expect(new Set(costs.map(({ id }) => id)).size).toBe(3);
      }
      expect(listPushbacks(one, challenged, drawn)).toEqual(asked);
    }),
    { numRuns: 200 },
  );
});

test('what was asked is part of its decision: right costs keep all of it, others four fifths', () => {
  const whole = scoreAttempt(prompt, { seed, events: answer(right => right) });
  expect(whole.total).toBe(100);
  expect(whole.pushbacks.map(({ right }) => right)).toEqual([true, true, true]);
  const wrong = scoreAttempt(prompt, { seed, events: answer(() => 'whole-list') });
  const asked = wrong.decisions.filter(({ pushback }) => pushback !== null);
  expect(asked.map(({ credit, stage }) => [credit, stage])).toEqual(asked.map(() => [0.8, 0]));
  expect(asked.length).toBe(3);
  const lost = asked.reduce((sum, { part, decision }) => {
    const item = wrong.items.find(one => one.stage === 0 && one.label === `${part} ${decision}`);
    return sum + (item ? item.of - item.points : 0);
  }, 0);
  expect(wrong.total).toBeCloseTo(100 - lost / 100, 10);
});

test('an attempt without a seed is asked what it answers; one with a seed, all of them from the twists on', () => {
  expect(scoreAttempt(prompt, { events }).pushbacks).toEqual([]);
  expect(scoreAttempt(prompt, { events }).total).toBe(100);
  const unanswered = scoreAttempt(prompt, { seed, events });
  expect(unanswered.pushbacks.map(({ given, right }) => [given, right])).toEqual(
    Array(3).fill([null, false]),
  );
  expect(unanswered.total).toBeLessThan(100);
  const before: AttemptEvent[] = [...events.slice(0, twist), { type: 'submit', atMs: 0 }];
  expect(scoreAttempt(prompt, { seed, events: before }).pushbacks).toEqual([]);
  const begun: AttemptEvent[] = [...events.slice(0, twist), { type: 'phase', phase: 'twists', atMs: 0 }];
  expect(scoreAttempt(prompt, { seed, events: begun }).pushbacks.length).toBe(3);
});

test('what is changed after the question changes neither the question nor its answer', () => {
  const [first, ...rest] = answer(right => right).slice(twist, twist + 3);
  if (first?.type !== 'pushback') throw new Error('no pushback');
  const { part, decision, option } = first;
  const yielded: AttemptEvent[] = [
    ...events.slice(0, twist),
    first,
    { type: 'decide', part, decision, option, atMs: 0 },
    ...rest,
    ...events.slice(twist),
  ];
  const { pushbacks } = scoreAttempt(prompt, { seed, events: yielded });
  expect(pushbacks.map(({ right }) => right)).toEqual([true, true, true]);
});

test('the last answer counts, and one to what was not asked counts for nothing', () => {
  const twice = answer(right => right).flatMap((event): AttemptEvent[] =>
    event.type === 'pushback' ? [{ ...event, cost: 'whole-list' }, event] : [event],
  );
  expect(scoreAttempt(prompt, { seed, events: twice }).total).toBe(100);
  const other: AttemptEvent = {
    ...{ type: 'pushback', part: 'browsing', decision: 'index', option: 'btree' },
    ...{ cost: 'whole-list', atMs: 0 },
  };
  expect(
    scoreAttempt(prompt, { events: [...events.slice(0, twist), other, ...events.slice(twist)] }).total,
  ).toBe(100);
});

test('a wrong decision earns nothing by the right cost', () => {
  const wrong = events.map(event => (event.type === 'decide' ? { ...event, option: 'none' } : event));
  const board = playAttempt(prompt, wrong).challenged;
  const [asked] = listPushbacks(prompt, board, seed).filter(
    one => board.get(`${one.part} ${one.decision}`)?.option === 'none',
  );
  expect(asked).toBeDefined();
  const verdict = scoreAttempt(prompt, { seed, events: wrong });
  const judged = verdict.decisions.filter(
    ({ pushback, standing }) => pushback !== null && standing === 'wrong',
  );
  expect(judged.every(({ credit }) => credit === 0)).toBe(true);
});
