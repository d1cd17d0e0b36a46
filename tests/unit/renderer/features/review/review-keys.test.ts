import { describe, expect, test } from 'vitest';
import type { KeyPress } from '../../../../../src-renderer/components/use-keys.ts';
import { type Command, readKey } from '../../../../../src-renderer/features/review/review-keys.ts';
import {
  reduceSession,
  type Stage,
  startState,
} from '../../../../../src-renderer/features/review/session-state.ts';
import { defaultSettings } from '../../../../../src-shared/domain/default-settings.ts';
import type { Response } from '../../../../../src-shared/domain/events.ts';
import type { Settings } from '../../../../../src-shared/domain/settings.ts';
import { nextProbe } from '../../../../helpers/probe-views.ts';
import type { Probe } from '../../../../helpers/probes.ts';

const settings: Pick<Settings, 'ratingButtons' | 'askConfidence' | 'commandKeys'> = {
  commandKeys: defaultSettings.commandKeys,
  ratingButtons: 'four',
  askConfidence: false,
};

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrl: false, shift: false, alt: false, repeat: false, focus: 'page', ...more };
}

function front(name: Probe): Stage {
  return reduceSession(startState, { type: 'arrived', next: nextProbe(name), atMs: 0 }).view;
}

function back(name: Probe, response: Response | null = null): Stage {
  return reduceSession({ view: front(name), busy: false }, { type: 'revealed', response }).view;
}

const wait: Stage = { stage: 'wait', deadlineMs: 0, cards: 1 };

/** What each of some keys does, one after the other. */
function readAll(
  keys: readonly string[],
  view: Stage,
  more: Partial<typeof settings> = {},
): (Command | null)[] {
  return keys.map(key => readKey(press(key), view, { ...settings, ...more }));
}

describe('before the answer shows', () => {
  test('space and Enter turn the card; digits do nothing on a card without options', () => {
    expect(readAll([' ', 'Enter', '1', '4'], front('basic'))).toEqual([
      { do: 'reveal' },
      { do: 'reveal' },
      null,
      null,
    ]);
  });

  test.each(['choice', 'scenario'] as const)(
    'digits pick the options of a %s, as many as there are',
    name => {
      const view = front(name);
      const body = view.stage === 'card' ? view.card.body : null;
      const count = body && 'options' in body ? body.options.length : 0;
      const picked = readAll(['1', '2', '3', '4', '0'], view).filter(command => command?.do === 'pick');
      expect(count).toBeGreaterThan(1);
      expect(picked).toEqual(Array.from({ length: count }, (_, index) => ({ do: 'pick', index })));
    },
  );

  test('digits and signs of a figure go into its field', () => {
    expect(readAll(['7', '.', ','], front('number'))).toEqual(Array(3).fill({ do: 'typeNumber' }));
    expect(readAll(['7', '.'], back('number'))).toEqual([null, null]);
  });

  test('l, m and h say how sure one is, where that is asked; else m is the menu', () => {
    const keys = ['l', 'm', 'h'];
    expect(readAll(keys, front('basic'), { askConfidence: true })).toEqual([
      { do: 'sure', confidence: 'low' },
      { do: 'sure', confidence: 'medium' },
      { do: 'sure', confidence: 'high' },
    ]);
    const menu = [null, { do: 'dialog', name: 'menu' }, null];
    expect(readAll(keys, front('basic'))).toEqual(menu);
    expect(readAll(keys, back('basic'), { askConfidence: true })).toEqual(menu);
  });
});

