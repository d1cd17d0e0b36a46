import { describe, expect, test } from 'vitest';
import { checkProfile } from '../../../src-main/services/check.ts';
import { findQuestion } from '../../../src-main/services/rounds/questions.ts';
import { topics } from '../../../src-shared/domain/ids.ts';
import { judgeQuick } from '../../../src-shared/domain/mock/quick.ts';
import { ROUND_MS, type RoundKind } from '../../../src-shared/domain/mock/round-answer.ts';
import type { Output } from '../../../src-shared/ipc/contract.ts';
import type { RoundView } from '../../../src-shared/ipc/round-contract.ts';
import { InterviewRig } from '../../helpers/interview-rig.ts';
import { today } from '../../helpers/profile.ts';

const MINUTE = 60_000;

/** Answers what is asked with an option that holds, or with one that does not, if there is any. */
async function answer(rig: InterviewRig, view: RoundView, right: boolean): Promise<Output<'rounds:answer'>> {
  const row = rig.profile.store.rounds.get(view.roundId);
  const question = row && findQuestion(row);
  if (!question || !view.question) throw new Error('nothing is asked');
  const isWanted = (id: string): boolean => (judgeQuick(question, id).standing !== 'wrong') === right;
  const option = question.options.find(({ id }) => isWanted(id)) ?? question.options[0];
  return rig.get('rounds:answer', {
    roundId: view.roundId,
    index: view.question.index,
    option: option?.id ?? '',
    takenMs: 900,
  });
}

/** Answers until one answer is wrong. */
async function miss(rig: InterviewRig, view: RoundView): Promise<Output<'rounds:answer'>> {
  const step = await answer(rig, view, false);
  return step.verdict.standing === 'wrong' ? step : miss(rig, step.round);
}

/** A diagnostic with its first `wrong` answers wrong and the others right. */
async function diagnose(rig: InterviewRig, wrong: number): Promise<RoundView> {
  let view = await rig.get('rounds:start', { kind: 'diagnostic' });
  for (let n = 0; n < 10; n++) {
    rig.pass(0, 10);
    view = (await answer(rig, view, n >= wrong)).round;
  }
  return view;
}

const lastEnd = (rig: InterviewRig): number | undefined => rig.profile.store.rounds.all().at(-1)?.ran_ms;

