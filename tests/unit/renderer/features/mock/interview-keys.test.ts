import { describe, expect, test } from 'vitest';
import type { KeyPress } from '../../../../../src-renderer/components/use-keys.ts';
import { questionKeys } from '../../../../../src-renderer/features/mock/clarify-phase.tsx';
import { readInterviewKey, readLetterKey } from '../../../../../src-renderer/features/mock/interview-keys.ts';
import { phaseIds } from '../../../../../src-shared/domain/mock/phases.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrl: false, shift: false, alt: false, repeat: false, focus: 'page', ...more };
}
const strict = { isPractice: false, isOpenLevel: false };

describe('in an interview', () => {
  test('] and [ lead through the phases and stop at the ends, also where Alt types them', () => {
    expect(readInterviewKey(press(']'), { phase: 'clarify', ...strict })).toEqual({
      do: 'phase',
      phase: 'numbers',
    });
    expect(readInterviewKey(press('[', { alt: true }), { phase: 'check', ...strict })).toEqual({
      do: 'phase',
      phase: 'twists',
    });
    expect(readInterviewKey(press('['), { phase: 'clarify', ...strict })).toBeNull();
    expect(readInterviewKey(press(']'), { phase: 'check', ...strict })).toBeNull();
  });

  test('p stops the clock in practice alone, r raises at the open level where there is a board', () => {
    expect(readInterviewKey(press('p'), { phase: 'data', ...strict })).toBeNull();
    expect(readInterviewKey(press('p'), { phase: 'data', ...strict, isPractice: true })).toEqual({
      do: 'pause',
    });
    expect(readInterviewKey(press('r'), { phase: 'data', ...strict })).toBeNull();
    expect(readInterviewKey(press('r'), { phase: 'data', ...strict, isOpenLevel: true })).toEqual({
      do: 'raise',
    });
    expect(readInterviewKey(press('r'), { phase: 'numbers', ...strict, isOpenLevel: true })).toBeNull();
  });

  test('Enter and the arrows go to work, unless a control has the key', () => {
    for (const key of ['Enter', 'ArrowDown'])
      expect(readInterviewKey(press(key), { phase: 'scale', ...strict })).toEqual({ do: 'work' });
    expect(readInterviewKey(press('Enter', { focus: 'control' }), { phase: 'scale', ...strict })).toBeNull();
    expect(readInterviewKey(press('ArrowDown'), { phase: 'clarify', ...strict })).toBeNull();
  });

  test('nothing is taken from a field, in any phase', () => {
    for (const phase of phaseIds)
      for (const key of [']', '[', 'n', 'p', 'r', '?', 'Escape', 'Enter'])
        expect(
          readInterviewKey(press(key, { focus: 'field' }), { phase, isPractice: true, isOpenLevel: true }),
        ).toBeNull();
  });
});

describe('the menu of questions', () => {
  const menu = Array.from({ length: 14 }, (_, index) => index);

  test('fourteen letters, none of which means something else there', () => {
    expect(questionKeys).toHaveLength(14);
    for (const key of questionKeys)
      expect(
        readInterviewKey(press(key), { phase: 'clarify', isPractice: true, isOpenLevel: true }),
      ).toBeNull();
  });

  test('a letter picks its question, and no other key picks any', () => {
    expect(readLetterKey(press('a'), questionKeys, menu)).toBe(0);
    expect(readLetterKey(press('o'), questionKeys, menu)).toBe(13);
    expect(readLetterKey(press('n'), questionKeys, menu)).toBeNull();
    expect(readLetterKey(press('o'), questionKeys, menu.slice(0, 13))).toBeNull();
    expect(readLetterKey(press('a', { repeat: true }), questionKeys, menu)).toBeNull();
    expect(readLetterKey(press('Enter'), questionKeys, menu)).toBeNull();
  });
});
