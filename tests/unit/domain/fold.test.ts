import { describe, expect, test } from 'vitest';
import { newCardState } from '../../../src-shared/domain/card-state.ts';
import { noLoad, pickDueDay, seedFuzz } from '../../../src-shared/domain/due-day.ts';
import { eventSchema, type LogEvent } from '../../../src-shared/domain/events.ts';
import { foldCard, selectEffective } from '../../../src-shared/domain/fold.ts';
import { cardIdSchema } from '../../../src-shared/domain/ids.ts';
import type { Rating } from '../../../src-shared/domain/rating.ts';
import { addDays, studyDaySchema } from '../../../src-shared/domain/study-day.ts';
import { foldLog, makeUuid, model } from '../../helpers/device-logs.ts';

const cardA = cardIdSchema.parse('card.a');
const firstDay = studyDaySchema.parse(20_781);

let made = 0;

/** An event on card.a, some days into the life of a device. */
function makeEvent(body: object, more: { day?: number; device?: number; opId?: string; seq?: number } = {}) {
  const { day = 0, device = 1, seq = ++made } = more;
  const atMs = (firstDay + day) * 86_400_000 + 43_200_000 + made;
  return eventSchema.parse({
    id: makeUuid(++made),
    device: makeUuid(900 + device),
    seq,
    clock: atMs * 1024,
    opId: more.opId ?? makeUuid(++made),
    at: { atMs, offsetMin: 0 },
    studyDay: firstDay + day,
    body: { cardId: 'card.a', ...body },
  });
}

/** An answer in review that put due `inDays` after it, given on a history. */
function makeAnswer(rating: Rating, day: number, history: readonly LogEvent[], more: object = {}): LogEvent {
  const fields = {
    type: 'answer',
    rating,
    takenMs: 1000,
    phaseBefore: 'review',
    phaseAfter: 'review',
    stepAfter: 0,
    memoryBefore: null,
    memoryAfter: { stability: 1, difficulty: 5 },
    recall: null,
    dueDay: firstDay + day + 77,
    dueAtMs: null,
    chainBefore: foldLog(history, cardA).chain,
    surfaceSeed: 0,
    retention: 0.9,
    maximumDays: 365,
    response: null,
    confidence: null,
  };
  return makeEvent({ ...fields, ...more }, { day });
}

describe('undo and redo', () => {
  const flagged = makeEvent({ type: 'flag', flag: 2 });
  const undo = makeEvent({ type: 'undo', target: flagged.opId });
  const redo = makeEvent({ type: 'redo', target: flagged.opId });

  test.each([
    ['an operation', [flagged], 2],
    ['an undo behind it', [flagged, undo], 0],
    ['an undo that arrives before it', [undo, flagged], 0],
    ['a redo', [flagged, undo, redo], 2],
    ['a redo that arrives first', [redo, undo, flagged], 2],
    ['an undo of what never arrived', [undo], 0],
    [
      'undone, redone and undone again',
      [undo, redo, makeEvent({ type: 'undo', target: flagged.opId }), flagged],
      0,
    ],
  ])('%s', (_name, log, flag) => {
    expect(foldLog(log, cardA).flag).toBe(flag);
    expect(foldLog([...log].reverse(), cardA).flag).toBe(flag);
  });

  test('take an operation as a whole, and leave the others', () => {
    const opId = makeUuid(++made);
    const log = [
      makeEvent({ type: 'tag', tag: 'kept', on: true }),
      makeEvent({ type: 'flag', flag: 1 }, { opId }),
      makeEvent({ type: 'tag', tag: 'leech', on: true }, { opId }),
      makeEvent({ type: 'suspend', on: true }, { opId }),
    ];
    expect(foldLog(log, cardA)).toMatchObject({ flag: 1, tags: ['kept', 'leech'], suspended: true });
    const undone = [...log, makeEvent({ type: 'undo', target: opId })];
    expect(foldLog(undone, cardA)).toMatchObject({ flag: 0, tags: ['kept'], suspended: false });
  });

  test('an earlier setting comes back when a later one is undone', () => {
    const [light, dark] = ['light', 'dark'].map(value => makeEvent({ type: 'setting', key: 'theme', value }));
    if (!light || !dark) throw new Error('two events were made');
    const log = [makeEvent({ type: 'undo', target: dark.opId }), dark, light];
    expect(selectEffective(log)).toEqual([light]);
  });
});

