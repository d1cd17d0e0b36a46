import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advanceClock,
  compareEvents,
  eventBodySchema,
  eventSchema,
  type LogEvent,
} from '../../../src-shared/domain/events.ts';
import { arbitraryEvent } from '../../helpers/arbitrary-events.ts';
import { deviceLogs, makeUuid, mergeLogs } from '../../helpers/device-logs.ts';

describe('the order of events', () => {
  /** Events of three devices that fall into a few ticks, so that clocks are often equal. */
  const near = fc
    .tuple(arbitraryEvent, fc.nat(3), fc.nat(2), fc.integer({ min: 1, max: 3 }))
    .map(([event, clock, device, seq]) =>
      eventSchema.parse({ ...event, clock, device: makeUuid(device), seq }),
    );

  test('is by clock, then device, then sequence, whatever the wall time', () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        const keyOf = ({ clock, device, seq }: LogEvent): string => `${clock} ${device} ${seq}`;
        const [first, second] = [keyOf(a), keyOf(b)];
        const expected = first === second ? 0 : first < second ? -1 : 1;
        expect(Math.sign(compareEvents(a, b))).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('is one order: two events stand one way round, and three agree', () => {
    fc.assert(
      fc.property(near, near, near, (a, b, c) => {
        expect(Math.sign(compareEvents(a, b)) + Math.sign(compareEvents(b, a))).toBe(0);
        expect(compareEvents(a, a)).toBe(0);
        if (compareEvents(a, b) <= 0 && compareEvents(b, c) <= 0)
          expect(compareEvents(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  test('no two events of any devices share a place, and each device keeps its own sequence', () => {
    fc.assert(
      fc.property(deviceLogs(40), logs => {
        const log = mergeLogs(...logs).sort(compareEvents);
        for (const [index, event] of log.entries()) {
          const before = log[index - 1];
          if (before) expect(compareEvents(before, event)).toBeLessThan(0);
        }
        for (const device of new Set(log.map(event => event.device))) {
          const own = log.filter(event => event.device === device).map(({ seq }) => seq);
          expect(own).toEqual(own.map((_, index) => index + 1));
        }
      }),
    );
  });
});

describe('the hybrid clock', () => {
  const ms = fc.integer({ min: -1e12, max: Date.UTC(2200, 0, 1) });
  const clock = fc.nat(Date.UTC(2200, 0, 1) * 1024);

  test('moves on, is never behind wall time, and stays an exact number', () => {
    fc.assert(
      fc.property(clock, ms, (last, nowMs) => {
        const next = advanceClock(last, nowMs);
        expect(next).toBeGreaterThan(last);
        expect(next).toBeGreaterThanOrEqual(nowMs * 1024);
        expect(Number.isSafeInteger(next)).toBe(true);
        expect(next === last + 1 || next === nowMs * 1024).toBe(true);
      }),
    );
  });

  test.each([
    ['an empty log', 0, 5, 5 * 1024],
    ['a later millisecond', 5 * 1024 + 7, 6, 6 * 1024],
    ['the same millisecond', 5 * 1024, 5, 5 * 1024 + 1],
    ['a clock that was set back', 9 * 1024 + 3, 2, 9 * 1024 + 4],
    ['more events in a millisecond than it has ticks', 6 * 1024, 5, 6 * 1024 + 1],
    ['a time before 1970', 0, -5, 1],
  ])('%s', (_name, last, nowMs, next) => {
    expect(advanceClock(last, nowMs)).toBe(next);
  });
});

describe('the schema of events', () => {
  const answer = {
    type: 'answer',
    cardId: 'card.a',
    rating: 3,
    takenMs: 4000,
    phaseBefore: 'new',
    phaseAfter: 'learning',
    stepAfter: 1,
    memoryBefore: null,
    memoryAfter: { stability: 2.3, difficulty: 5 },
    recall: null,
    dueDay: 20_000,
    dueAtMs: 1_790_000_000_000,
    chainBefore: 0,
    surfaceSeed: 7,
    retention: 0.9,
    maximumDays: 365,
    response: { kind: 'option', index: 2 },
    confidence: 'high',
  };

  test('every event is the same after JSON, which is how it is stored and sent', () => {
    fc.assert(
      fc.property(arbitraryEvent, event => {
        expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
      }),
    );
    expect(eventBodySchema.parse(answer)).toEqual(answer);
  });

  test.each<[string, object]>([
    ['a rating of 0', { ...answer, rating: 0 }],
    ['a rating between two', { ...answer, rating: 2.5 }],
    ['a time that ran backwards', { ...answer, takenMs: -1 }],
    ['more than a day over one card', { ...answer, takenMs: 86_400_001 }],
    ['a stability of 0', { ...answer, memoryAfter: { stability: 0, difficulty: 5 } }],
    ['a difficulty above 10', { ...answer, memoryAfter: { stability: 1, difficulty: 10.1 } }],
    ['a difficulty that is no number', { ...answer, memoryAfter: { stability: 1, difficulty: Number.NaN } }],
    ['a stability without end', { ...answer, memoryAfter: { stability: Infinity, difficulty: 5 } }],
    ['a recall above 1', { ...answer, recall: 1.01 }],
    ['half a day', { ...answer, dueDay: 20_000.5 }],
    ['a fingerprint of 33 bits', { ...answer, chainBefore: 2 ** 32 }],
    ['a phase that is none', { ...answer, phaseAfter: 'known' }],
    ['an eleventh option', { ...answer, response: { kind: 'option', index: 10 } }],
    ['a response without a kind', { ...answer, response: { index: 1 } }],
    ['a number without end', { ...answer, response: { kind: 'number', value: Infinity } }],
    ['a confidence of its own', { ...answer, confidence: 'sure' }],
    ['a card id with a blank', { ...answer, cardId: 'card a' }],
    ['a fifth flag', { type: 'flag', cardId: 'card.a', flag: 5 }],
    ['an empty tag', { type: 'tag', cardId: 'card.a', tag: '', on: true }],
    ['a long tag', { type: 'tag', cardId: 'card.a', tag: 'x'.repeat(61), on: true }],
    ['a long note', { type: 'note', cardId: 'card.a', text: 'x'.repeat(10_001) }],
    ['a setting that does not exist', { type: 'setting', key: 'colour', value: 1 }],
    ['a setting that is no JSON', { type: 'setting', key: 'theme', value: undefined }],
    ['twenty weights', { type: 'parameters', weights: new Array(20).fill(1) }],
    ['an undo of nothing', { type: 'undo' }],
    ['an undo of what is no operation', { type: 'undo', target: 'last' }],
    ['a type of a later version', { type: 'merge', cardId: 'card.a' }],
  ])('%s is refused', (_name, body) => {
    expect(eventBodySchema.safeParse(body).success).toBe(false);
  });
});
