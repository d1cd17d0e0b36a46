import { describe, expect, test } from 'vitest';
import {
  type CardStage,
  reduceSession,
  type SessionAction,
  type SessionState,
  startState,
} from '../../../../../src-renderer/features/review/session-state.ts';
import { nextProbe } from '../../../../helpers/probe-views.ts';
import type { Probe } from '../../../../helpers/probes.ts';

function run(state: SessionState, ...actions: SessionAction[]): SessionState {
  return actions.reduce(reduceSession, state);
}

function show(name: Probe): SessionState {
  return run(startState, { type: 'sent' }, { type: 'arrived', next: nextProbe(name), atMs: 1000 });
}

function readCard({ view }: SessionState): CardStage {
  if (view.stage !== 'card') throw new Error(view.stage);
  return view;
}

/** The place of the choice probe's right option, or of its first wrong one. */
function findOption({ view }: SessionState, right: boolean): number {
  const body = view.stage === 'card' ? view.card.body : null;
  return body?.kind === 'choice' ? body.options.findIndex(option => option.right === right) : -1;
}

describe('a card that arrives', () => {
  test('is shown unturned, with the day’s progress, and ends the call', () => {
    const state = show('basic');
    expect(state).toMatchObject({
      busy: false,
      view: {
        stage: 'card',
        card: { cardId: 'probe.basic' },
        progress: { counts: { new: 1, learning: 0, due: 0 }, answeredToday: 0 },
        shownAtMs: 1000,
        revealed: false,
        confidence: null,
        response: null,
        grade: null,
      },
    });
  });

  test('forgets what was given on the one before', () => {
    const before = show('choice');
    const state = run(
      before,
      { type: 'sure', confidence: 'high' },
      { type: 'revealed', response: { kind: 'option', index: 0 } },
      { type: 'sent' },
      { type: 'arrived', next: nextProbe('choice'), atMs: 2000 },
    );
    expect(state).toEqual({ ...before, view: { ...before.view, shownAtMs: 2000 } });
  });
});

describe('the reveal', () => {
  test('without a response there is no grade', () => {
    const state = readCard(run(show('basic'), { type: 'revealed', response: null }));
    expect(state).toMatchObject({ revealed: true, response: null, grade: null });
  });

  test.each([
    [true, { right: true, rating: 3 }],
    [false, { right: false, rating: 1 }],
  ])('an option is graded (right: %s)', (right, grade) => {
    const shown = show('choice');
    const response = { kind: 'option', index: findOption(shown, right) } as const;
    expect(readCard(run(shown, { type: 'revealed', response }))).toMatchObject({ response, grade });
  });

  test.each([
    [0.5, 3],
    [2, 3],
    [2.01, 1],
  ])('%d is graded by the range', (value, rating) => {
    const state = run(show('number'), { type: 'revealed', response: { kind: 'number', value } });
    expect(readCard(state).grade?.rating).toBe(rating);
  });

  test('a response that does not fit the card turns it and counts as none', () => {
    const state = run(show('basic'), { type: 'revealed', response: { kind: 'option', index: 0 } });
    expect(readCard(state)).toMatchObject({ revealed: true, response: null, grade: null });
    const beyond = run(show('choice'), { type: 'revealed', response: { kind: 'option', index: 9 } });
    expect(readCard(beyond)).toMatchObject({ revealed: true, response: null, grade: null });
  });

  test('comes once: a second response changes nothing', () => {
    const shown = show('choice');
    const once = run(shown, {
      type: 'revealed',
      response: { kind: 'option', index: findOption(shown, false) },
    });
    const twice = run(once, {
      type: 'revealed',
      response: { kind: 'option', index: findOption(shown, true) },
    });
    expect(twice).toBe(once);
  });

  test('ends the asking how sure one is', () => {
    const sure = run(
      show('basic'),
      { type: 'sure', confidence: 'low' },
      { type: 'sure', confidence: 'medium' },
    );
    expect(readCard(sure).confidence).toBe('medium');
    const turned = run(sure, { type: 'revealed', response: null });
    expect(run(turned, { type: 'sure', confidence: 'high' })).toBe(turned);
  });
});

describe('calls', () => {
  test('while one is under way the screen stays, and a refused one leaves it as it was', () => {
    const turned = run(show('basic'), { type: 'revealed', response: null });
    const sent = run(turned, { type: 'sent' });
    expect(sent).toEqual({ view: turned.view, busy: true });
    expect(run(sent, { type: 'settled' })).toEqual(turned);
  });

  test('a change of the card shows on it and leaves the rest', () => {
    const turned = run(show('basic'), { type: 'revealed', response: null });
    const patched = readCard(run(turned, { type: 'patched', patch: { flag: 2, note: 'duck' } }));
    expect(patched.card).toMatchObject({ cardId: 'probe.basic', flag: 2, note: 'duck', tags: [] });
    expect(patched.revealed).toBe(true);
  });

  test('a wait ends at its deadline by wall time; a day that is done keeps its summary', () => {
    const history = { undo: null, redo: null };
    const wait = { kind: 'wait', untilMs: 5, waitMs: 600_000, cards: 2, history } as const;
    expect(run(show('basic'), { type: 'arrived', next: wait, atMs: 1_000_000 }).view).toEqual({
      stage: 'wait',
      deadlineMs: 1_600_000,
      cards: 2,
    });
    const summary = {
      answered: 3,
      minutes: 1,
      retention: null,
      newCards: 3,
      tomorrow: { new: 1, learning: 0, due: 2 },
      slipped: [],
    };
    const done = run(show('basic'), { type: 'arrived', next: { kind: 'done', summary, history }, atMs: 1 });
    expect(done.view).toEqual({ stage: 'done', summary });
  });

  test('steps that need a card change nothing without one', () => {
    const steps: SessionAction[] = [
      { type: 'revealed', response: null },
      { type: 'sure', confidence: 'low' },
      { type: 'patched', patch: { flag: 1 } },
    ];
    for (const step of steps) expect(run(startState, step)).toBe(startState);
  });
});
