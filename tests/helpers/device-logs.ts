import fc from 'fast-check';
import {
  advanceClock,
  type EventBody,
  eventBodySchema,
  eventSchema,
  type LogEvent,
} from '../../src-shared/domain/events.ts';
import { type CardEvent, foldCard, selectEffective } from '../../src-shared/domain/fold.ts';
import { type CardId, cardIdSchema, type OpId, opIdSchema } from '../../src-shared/domain/ids.ts';
import { createMemoryModel, defaultWeights } from '../../src-shared/domain/memory.ts';
import { findStudyDay } from '../../src-shared/domain/study-day.ts';

export const model = createMemoryModel(defaultWeights);
export const cardIds = ['card.a', 'card.b'].map(id => cardIdSchema.parse(id));

/** A body whose answers do not know yet on what ground they are given. */
type Act = { type: string; cardId?: string } & Record<string, unknown>;

/** One thing that happens on, or between, devices. */
export type DeviceStep =
  | { kind: 'act'; device: number; acts: Act[] }
  | { kind: 'undo' | 'redo'; device: number }
  /** One device receives all that another one knows. */
  | { kind: 'receive'; device: number; from: number }
  | { kind: 'wait'; minutes: number };

/** How the devices' own clocks stand, in minutes off. The third one's is two days behind. */
const skewMin = [0, 3, -2880];
const device = fc.nat(skewMin.length - 1);
const cardId = fc.constantFrom(...cardIds);
const day = fc.integer({ min: 20_000, max: 21_000 });
const memory = fc.record({
  stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
const of = <T extends object>(type: string, fields: fc.Arbitrary<T>): fc.Arbitrary<Act> =>
  fc.tuple(cardId, fields).map(([card, rest]) => ({ ...rest, type, cardId: card }));

const answer = of(
  'answer',
  fc
    .record({
      rating: fc.constantFrom(1, 2, 3, 4),
      phaseAfter: fc.constantFrom('learning', 'review', 'relearning'),
      dueDay: day,
    })
    .map(fields => ({
      ...fields,
      takenMs: 1000,
      phaseBefore: 'new',
      stepAfter: 0,
      memoryBefore: null,
      memoryAfter: { stability: 1, difficulty: 5 },
      recall: null,
      dueAtMs: fields.phaseAfter === 'review' ? null : fields.dueDay * 86_400_000,
      surfaceSeed: 0,
      retention: 0.9,
      maximumDays: 365,
      response: null,
      confidence: null,
    })),
);

const change: fc.Arbitrary<Act> = fc.oneof(
  of('suspend', fc.record({ on: fc.boolean() })),
  of('bury', fc.record({ until: day })),
  of('flag', fc.record({ flag: fc.nat(4) })),
  of('tag', fc.record({ tag: fc.constantFrom('x', 'y'), on: fc.boolean() })),
  of('note', fc.record({ text: fc.string({ maxLength: 5 }) })),
  of('forget', fc.record({})),
  of('set_due', fc.record({ dueDay: day, memory: fc.option(memory) })),
  of(
    'memory_set',
    fc.record({
      memory,
      dueDay: day,
      reps: fc.nat(9),
      lapses: fc.nat(3),
      source: fc.constantFrom('known', 'import'),
    }),
  ),
  fc.record({ type: fc.constant('setting'), key: fc.constant('newPerDay'), value: fc.nat(50) }),
  fc.record({
    type: fc.constant('setting'),
    key: fc.constant('theme'),
    value: fc.constantFrom('light', 'dark'),
  }),
);

const step: fc.Arbitrary<DeviceStep> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      device,
      acts: fc.array(fc.oneof({ weight: 2, arbitrary: answer }, { weight: 1, arbitrary: change }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), device }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('receive' as const), device, from: device }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      minutes: fc.oneof(fc.constantFrom(0, 3, 1440, 2880), fc.nat(20_000)),
    }),
  },
);

type Device = { seq: number; known: Map<string, LogEvent>; done: OpId[]; undone: OpId[] };

/** What each device knows at the end of such steps. Together they may know the same events, or not. */
export function liveOnDevices(steps: readonly DeviceStep[]): LogEvent[][] {
  const devices = skewMin.map((): Device => ({ seq: 0, known: new Map(), done: [], undone: [] }));
  let nowMs = Date.UTC(2026, 10, 24, 8);
  let made = 0;
  const nextId = (): string => makeUuid(++made);

  const append = (index: number, opId: OpId, body: EventBody): void => {
    const self = take(devices, index);
    const atMs = nowMs + take(skewMin, index) * 60_000;
    const last = Math.max(0, ...[...self.known.values()].map(({ clock }) => clock));
    const at = { atMs, offsetMin: 0 };
    const event = eventSchema.parse({
      id: nextId(),
      device: makeUuid(900 + index),
      seq: ++self.seq,
      clock: advanceClock(last, atMs),
      opId,
      at,
      studyDay: findStudyDay(at, 4),
      body,
    });
    self.known.set(event.id, event);
  };

  for (const current of steps) {
    if (current.kind === 'wait') {
      nowMs += current.minutes * 60_000;
      continue;
    }
    const self = take(devices, current.device);
    if (current.kind === 'receive') {
      for (const event of take(devices, current.from).known.values()) self.known.set(event.id, event);
      continue;
    }
    const opId = opIdSchema.parse(nextId());
    if (current.kind === 'act') {
      for (const act of current.acts) {
        const ground = act.cardId
          ? foldLog([...self.known.values()], cardIdSchema.parse(act.cardId)).chain
          : 0;
        append(current.device, opId, eventBodySchema.parse({ ...act, chainBefore: ground }));
      }
      self.done.push(opId);
      self.undone = [];
      continue;
    }
    const [from, to] = current.kind === 'undo' ? [self.done, self.undone] : [self.undone, self.done];
    const target = from.pop();
    if (target === undefined) continue;
    to.push(target);
    append(current.device, opId, { type: current.kind, target });
  }
  return devices.map(({ known }) => [...known.values()]);
}

/** What several devices know at the end of any life of up to so many steps. */
export const deviceLogs = (maxLength: number): fc.Arbitrary<LogEvent[][]> =>
  fc.array(step, { minLength: 1, maxLength }).map(liveOnDevices);

/** All events of several logs, each once, as they happen to arrive. The log's table does so by the event's id. */
export function mergeLogs(...logs: readonly (readonly LogEvent[])[]): LogEvent[] {
  return [...new Map(logs.flat().map(event => [event.id, event])).values()];
}

/** The events of one card that count, in order. */
export function listCardEvents(log: readonly LogEvent[], cardId: CardId): CardEvent[] {
  return selectEffective(log).flatMap(({ id, studyDay, body }) =>
    'cardId' in body && body.cardId === cardId ? [{ id, studyDay, body }] : [],
  );
}

/** One card's state from a whole log. */
export function foldLog(log: readonly LogEvent[], cardId: CardId) {
  return foldCard(cardId, listCardEvents(log, cardId), model);
}

/** A UUID that tells by its number which one it is. */
export function makeUuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function take<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`there is no item ${index}`);
  return item;
}