describe('once the answer shows', () => {
  test('1 to 4 rate, space and Enter say Good', () => {
    expect(readAll(['1', '2', '3', '4', '5', ' ', 'Enter'], back('basic'))).toEqual([
      { do: 'rate', rating: 1 },
      { do: 'rate', rating: 2 },
      { do: 'rate', rating: 3 },
      { do: 'rate', rating: 4 },
      null,
      { do: 'rate', rating: 3 },
      { do: 'rate', rating: 3 },
    ]);
  });

  test('space confirms what a graded answer suggests', () => {
    expect(readAll([' '], back('number', { kind: 'number', value: 1 }))).toEqual([{ do: 'rate', rating: 3 }]);
    expect(readAll([' '], back('number', { kind: 'number', value: 9 }))).toEqual([{ do: 'rate', rating: 1 }]);
  });

  test('with two buttons 1 is Again, 2 and 3 are Good, and there is no 4', () => {
    const keys = readAll(['1', '2', '3', '4'], back('basic'), { ratingButtons: 'two' });
    expect(keys).toEqual([
      { do: 'rate', rating: 1 },
      { do: 'rate', rating: 3 },
      { do: 'rate', rating: 3 },
      null,
    ]);
  });
});

describe('at any time', () => {
  test('undo and redo have their keys on every page', () => {
    for (const view of [front('basic'), back('basic'), wait]) {
      const read = (key: string, more: Partial<KeyPress>): Command | null =>
        readKey(press(key, more), view, settings);
      expect(read('u', {})).toEqual({ do: 'undo' });
      expect(read('z', { ctrl: true })).toEqual({ do: 'undo' });
      expect(read('Z', { ctrl: true, shift: true })).toEqual({ do: 'redo' });
      expect(read('y', { ctrl: true })).toEqual({ do: 'redo' });
    }
  });

  test('with Ctrl no other key acts, but signs do with Ctrl and Alt, which some keyboards need for them', () => {
    const read = (key: string, alt: boolean): Command | null =>
      readKey(press(key, { ctrl: true, alt }), back('basic'), settings);
    for (const key of ['1', 'u', 'n', '-', '@', ' ', 'Escape']) expect(read(key, false)).toBe(null);
    for (const key of ['1', 'u', 'n', 'Escape']) expect(read(key, true)).toBe(null);
    expect(read('@', true)).toEqual({ do: 'suspend' });
    expect(read('?', true)).toEqual({ do: 'dialog', name: 'help' });
  });

  test('a command acts at the key that it was given, and no longer at its usual one', () => {
    const commandKeys = { ...settings.commandKeys, suspend: 's', undo: '@' };
    expect(readAll(['s', '@', 'u'], back('basic'), { commandKeys })).toEqual([
      { do: 'suspend' },
      { do: 'undo' },
      null,
    ]);
  });

  test('in a field, and while a key is held down, nothing acts', () => {
    for (const key of ['u', '@', '-', '?', '1', ' ', 'Enter', 'Escape', 'n']) {
      expect(readKey(press(key, { focus: 'field' }), back('basic'), settings)).toBe(null);
      expect(readKey(press(key, { repeat: true }), back('basic'), settings)).toBe(null);
    }
  });

  test('on a control space and Enter are its own, and the other keys still act', () => {
    const read = (key: string): Command | null =>
      readKey(press(key, { focus: 'control' }), back('basic'), settings);
    expect([' ', 'Enter', '2', 'u'].map(read)).toEqual([
      null,
      null,
      { do: 'rate', rating: 2 },
      { do: 'undo' },
    ]);
  });

  test('what is done to a card needs one', () => {
    const keys = ['@', '-', 'f', 'n', 'i', 'e', 'r', 'm'];
    expect(readAll(keys, wait)).toEqual(keys.map(() => null));
    expect(readAll(keys, front('basic')).map(command => command?.do)).toEqual([
      'suspend',
      'bury',
      'flag',
      'dialog',
      'known',
      'source',
      'dialog',
      'dialog',
    ]);
  });

  test('only a new card can be known already', () => {
    const view = front('basic');
    if (view.stage !== 'card') throw new Error(view.stage);
    const learning: Stage = { ...view, card: { ...view.card, phase: 'learning' } };
    expect(readAll(['i'], learning)).toEqual([null]);
  });

  test('a wait is skipped with Enter; Escape leaves from everywhere', () => {
    expect(readAll([' ', 'Enter', 'Escape'], wait)).toEqual([
      { do: 'ahead' },
      { do: 'ahead' },
      { do: 'leave' },
    ]);
    expect(readAll(['Escape', ' '], { stage: 'loading' })).toEqual([{ do: 'leave' }, null]);
  });
});
