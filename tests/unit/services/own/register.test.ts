import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginRegister,
  editRegister,
  isPlain,
  listConflicts,
  mergeRegisters,
  type Register,
  settleConflicts,
} from '../../../../src-main/services/own/register.ts';

const content = fc.constantFrom('a', 'b', 'c', 'd');

/** What three devices know at the end of any life of edits, merges and decisions; clocks are never behind what was seen. */
const registers = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant('edit' as const), device: fc.nat(2), content, wait: fc.nat(3) }),
      fc.record({ kind: fc.constant('merge' as const), device: fc.nat(2), from: fc.nat(2) }),
      fc.record({ kind: fc.constant('decide' as const), device: fc.nat(2) }),
    ),
    { maxLength: 25 },
  )
  .map(steps => {
    const devices = [beginRegister('a'), beginRegister('a'), beginRegister('b')];
    let now = 1;
    for (const step of steps) {
      const own = devices[step.device] ?? beginRegister('a');
      if (step.kind === 'edit') {
        now += step.wait;
        const seen = Math.max(...own.versions.map(({ clock }) => clock));
        devices[step.device] = editRegister(own, step.content, Math.max(now, seen + 1));
      } else if (step.kind === 'decide') devices[step.device] = settleConflicts(own);
      else devices[step.device] = mergeRegisters(own, devices[step.from] ?? own);
    }
    return devices as [Register, Register, Register];
  });

describe('registers', () => {
  test('merge commutatively, associatively and idempotently', () => {
    fc.assert(
      fc.property(registers, ([a, b, c]) => {
        expect(mergeRegisters(b, a)).toEqual(mergeRegisters(a, b));
        expect(mergeRegisters(mergeRegisters(a, b), c)).toEqual(mergeRegisters(a, mergeRegisters(b, c)));
        expect(mergeRegisters(a, a)).toEqual(a);
        expect(mergeRegisters(mergeRegisters(a, b), b)).toEqual(mergeRegisters(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test('always have a version in force', () => {
    fc.assert(
      fc.property(registers, ([a, b]) => {
        expect(mergeRegisters(a, b).versions.length).toBeGreaterThan(0);
      }),
    );
  });

  test('an edit wins against what it replaced, also where that arrives again, and is no conflict', () => {
    const old = beginRegister('old');
    const edited = editRegister(old, 'new', 5);
    const merged = mergeRegisters(old, edited);
    expect(merged.versions).toEqual([{ clock: 5, content: 'new' }]);
    expect(listConflicts(merged)).toEqual([]);
    expect(editRegister(edited, 'new', 9)).toBe(edited);
  });

  test('of two edits made apart the later is in force, and the other is kept until it is decided on', () => {
    const old = beginRegister('old');
    const merged = mergeRegisters(editRegister(old, 'mine', 7), editRegister(old, 'theirs', 6));
    expect(merged.versions[0]?.content).toBe('mine');
    expect(listConflicts(merged)).toEqual([{ clock: 6, content: 'theirs' }]);
    const settled = settleConflicts(merged);
    expect(listConflicts(settled)).toEqual([]);
    expect(mergeRegisters(settled, editRegister(old, 'theirs', 6))).toEqual(settled);
    // Going on with what is in force says nothing about what lost.
    expect(listConflicts(editRegister(merged, 'mine, better', 9))).toHaveLength(1);
  });

  test('the same text made twice is no conflict; one never edited is plain', () => {
    const [a, b] = [editRegister(beginRegister('x'), 'y', 3), editRegister(beginRegister('x'), 'y', 4)];
    expect(listConflicts(mergeRegisters(a, b))).toEqual([]);
    expect([isPlain(beginRegister('x')), isPlain(a)]).toEqual([true, false]);
  });
});
