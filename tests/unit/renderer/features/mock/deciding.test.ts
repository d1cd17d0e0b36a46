import { describe, expect, test } from 'vitest';
import type { KeyPress } from '../../../../../src-renderer/components/use-keys.ts';
import {
  beginDeciding,
  type Deciding,
  type DecidingCommand,
  factKeys,
  readDecidingKey,
  runDeciding,
} from '../../../../../src-renderer/features/mock/deciding.ts';
import { type Act, actSchema } from '../../../../../src-shared/domain/mock/attempt.ts';
import { makeCell, makeChoice } from './board-view.ts';

const cell = makeCell('page', 'caching');

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrl: false, shift: false, alt: false, repeat: false, focus: 'page', ...more };
}

/** What a row of keys records, and whether it ends the decision. */
function type(keys: readonly string[], on = cell, isRevising = false): { acts: Act[]; closed: boolean } {
  let deciding = beginDeciding(on);
  const acts: Act[] = [];
  for (const [index, key] of keys.entries()) {
    const command = readDecidingKey(press(key), deciding, on);
    if (!command) throw new Error(`${key} means nothing at step ${index}`);
    const outcome = runDeciding(deciding, command, { ...on, isRevising });
    acts.push(...outcome.acts);
    deciding = outcome.deciding;
    if (outcome.closes) return { acts, closed: index === keys.length - 1 };
  }
  return { acts, closed: false };
}

const pair = { part: 'page', decision: 'caching' } as const;

test('an option, three facts and a confidence are five keys: six with the one that opened the cell', () => {
  const { acts, closed } = type(['2', '1', '3', '4', 'h']);
  expect(closed).toBe(true);
  expect(acts).toEqual([
    { type: 'decide', ...pair, option: 'cache-aside' },
    { type: 'cite', ...pair, facts: ['reads_per_s', 'writes_per_s'], nothing: false },
    { type: 'cite', ...pair, facts: ['reads_per_s', 'writes_per_s', 'stale_read_harm'], nothing: false },
    {
      type: 'cite',
      ...pair,
      facts: ['reads_per_s', 'writes_per_s', 'stale_read_harm', 'callers'],
      nothing: false,
    },
    { type: 'sure', ...pair, confidence: 'high' },
  ]);
  for (const act of acts) expect(actSchema.safeParse(act).success).toBe(true);
});

test('0 says that nothing known moves it, and takes back what was cited', () => {
  expect(type(['1', '2', '0', 'Enter'])).toEqual({
    closed: true,
    acts: [
      { type: 'decide', ...pair, option: 'none' },
      { type: 'cite', ...pair, facts: ['stored_bytes'], nothing: false },
      { type: 'cite', ...pair, facts: [], nothing: true },
    ],
  });
});

test('the same digit takes a fact out again; a fact takes back that nothing moves it', () => {
  expect(type(['1', '0', '2', '2']).acts.slice(2)).toEqual([
    { type: 'cite', ...pair, facts: ['stored_bytes'], nothing: false },
    { type: 'cite', ...pair, facts: [], nothing: false },
  ]);
});

test('a fourth fact is refused in words, and nothing is recorded', () => {
  const full: Deciding = {
    step: 'reason',
    draft: {
      option: 'none',
      cited: ['reads_per_s', 'stored_bytes', 'callers'],
      nothing: false,
      confidence: null,
    },
  };
  const outcome = runDeciding(full, { do: 'cite', group: 'stale_read_harm' }, { ...cell, isRevising: false });
  expect(outcome).toMatchObject({ deciding: full, acts: [], closes: false });
  expect(outcome.refusal).toMatch(/^Three facts are enough/);
});

describe('a cell that was decided', () => {
  const decided = makeCell('page', 'caching', {
    choice: makeChoice('none', { facts: ['stored_bytes'], confidence: 'low' }),
  });

  test('goes on with its reason', () => {
    expect(beginDeciding(decided)).toEqual({
      step: 'reason',
      draft: { option: 'none', cited: ['stored_bytes'], nothing: false, confidence: 'low' },
    });
  });

  test('another option is a revision after a twist and loses the reason; the same one is no act', () => {
    expect(type(['Backspace', '2'], decided, true).acts).toEqual([
      { type: 'revise', ...pair, option: 'cache-aside' },
    ]);
    expect(type(['Backspace', '1', 'Enter'], decided, true)).toEqual({ acts: [], closed: true });
    const command: DecidingCommand = { do: 'pick', option: 'cache-aside' };
    const { deciding } = runDeciding(beginDeciding(decided), command, { ...decided, isRevising: true });
    expect(deciding.draft).toEqual({ option: 'cache-aside', cited: [], nothing: false, confidence: null });
  });
});

describe('keys', () => {
  const start = beginDeciding(cell);
  const reason: Deciding = { step: 'reason', draft: { ...start.draft, option: 'none' } };

  test('a tenth fact has a letter, and no fact has a key that means something else', () => {
    const many = {
      ...cell,
      citable: Array.from({ length: 12 }, (_, index) => ({
        facts: [cell.citable[index % 4]?.facts[0] ?? 'users'],
        label: '',
      })),
    };
    expect(readDecidingKey(press('b'), reason, many)).toMatchObject({ do: 'cite' });
    expect(readDecidingKey(press('e'), reason, many)).toBeNull();
    for (const taken of 'ahilmn0?') expect(factKeys).not.toContain(taken);
    expect(new Set(factKeys).size).toBe(factKeys.length);
  });

  test('before an option there is neither reason nor confidence', () => {
    for (const key of ['0', 'h', 'a', '9']) expect(readDecidingKey(press(key), start, cell)).toBeNull();
  });

  test('Enter on a control is the control’s own; fields, held and repeated keys are left alone', () => {
    expect(readDecidingKey(press('Enter', { focus: 'control' }), reason, cell)).toBeNull();
    expect(readDecidingKey(press('1', { focus: 'control' }), reason, cell)).not.toBeNull();
    for (const more of [{ focus: 'field' }, { ctrl: true }, { alt: true }, { repeat: true }] as const)
      expect(readDecidingKey(press('1', more), reason, cell)).toBeNull();
  });

  test('Escape ends it at every step', () => {
    for (const deciding of [start, reason])
      expect(readDecidingKey(press('Escape'), deciding, cell)).toEqual({ do: 'close' });
  });
});