describe('due', () => {
  const first = makeAnswer(3, 0, []);
  const second = makeAnswer(3, 10, [first]);

  test('is what the last answer recorded, as long as the history under it stands', () => {
    expect(foldLog([first], cardA).dueDay).toBe(firstDay + 77);
    expect(foldLog([first, second], cardA).dueDay).toBe(firstDay + 87);
    const marked = [first, makeEvent({ type: 'flag', flag: 1 }, { day: 5 }), second];
    expect(foldLog(marked, cardA).dueDay).toBe(firstDay + 87);
  });

  test.each([
    ['an answer came in between from elsewhere', [first, makeAnswer(2, 4, [first]), second], 4],
    [
      'the answer underneath was undone',
      [first, second, makeEvent({ type: 'undo', target: first.opId })],
      10,
    ],
  ])('is the plain interval with seeded fuzz where %s', (_name, log, lastDay) => {
    const state = foldLog(log, cardA);
    if (state.memory === null) throw new Error('the card was answered');
    expect(state.dueDay).toBe(
      pickDueDay({
        today: addDays(firstDay, 10),
        intervalDays: model.interval(state.memory.stability, 0.9, 365),
        elapsedDays: 10 - lastDay,
        maximumDays: 365,
        atLeastDays: 1,
        seed: seedFuzz(cardA, state.reps - 1),
        load: noLoad,
      }),
    );
    expect(state.dueDay).not.toBe(firstDay + 87);
    expect(state.lastDay).toBe(firstDay + 10);
  });

  test('in steps is the recorded moment, on whatever ground', () => {
    const dueAtMs = Date.UTC(2026, 10, 24, 12, 10);
    const step = { phaseAfter: 'learning', dueAtMs, dueDay: firstDay, chainBefore: 12_345 };
    expect(foldLog([makeAnswer(1, 0, [], step)], cardA)).toMatchObject({
      phase: 'learning',
      dueAtMs,
      dueDay: firstDay,
    });
  });

  test('comes back exactly when the undo underneath is redone', () => {
    const before = foldLog([first, second], cardA);
    const undo = makeEvent({ type: 'undo', target: first.opId });
    const redo = makeEvent({ type: 'redo', target: first.opId });
    expect(foldLog([first, second, undo, redo], cardA)).toEqual(before);
  });
});

describe('each event', () => {
  const known = { type: 'memory_set', memory: { stability: 30, difficulty: 4 }, dueDay: firstDay + 30 };
  const marks = [
    makeEvent({ type: 'flag', flag: 3 }),
    makeEvent({ type: 'tag', tag: 'mine', on: true }),
    makeEvent({ type: 'note', text: 'see page 3' }),
    makeEvent({ type: 'suspend', on: true }),
    makeEvent({ type: 'bury', until: firstDay + 1 }),
  ];

  test('nothing leaves a card as new', () => {
    expect(foldCard(cardA, [], model)).toEqual(newCardState);
  });

  test('forget takes the memory and the bury, and leaves what the person marked', () => {
    const state = foldLog([makeAnswer(3, 0, []), ...marks, makeEvent({ type: 'forget' }, { day: 2 })], cardA);
    expect(state).toEqual({
      ...newCardState,
      flag: 3,
      tags: ['mine'],
      note: 'see page 3',
      suspended: true,
      chain: expect.any(Number),
    });
    expect(state.chain).not.toBe(0);
  });

  test('a lapse is an Again in review, and no other', () => {
    const first = makeAnswer(1, 0, [], { phaseBefore: 'new' });
    expect(foldLog([first], cardA).lapses).toBe(0);
    const lapsed = [first, makeAnswer(1, 5, [first], { phaseAfter: 'relearning', dueAtMs: 1 })];
    expect(foldLog(lapsed, cardA).lapses).toBe(1);
    expect(foldLog([...lapsed, makeAnswer(1, 5, lapsed)], cardA)).toMatchObject({ lapses: 1, reps: 3 });
    expect(foldLog([first, makeAnswer(2, 5, [first])], cardA).lapses).toBe(0);
  });

  test('practice and a rename change nothing', () => {
    const practice = {
      type: 'practice',
      rating: 1,
      takenMs: 5,
      surfaceSeed: 1,
      response: null,
      confidence: null,
    };
    const log = [makeAnswer(3, 0, [])];
    const before = foldLog(log, cardA);
    expect(foldLog([...log, makeEvent(practice)], cardA)).toEqual(before);
    expect(foldLog([...log, makeEvent({ type: 'rename', from: 'card.b' })], cardA)).toEqual(before);
  });

  test('a due that is set keeps the memory, gives one where there is none, and ends a bury', () => {
    const given = { stability: 7, difficulty: 5 };
    const set = { type: 'set_due', dueDay: firstDay + 9, memory: given };
    expect(foldLog([...marks, makeEvent(set)], cardA)).toMatchObject({
      phase: 'review',
      memory: given,
      lastDay: firstDay,
      dueDay: firstDay + 9,
      buriedUntil: null,
    });
    const answered = makeAnswer(3, 0, []);
    const { memory } = foldLog([answered], cardA);
    expect(foldLog([answered, makeEvent(set, { day: 3 })], cardA)).toMatchObject({
      memory,
      lastDay: firstDay,
      dueDay: firstDay + 9,
    });
  });

  test('a memory that is set holds from its own day, also where another device had answered', () => {
    const set = makeEvent({ ...known, reps: 4, lapses: 1, source: 'import' }, { day: 6 });
    for (const log of [[set], [makeAnswer(1, 0, []), set]])
      expect(foldLog(log, cardA)).toMatchObject({
        memory: known.memory,
        lastDay: firstDay + 6,
        reps: 4,
        lapses: 1,
        dueDay: firstDay + 30,
      });
  });

  test('a tag stands once and in order, and a clock set back counts as no time', () => {
    const tags = ['b', 'a', 'b'].map(tag => makeEvent({ type: 'tag', tag, on: true }));
    expect(foldLog(tags, cardA).tags).toEqual(['a', 'b']);
    const [early, late] = [makeAnswer(3, 0, []), makeAnswer(3, 5, [])];
    const events = [late, early].flatMap(({ id, studyDay, body }) =>
      body.type === 'answer' ? [{ id, studyDay, body }] : [],
    );
    const memory = model.next(model.next(null, 0, 3), 0, 3);
    expect(foldCard(cardA, events, model)).toMatchObject({ memory, lastDay: firstDay });
  });
});
