import { describe, expect, test } from 'vitest';
import { checkProfile } from '../../../src-main/services/check.ts';
import { applyFit, createFitJob, type FitJob, fitNow, listMoves } from '../../../src-main/services/fit.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { defaultWeights } from '../../../src-shared/domain/memory.ts';
import type { FitState } from '../../../src-shared/ipc/fit-contract.ts';
import { learnWith } from '../../helpers/learned.ts';
import { at, later, openWithCards } from '../../helpers/profile.ts';

const start = at('2026-06-01T08:00:00+02:00');
const days = 50;
const now = later(start, { days });

/** A memory that holds a new card an eighth as long as FSRS expects, and gains less from each success. */
const hasty = defaultWeights.map((weight, index) => {
  if (index < 4) return weight / 8;
  return index === 8 ? weight - 1 : weight;
});

/** A profile without steps, so that each answer is a review, with a history of such a memory. */
function openLearned(cards: number, weights = hasty): Profile {
  const profile = openWithCards(start, cards);
  changeSettings(profile, { learningStepsMin: [], relearningStepsMin: [] }, start);
  learnWith(profile, weights, start, cards, days);
  return profile;
}

function readFitted(profile: Profile) {
  const outcome = fitNow(profile);
  if (outcome.kind !== 'fitted') throw new Error('refused');
  return outcome;
}

/** Waits for the job by turns of the event loop. */
async function waitFor(job: FitJob, until: (state: FitState) => boolean): Promise<FitState> {
  while (!until(job.state())) await new Promise(resolve => setImmediate(resolve));
  return job.state();
}

describe('a fit', () => {
  test('is refused with few reviews, and says how many are needed', () => {
    const profile = openLearned(4);
    const outcome = fitNow(profile);
    expect(outcome).toMatchObject({ kind: 'refused', needed: 100 });
    expect(outcome.reviews).toBeLessThan(100);
    expect(outcome.reviews).toBeGreaterThan(10);
  });

  test('with some hundreds touches only the initial stabilities', () => {
    const fitted = readFitted(openLearned(40));
    expect(fitted).toMatchObject({ scope: 'initial' });
    expect(fitted.reviews).toBeLessThan(400);
    expect(fitted.weights.slice(4)).toEqual(defaultWeights.slice(4).map(weight => expect.closeTo(weight, 3)));
    expect(fitted.weights.slice(0, 4)).not.toEqual(defaultWeights.slice(0, 4));
  });

  test('with more fits all, and foresees the reviews it did not see better than before', () => {
    const fitted = readFitted(openLearned(100));
    expect(fitted).toMatchObject({ scope: 'all', better: true });
    expect(fitted.heldBack / fitted.reviews).toBeCloseTo(0.2, 1);
    expect(fitted.after).toBeLessThan(fitted.before);
    expect(fitted.weights[2]).toBeLessThan(defaultWeights[2] ?? 0);
  });

  test('comes to the same each time', () => {
    const profile = openLearned(40);
    expect(fitNow(profile)).toEqual(fitNow(profile));
  });
});

describe('applying it', () => {
  test('changes memory and no due date, and undo takes it back', () => {
    const profile = openLearned(100);
    const before = [...profile.store.states.all()];
    const fitted = readFitted(profile);
    expect(applyFit(profile, fitted, false, now)).toBe(0);
    const after = [...profile.store.states.all()];
    expect(after.map(({ state }) => state.dueDay)).toEqual(before.map(({ state }) => state.dueDay));
    expect(after.map(({ state }) => state.memory)).not.toEqual(before.map(({ state }) => state.memory));
    expect(profile.journal.weights()).toEqual(fitted.weights);
    expect(checkProfile(profile).faults).toEqual([]);
    profile.journal.undo(now);
    expect([...profile.store.states.all()]).toEqual(before);
    expect(profile.journal.weights()).toEqual(defaultWeights);
    expect(checkProfile(profile).faults).toEqual([]);
  });

  test('moves due dates where that was agreed, in the same action', () => {
    const profile = openLearned(100);
    const before = [...profile.store.states.all()];
    const fitted = readFitted(profile);
    const moves = listMoves(profile, fitted, now);
    expect(moves.length).toBeGreaterThan(10);
    expect(applyFit(profile, fitted, true, now)).toBe(moves.length);
    const due = new Map([...profile.store.states.all()].map(({ cardId, state }) => [cardId, state.dueDay]));
    for (const { cardId, dueDay } of moves) expect(due.get(cardId)).toBe(dueDay);
    expect(checkProfile(profile).faults).toEqual([]);
    profile.journal.undo(now);
    expect([...profile.store.states.all()]).toEqual(before);
  });

  test('is refused where it is no better', () => {
    const profile = openLearned(40);
    const fitted = { ...readFitted(profile), better: false };
    expect(() => applyFit(profile, fitted, false, now)).toThrow('no better');
    expect(profile.journal.weights()).toEqual(defaultWeights);
  });
});

describe('the job beside the window', () => {
  test('tells its progress, ends with the same outcome as the command, and applies it once', async () => {
    const profile = openLearned(100);
    const job = createFitJob(profile);
    expect(job.state()).toEqual({ kind: 'idle' });
    expect(() => job.apply(false, now)).toThrow('nothing to apply');
    expect(job.begin()).toEqual({ kind: 'running', share: 0 });
    expect(job.begin().kind).toBe('running');
    const moved = await waitFor(
      job,
      state => state.kind === 'done' || (state.kind === 'running' && state.share > 0),
    );
    expect(moved.kind === 'running' ? moved.share : 1).toBeLessThanOrEqual(1);
    const ended = await waitFor(job, state => state.kind === 'done');
    expect(ended).toEqual({ kind: 'done', outcome: fitNow(profile) });
    expect(job.apply(false, now)).toEqual({ moved: 0 });
    expect(job.state()).toEqual({ kind: 'idle' });
  });

  test('is cancelled at once, leaves nothing, and can begin again', async () => {
    const profile = openLearned(100);
    const job = createFitJob(profile);
    job.begin();
    expect(job.cancel()).toEqual({ kind: 'idle' });
    expect(job.begin().kind).toBe('running');
    expect((await waitFor(job, state => state.kind === 'done')).kind).toBe('done');
    expect(profile.journal.weights()).toEqual(defaultWeights);
  });

  test('says where there is too little', async () => {
    const job = createFitJob(openLearned(4));
    job.begin();
    expect(await waitFor(job, state => state.kind === 'done')).toMatchObject({
      outcome: { kind: 'refused' },
    });
  });
});
