import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../../src-shared/domain/events.ts';
import { isPlainAnswer, proveEvent } from '../../../src-shared/domain/prove-event.ts';
import { arbitraryEvent } from '../../helpers/arbitrary-events.ts';

/** Answers as the app writes them, under ids of version 7. */
const plainAnswer = arbitraryEvent
  .filter(({ body }) => body.type === 'answer')
  .map(event => {
    const uuid = (id: string): string => `${id.slice(0, 14)}7${id.slice(15, 19)}8${id.slice(20)}`;
    return { ...event, id: uuid(event.id), device: uuid(event.device), opId: uuid(event.opId) };
  });

/** What a field may be that it should not be, or just may. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    ...[undefined, null, true, '', '1', [], {}, 0, -0, -1, 1, 5, 0.5, 10, 10.5, 119, 1e9, 1e300, 2 ** 32 - 1],
    ...[2 ** 32, 2 ** 53, -(2 ** 53), 86_400_001, 99_000_001, 8.64e15, 8.641e15, Number.NaN],
    ...[
      Number.POSITIVE_INFINITY,
      Number.MIN_VALUE,
      'new',
      'low',
      'answer',
      'a.b',
      'a..b',
      'A',
      'a'.repeat(121),
    ],
    ...[
      { kind: 'option', index: 3 },
      { kind: 'option', index: 10 },
      { kind: 'number', value: 0.5 },
    ],
    ...[
      { kind: 'option', index: 3, more: 1 },
      { stability: 0, difficulty: 5 },
      { stability: 1, difficulty: 11 },
    ],
    '00000000-0000-0000-0000-000000000000',
    '018f3c2e-1111-7222-8333-44444444444g',
  ),
  fc.anything(),
);

function* listPaths(value: unknown, before: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, field] of Object.entries(value)) {
    yield [...before, key];
    yield* listPaths(field, [...before, key]);
  }
}

function change(value: object, [key, ...rest]: readonly string[], to: unknown): object {
  if (key === undefined) return value;
  const fields: Record<string, unknown> = { ...value };
  const field = fields[key];
  fields[key] =
    rest.length === 0 || typeof field !== 'object' || field === null ? to : change(field, rest, to);
  return fields;
}

describe('an event proven by hand', () => {
  test('an answer as the app writes it is told without the schema', () => {
    fc.assert(fc.property(plainAnswer, event => isPlainAnswer(event)));
  });

  test('what is taken by hand is what the schema takes, whatever field is strange', () => {
    const changed = plainAnswer.chain(event =>
      fc
        .record({ path: fc.constantFrom(...listPaths(event)), to: strange })
        .map(({ path, to }) => change(event, path, to)),
    );
    fc.assert(
      fc.property(changed, value => {
        if (isPlainAnswer(value)) expect(eventSchema.parse(value)).toEqual(value);
      }),
      { numRuns: 3000 },
    );
  });

  test('any event is read as the schema reads it, and what is none is refused', () => {
    fc.assert(
      fc.property(arbitraryEvent, event => {
        expect(proveEvent(event)).toEqual(event);
        expect(() => proveEvent({ ...event, seq: 0 })).toThrow('seq');
      }),
    );
  });
});
