import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardState, newCardState } from '../../../src-shared/domain/card-state.ts';
import { eventSchema, type LogEvent } from '../../../src-shared/domain/events.ts';
import { selectEffective } from '../../../src-shared/domain/fold.ts';
import { cardIds, deviceLogs, foldLog, makeUuid, mergeLogs, model } from '../../helpers/device-logs.ts';

const numRuns = 200;

/** All that a log says: which events count, in their order, and every card's state. */
function readLog(log: readonly LogEvent[]): { effective: string[]; states: CardState[] } {
  return {
    effective: selectEffective(log).map(({ id }) => id),
    states: cardIds.map(cardId => foldLog(log, cardId)),
  };
}

/** The same, said another way: statuses by each device's own sequence, order by the text of the key. */
function listEffective(log: readonly LogEvent[]): LogEvent[] {
  const annulled = new Map<string, boolean>();
  for (const { body } of [...log].sort((a, b) => a.seq - b.seq))
    if (body.type === 'undo' || body.type === 'redo') annulled.set(body.target, body.type === 'undo');
  const keyOf = ({ clock, device, seq }: LogEvent): string =>
    [String(clock).padStart(20, '0'), device, String(seq).padStart(9, '0')].join(' ');
  return log
    .filter(({ opId, body }) => body.type !== 'undo' && body.type !== 'redo' && !annulled.get(opId))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Any logs of devices, and their events once more in any order. */
const arrivals = deviceLogs(40).chain(logs => {
  const log = mergeLogs(...logs);
  const shuffled = fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length });
  return fc.record({ logs: fc.constant(logs), log: fc.constant(log), arrived: shuffled });
});

describe('logs of several devices', () => {
  test('say the same in whatever order their events arrive', () => {
    fc.assert(
      fc.property(arrivals, ({ log, arrived }) => {
        expect(readLog(arrived)).toEqual(readLog(log));
      }),
      { numRuns },
    );
  });

  test('merge commutatively, associatively and idempotently', () => {
    fc.assert(
      fc.property(deviceLogs(40), logs => {
        const [a = [], b = [], c = []] = logs;
        expect(readLog(mergeLogs(b, a))).toEqual(readLog(mergeLogs(a, b)));
        expect(readLog(mergeLogs(mergeLogs(a, b), c))).toEqual(readLog(mergeLogs(a, mergeLogs(b, c))));
        expect(readLog(mergeLogs(a, a))).toEqual(readLog(a));
        expect(readLog(mergeLogs(mergeLogs(a, b), b, a))).toEqual(readLog(mergeLogs(a, b)));
      }),
      { numRuns },
    );
  });

  test('are left as they were by reading them', () => {
    fc.assert(
      fc.property(arrivals, ({ arrived }) => {
        const before = structuredClone(arrived);
        readLog(arrived);
        expect(arrived).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  test('what counts is told by the device that did it and undid it', () => {
    fc.assert(
      fc.property(arrivals, ({ arrived }) => {
        expect(selectEffective(arrived)).toEqual(listEffective(arrived));
      }),
      { numRuns },
    );
  });

  test('of settings, flags, tags, notes and suspension the last writer wins', () => {
    fc.assert(
      fc.property(arrivals, ({ arrived }) => {
        const settings = new Map<string, unknown>();
        for (const { body } of selectEffective(arrived))
          if (body.type === 'setting') settings.set(body.key, body.value);
        const last = new Map<string, unknown>();
        for (const { body } of listEffective(arrived)) {
          if (body.type === 'setting') last.set(body.key, body.value);
          if (body.type === 'tag') last.set(`${body.cardId} tag ${body.tag}`, body.on);
          if (body.type === 'flag') last.set(`${body.cardId} flag`, body.flag);
          if (body.type === 'note') last.set(`${body.cardId} note`, body.text);
          if (body.type === 'suspend') last.set(`${body.cardId} suspended`, body.on);
        }
        for (const [key, value] of settings) expect(value).toEqual(last.get(key));
        for (const cardId of cardIds) {
          expect(foldLog(arrived, cardId)).toMatchObject({
            tags: ['x', 'y'].filter(tag => last.get(`${cardId} tag ${tag}`) === true),
            flag: last.get(`${cardId} flag`) ?? 0,
            note: last.get(`${cardId} note`) ?? '',
            suspended: last.get(`${cardId} suspended`) ?? false,
          });
        }
      }),
      { numRuns },
    );
  });

  test('memory is the fold of the ratings that count, and of nothing else', () => {
    fc.assert(
      fc.property(arrivals, ({ arrived }) => {
        for (const cardId of cardIds) {
          let memory: CardState['memory'] = null;
          let lastDay: CardState['lastDay'] = null;
          let reps = 0;
          for (const { studyDay, body } of listEffective(arrived)) {
            if (!('cardId' in body) || body.cardId !== cardId) continue;
            if (body.type === 'answer') {
              memory = model.next(
                memory,
                lastDay === null ? 0 : Math.max(0, studyDay - lastDay),
                body.rating,
              );
              lastDay = studyDay;
              reps++;
            } else if (body.type === 'forget') {
              [memory, lastDay, reps] = [null, null, 0];
            } else if (body.type === 'set_due') {
              memory ??= body.memory;
              lastDay ??= studyDay;
            } else if (body.type === 'memory_set') {
              memory = body.memory;
              lastDay = studyDay;
              reps = body.reps;
            }
          }
          expect(foldLog(arrived, cardId)).toMatchObject({ memory, lastDay, reps });
        }
      }),
      { numRuns },
    );
  });

  test('with every operation undone, each card is as new', () => {
    fc.assert(
      fc.property(deviceLogs(25), logs => {
        const log = mergeLogs(...logs);
        const lastClock = Math.max(0, ...log.map(({ clock }) => clock));
        const undos = log.map((event, index) =>
          eventSchema.parse({
            ...event,
            id: makeUuid(5000 + index),
            opId: makeUuid(6000 + index),
            seq: 1000 + index,
            clock: lastClock + 1 + index,
            body: { type: 'undo', target: event.opId },
          }),
        );
        for (const state of readLog([...undos, ...log]).states) expect(state).toEqual(newCardState);
      }),
      { numRuns: 50 },
    );
  });
});
