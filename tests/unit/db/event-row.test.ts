import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventColumns, fromRow, sumRow, toRow } from '../../../src-main/db/event-row.ts';
import { openStore } from '../../../src-main/db/store.ts';
import { eventBodySchema } from '../../../src-shared/domain/events.ts';
import { arbitraryBody, arbitraryEvent } from '../../helpers/arbitrary-events.ts';
import { makeFolder } from '../../helpers/profile.ts';

describe('an event as a row', () => {
  test('every type of event is among the arbitrary ones', () => {
    const types = new Set(fc.sample(arbitraryBody, { numRuns: 500, seed: 1 }).map(({ type }) => type));
    expect(types.size).toBe(eventBodySchema.options.length);
  });

  test('any event survives being written to a real database and read again', () => {
    const store = openStore(path.join(makeFolder(), 'baseline.db'), { readOnly: false });
    fc.assert(
      fc.property(arbitraryEvent, event => {
        const written = store.transact(() => {
          store.log.append(event, false);
          store.log.addOperation(event, true);
          return store.log.ofOperation(event.opId);
        });
        expect(written).toEqual([event]);
      }),
      { numRuns: 400 },
    );
    const scanned = [...store.log.scan()];
    expect(scanned).toHaveLength(400);
    expect(scanned.filter(item => 'fault' in item)).toEqual([]);
    store.close();
  });

  test('the checksum depends on every column', () => {
    fc.assert(
      fc.property(arbitraryEvent, fc.constantFrom(...eventColumns), (event, column) => {
        const row = toRow(event);
        const value = row[column];
        const changed = {
          ...row,
          [column]: typeof value === 'number' ? value + 1 + Math.abs(value) : `${value}x`,
        };
        expect(sumRow(changed)).not.toBe(row.checksum);
        expect(sumRow(row)).toBe(row.checksum);
      }),
    );
  });

  test('an answer and a practice have their rating in a column, for statistics in SQL', () => {
    const rated = fc.sample(arbitraryEvent, { numRuns: 400, seed: 2 }).filter(({ body }) => 'rating' in body);
    expect(rated.length).toBeGreaterThan(10);
    for (const event of rated) {
      const row = toRow(event);
      expect([1, 2, 3, 4]).toContain(row.rating);
      expect(JSON.parse(row.payload)).not.toHaveProperty('rating');
    }
  });

  test('a payload of a newer version is refused, not guessed at', () => {
    const [event] = fc.sample(arbitraryEvent, { numRuns: 1, seed: 3 });
    if (!event) throw new Error('no event was drawn');
    expect(() => fromRow({ ...toRow(event), version: 2 })).toThrow('payload version 2');
  });
});
