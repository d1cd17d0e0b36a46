import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCanonical } from '../../../../src-main/services/own/canonical.ts';

/** The definition itself, slow: every object is made anew with its keys in order. */
function define(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

test('keys stand in the order of their code units at any depth, whatever they are called', () => {
  const key = fc.oneof(
    fc.constantFrom('a', 'b', 'B', 'ä', '😀', '\uffff', '10', '9', '__proto__', 'toJSON', ''),
    fc.string(),
  );
  const json = fc.letrec(tie => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(key, tie('any'), { maxKeys: 5 }),
    ),
  })).any;
  fc.assert(
    fc.property(json, value => {
      expect(writeCanonical(value)).toBe(define(value));
    }),
    { numRuns: 300 },
  );
  expect(writeCanonical({ b: 1, a: { d: [{ f: 1, e: 2 }], c: null } })).toBe(
    '{"a":{"c":null,"d":[{"e":2,"f":1}]},"b":1}',
  );
});

test('what is nested deeply takes no longer for it', () => {
  let nested: unknown = 1;
  for (let depth = 0; depth < 500; depth++) nested = { z: nested, a: [nested === 1] };
  expect(writeCanonical(nested)).toHaveLength(define(nested).length);
});