describe('the life of a round', () => {
  test('a quick round: each answer is judged at once, and the next decision comes with it', async () => {
    const rig = new InterviewRig();
    let view = await rig.get('rounds:start', { kind: 'quick' });
    expect(view).toMatchObject({ kind: 'quick', of: null, right: 0, leftMs: ROUND_MS, result: null });
    expect(view.question).toMatchObject({ index: 0 });
    const steps = [await answer(rig, view, true)];
    steps.push(await miss(rig, steps[0]?.round ?? view));
    for (const { verdict, round } of steps) {
      expect(verdict.against === null).toBe(verdict.standing !== 'wrong');
      expect(verdict.because).not.toBe('');
      expect(verdict.defaults.every(({ name }) => name !== '')).toBe(true);
      view = round;
    }
    const answered = view.question?.index ?? 0;
    expect(view).toMatchObject({ right: answered - 1, result: null });
    await rig.get('rounds:ask', { roundId: view.roundId });
    rig.pass(1);
    const ended = await rig.get('rounds:end', { roundId: view.roundId });
    expect(ended).toMatchObject({
      question: null,
      leftMs: 0,
      result: { answered, right: answered - 1, mended: false },
    });
    expect(ended.result?.sentence).not.toBeNull();
    expect(ended.result?.topics.map(({ topic }) => topic)).toEqual(topics);
    expect(lastEnd(rig)).toBe(MINUTE);
    const before = rig.snapshot();
    expect(await rig.get('rounds:end', { roundId: view.roundId })).toEqual(ended);
    expect(rig.snapshot()).toEqual(before);
    expect(checkProfile(rig.profile).faults).toEqual([]);
    expect(rig.logged).toEqual([]);
  });

  test('the tenth answer ends the diagnostic; it has a map of the six topics, a sentence and ten cards', async () => {
    const rig = new InterviewRig();
    expect(await rig.get('today:get', {})).toMatchObject({ diagnosed: false });
    const view = await diagnose(rig, 4);
    expect(view).toMatchObject({ of: 10, question: null, result: { answered: 10, right: 6 } });
    expect(view.result?.topics.every(({ of }) => of > 0)).toBe(true);
    expect(view.result?.sentence).toMatch(/^You /);
    expect(view.result?.unreached).toBe(0);
    const misses = view.result?.misses ?? [];
    expect(misses.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    for (const { ask, title, chosen, best, because } of misses) {
      expect(ask).toMatch(/\?$/);
      expect(title).toMatch(/: /);
      expect(best).not.toContain(chosen);
      expect(because).not.toBe('');
    }
    expect(view.result?.cards).toHaveLength(10);
    expect(new Set(view.result?.cards.map(({ cardId }) => cardId)).size).toBe(10);
    expect(await rig.get('today:get', {})).toMatchObject({ diagnosed: true });
    expect(await rig.get('mocks:list', {})).toMatchObject({
      diagnosed: true,
      rounds: [{ roundId: view.roundId, kind: 'diagnostic', date: '2026-11-24', right: 6, answered: 10 }],
      past: [],
    });
  });

  test('nothing wrong: nothing to say and nothing to mend', async () => {
    const rig = new InterviewRig();
    const view = await diagnose(rig, 0);
    expect(view.result).toMatchObject({ right: 10, sentence: null, cards: [], mended: false });
    const before = rig.snapshot();
    expect(await rig.get('rounds:mend', { roundId: view.roundId })).toEqual(view);
    expect(rig.snapshot()).toEqual(before);
  });

  test('before the answer nothing says what holds', async () => {
    const rig = new InterviewRig();
    const view = await rig.get('rounds:start', { kind: 'diagnostic' });
    expect(JSON.stringify(view)).not.toMatch(/"(best|because|standing|flip|against|defaults)"/);
  });

  test('a diagnostic counts as taken once half of it is answered; one that was left sooner is offered again', async () => {
    for (const [answers, diagnosed] of [
      [4, false],
      [5, true],
    ] as const) {
      const rig = new InterviewRig();
      let view = await rig.get('rounds:start', { kind: 'diagnostic' });
      for (let n = 0; n < answers; n++) view = (await answer(rig, view, true)).round;
      await rig.get('rounds:end', { roundId: view.roundId });
      expect(await rig.get('mocks:list', {})).toMatchObject({ diagnosed });
    }
  });

  test('a round in which nothing was answered is in no list', async () => {
    const rig = new InterviewRig();
    const { roundId } = await rig.get('rounds:start', { kind: 'quick' });
    await rig.get('rounds:end', { roundId });
    expect(await rig.get('mocks:list', {})).toMatchObject({ rounds: [] });
  });

  test('rounds are no mocks: readiness and results know nothing of them', async () => {
    const rig = new InterviewRig();
    const before = await rig.get('stats:get', {});
    await diagnose(rig, 3);
    expect(await rig.get('stats:get', {})).toEqual(before);
  });
});

describe('one at a time', () => {
  test('beginning again goes on with the one that runs; another kind ends it', async () => {
    const rig = new InterviewRig();
    const first = await rig.get('rounds:start', { kind: 'quick' });
    await answer(rig, first, true);
    await rig.get('rounds:ask', { roundId: first.roundId });
    rig.pass(2);
    const again = await rig.get('rounds:start', { kind: 'quick' });
    expect(again).toMatchObject({ roundId: first.roundId, right: 1, leftMs: 3 * MINUTE });
    const other = await rig.get('rounds:start', { kind: 'diagnostic' });
    expect(other.roundId).not.toBe(first.roundId);
    expect(await rig.get('rounds:view', { roundId: first.roundId })).toMatchObject({
      question: null,
      result: { answered: 1 },
    });
    expect(lastEnd(rig)).toBe(0);
    expect(rig.profile.store.rounds.get(first.roundId)).toMatchObject({ ran_ms: 2 * MINUTE, over: 1 });
  });

  test('a new round asks other decisions', async () => {
    const rig = new InterviewRig();
    const ask = async (kind: RoundKind): Promise<unknown> => {
      const { roundId, question } = await rig.get('rounds:start', { kind });
      await rig.get('rounds:end', { roundId });
      return question?.told;
    };
    expect(await ask('quick')).not.toEqual(await ask('quick'));
  });
});

describe('the five minutes', () => {
  test.each([-600, -3, 3, 600])(
    'a system clock set by %i minutes neither ends nor extends them',
    async by => {
      const rig = new InterviewRig();
      const { roundId } = await rig.get('rounds:start', { kind: 'quick' });
      rig.pass(1);
      rig.setWall(by);
      expect(rig.rounds.tick(rig.clock.now())).toBe(false);
      expect(await rig.get('rounds:view', { roundId })).toMatchObject({ leftMs: 4 * MINUTE });
      rig.pass(3, 59);
      expect(rig.rounds.tick(rig.clock.now())).toBe(false);
      rig.pass(0, 1);
      expect(rig.rounds.tick(rig.clock.now())).toBe(true);
      expect(rig.rounds.tick(rig.clock.now())).toBe(false);
      expect(await rig.get('rounds:view', { roundId })).toMatchObject({ leftMs: 0, result: { answered: 0 } });
    },
  );

  test('an answer that comes too late is refused kindly; the round has ended at its deadline', async () => {
    const rig = new InterviewRig();
    const view = await rig.get('rounds:start', { kind: 'quick' });
    const { round } = await answer(rig, view, true);
    await rig.get('rounds:ask', { roundId: round.roundId });
    rig.pass(7);
    const late = {
      roundId: round.roundId,
      index: 1,
      option: round.question?.options[0]?.id ?? '',
      takenMs: 5,
    };
    expect(await rig.call('rounds:answer', late)).toMatchObject({
      ok: false,
      problem: { message: 'The five minutes are over.', hint: 'That answer came too late to count.' },
    });
    expect(await rig.get('rounds:view', { roundId: round.roundId })).toMatchObject({
      result: { answered: 1, right: 1 },
    });
    expect(lastEnd(rig)).toBe(ROUND_MS);
    expect(checkProfile(rig.profile).faults).toEqual([]);
  });

  test('they rest while a verdict is read, and run again with the next decision', async () => {
    const rig = new InterviewRig();
    const view = await rig.get('rounds:start', { kind: 'diagnostic' });
    rig.pass(1);
    const { round } = await answer(rig, view, true);
    expect(round).toMatchObject({ leftMs: 4 * MINUTE, running: false });
    rig.pass(10);
    rig.rounds.sleep();
    rig.setWall(30);
    expect(rig.rounds.wake(rig.clock.now())).toBe(false);
    expect(rig.rounds.tick(rig.clock.now())).toBe(false);
    const roundId = round.roundId;
    expect(await rig.get('rounds:view', { roundId })).toMatchObject({ leftMs: 4 * MINUTE, running: false });
    expect(await rig.get('rounds:ask', { roundId })).toMatchObject({ leftMs: 4 * MINUTE, running: true });
    rig.pass(1);
    // Asked again, say by a page that was loaded anew, it runs on.
    expect(await rig.get('rounds:ask', { roundId })).toMatchObject({ leftMs: 3 * MINUTE, running: true });
    const next = await answer(rig, await rig.get('rounds:view', { roundId }), true);
    expect(next.round).toMatchObject({ leftMs: 3 * MINUTE, running: false });
    // From one process to the next nobody knows what was read: it runs on from the last answer.
    rig.reopen(2);
    expect(await rig.get('rounds:view', { roundId })).toMatchObject({ leftMs: MINUTE, running: true });
  });

  test('sleep counts', async () => {
    const rig = new InterviewRig();
    const { roundId } = await rig.get('rounds:start', { kind: 'quick' });
    rig.pass(1);
    rig.rounds.sleep();
    // The monotonic clock of this machine stood still meanwhile.
    rig.setWall(2);
    expect(rig.rounds.wake(rig.clock.now())).toBe(false);
    expect(await rig.get('rounds:view', { roundId })).toMatchObject({ leftMs: 2 * MINUTE });
    rig.setWall(60);
    expect(rig.rounds.wake(rig.clock.now())).toBe(true);
  });
});

describe('killed and opened again', () => {
  test('within the time the answers are there, the clock ran on, and the same decision is asked', async () => {
    const rig = new InterviewRig();
    const { round } = await answer(rig, await rig.get('rounds:start', { kind: 'diagnostic' }), true);
    rig.pass(1);
    rig.reopen(2);
    expect(await rig.get('rounds:view', { roundId: round.roundId })).toEqual({
      ...round,
      leftMs: 2 * MINUTE,
      running: true,
    });
  });

  test('after it the round has ended at its deadline, with what was answered', async () => {
    const rig = new InterviewRig();
    const { round } = await answer(rig, await rig.get('rounds:start', { kind: 'diagnostic' }), false);
    rig.reopen(24 * 60);
    expect(rig.profile.store.rounds.open()).toBeNull();
    expect(lastEnd(rig)).toBe(ROUND_MS);
    expect(await rig.get('rounds:view', { roundId: round.roundId })).toMatchObject({
      question: null,
      result: { answered: 1, right: 0 },
    });
  });

  test('a system clock set back meanwhile gives no time behind what was answered', async () => {
    const rig = new InterviewRig();
    const view = await rig.get('rounds:start', { kind: 'quick' });
    rig.pass(3);
    await answer(rig, view, true);
    rig.reopen(-600);
    expect(await rig.get('rounds:view', { roundId: view.roundId })).toMatchObject({ leftMs: 2 * MINUTE });
  });

  test('what was answered keeps its worth: it stands in the log, not in the rules', async () => {
    const rig = new InterviewRig();
    const { roundId, result } = await diagnose(rig, 4);
    const answers = rig.profile.store.rounds.answers(roundId);
    expect(answers.map(({ standing }) => standing === 'wrong')).toEqual(
      Array.from({ length: 10 }, (_, n) => n < 4),
    );
    rig.reopen(60 * 24 * 30);
    expect(rig.profile.store.rounds.answers(roundId)).toEqual(answers);
    expect((await rig.get('rounds:view', { roundId })).result).toEqual(result);
  });
});

test('misses of a round that another version drew are told from the log alone', async () => {
  const rig = new InterviewRig();
  const { roundId } = await diagnose(rig, 2);
  const row = rig.profile.store.rounds.get(roundId);
  if (!row) throw new Error('the round is gone');
  rig.profile.store.rounds.replaceAll([{ ...row, generator_version: 1 }]);
  const { result } = await rig.get('rounds:view', { roundId });
  expect(result?.misses).toHaveLength(2);
  for (const miss of result?.misses ?? [])
    expect(miss).toMatchObject({ title: null, because: null, ask: expect.stringMatching(/\?$/) });
});

describe('mending', () => {
  test('the ten come first in the next review, in their order and once; their memory stays as it is', async () => {
    const rig = new InterviewRig();
    const { roundId, result } = await diagnose(rig, 4);
    const cards = result?.cards ?? [];
    const mended = await rig.get('rounds:mend', { roundId });
    expect(mended.result).toEqual({ ...result, mended: true });
    expect(await rig.get('review:next', { session: today, learnAhead: false })).toMatchObject({
      kind: 'card',
      card: { cardId: cards[0]?.cardId, marked: { kind: 'diagnostic', title: null }, phase: 'new' },
    });
    const states = [...rig.profile.store.states.all()];
    expect(states).toHaveLength(10);
    expect(states.every(({ state }) => state.marked && state.memory === null && state.dueDay === null)).toBe(
      true,
    );
    const before = rig.snapshot();
    expect(await rig.get('rounds:mend', { roundId })).toEqual(mended);
    expect(rig.snapshot()).toEqual(before);
    expect(checkProfile(rig.profile).faults).toEqual([]);
  });

  test('it is one action, which undo takes back and redo does again', async () => {
    const rig = new InterviewRig();
    const { roundId } = await diagnose(rig, 4);
    await rig.get('rounds:mend', { roundId });
    expect(await rig.get('history:undo', { session: today })).toMatchObject({ label: 'Bring back 10 cards' });
    expect((await rig.get('rounds:view', { roundId })).result).toMatchObject({ mended: false });
    expect([...rig.profile.store.states.all()]).toEqual([]);
    await rig.get('history:redo', { session: today });
    expect((await rig.get('rounds:view', { roundId })).result).toMatchObject({ mended: true });
    expect(checkProfile(rig.profile).faults).toEqual([]);
  });

  test('the answers of a round are beyond undo, and leave what was undone within reach of redo', async () => {
    const rig = new InterviewRig();
    await rig.get('settings:set', { newPerDay: 7 });
    await rig.get('history:undo', { session: today });
    await diagnose(rig, 2);
    expect(await rig.get('today:get', {})).toMatchObject({
      history: { undo: null, redo: 'Change of settings' },
    });
    expect(checkProfile(rig.profile).faults).toEqual([]);
  });

  test('a quick round offers it too, and says so above the card', async () => {
    const rig = new InterviewRig();
    const { round } = await miss(rig, await rig.get('rounds:start', { kind: 'quick' }));
    expect(await rig.call('rounds:mend', { roundId: round.roundId })).toMatchObject({ ok: false });
    await rig.get('rounds:end', { roundId: round.roundId });
    await rig.get('rounds:mend', { roundId: round.roundId });
    expect(await rig.get('review:next', { session: today, learnAhead: false })).toMatchObject({
      card: { marked: { kind: 'quick' } },
    });
  });
});

test('what cannot be done changes nothing', async () => {
  const rig = new InterviewRig();
  const { roundId, question } = await rig.get('rounds:start', { kind: 'quick' });
  const answers = { roundId, index: 0, option: question?.options[0]?.id ?? '', takenMs: 1 };
  const before = rig.snapshot();
  for (const input of [
    { ...answers, index: 1 },
    { ...answers, option: 'a drawer' },
    { ...answers, roundId: 'x' },
  ])
    expect(await rig.call('rounds:answer', input)).toMatchObject({ ok: false });
  for (const channel of ['rounds:view', 'rounds:end', 'rounds:mend'] as const)
    expect(await rig.call(channel, { roundId: 'x' })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  expect(rig.snapshot()).toEqual(before);
  await rig.get('rounds:answer', answers);
  // Pressed twice.
  expect(await rig.call('rounds:answer', answers)).toMatchObject({
    ok: false,
    problem: { message: 'That was answered already.' },
  });
  await rig.get('rounds:end', { roundId });
  expect(await rig.call('rounds:answer', answers)).toMatchObject({
    ok: false,
    problem: { message: 'This round is over.' },
  });
  expect(rig.logged).toEqual([]);
});
