import { describe, expect, test } from 'vitest';
import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import { cardIdSchema, deviceIdSchema, topics } from '../../../src-shared/domain/ids.ts';
import { readBuiltInCards } from '../../helpers/built-in-cards.ts';

describe('a card id', () => {
  test.each(['a', '1', 'sse.score-ticker', '2-phase.commit', 'a.b.c-d', 'x'.repeat(120)])('%s is one', id => {
    expect(cardIdSchema.parse(id)).toBe(id);
  });

  test.each([
    '',
    'A',
    'a b',
    ' a',
    'a\n',
    '.a',
    'a.',
    'a..b',
    'a.-b',
    '-a',
    'a_b',
    'a/b',
    '../a',
    'é',
    'x'.repeat(121),
  ])('%j is none', id => {
    expect(cardIdSchema.safeParse(id).success).toBe(false);
  });
});

test('a device id is a UUID', () => {
  expect(deviceIdSchema.safeParse('0192f0c1-2345-7abc-8def-0123456789ab').success).toBe(true);
  for (const id of [
    '',
    'my-laptop',
    '0192f0c1-2345-7abc-8def-0123456789a',
    '0192f0c123457abc8def0123456789ab',
  ])
    expect(deviceIdSchema.safeParse(id).success).toBe(false);
});

test('the built-in decks have the six topics', () => {
  const found = new Set(readBuiltInCards().map(({ topic }) => topic));
  expect([...found].sort()).toEqual([...topics].sort());
});

test('a case that slipped through is loud, and says which', () => {
  const isImpossible = (_value: unknown): _value is never => true;
  const slipped: unknown = { kind: 'merge' };
  expect(() => isImpossible(slipped) && assertNever(slipped)).toThrow('unexpected case: {"kind":"merge"}');
});
