import fc from 'fast-check';
import type { EventBody, EventType, LogEvent } from '../../src-shared/domain/events.ts';
import { eventBodySchema, eventSchema } from '../../src-shared/domain/events.ts';

const cardId = fc.stringMatching(/^[a-z0-9]{1,8}([.-][a-z0-9]{1,8}){0,2}$/);
const uint32 = fc.integer({ min: 0, max: 0xffffffff });
const day = fc.integer({ min: -1000, max: 60_000 });
const real = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map(value => (value === 0 ? 0 : value));
const memory = fc.record({ stability: real(0.001, 36_500), difficulty: real(1, 10) });
const rating = fc.constantFrom(1, 2, 3, 4);
const phase = fc.constantFrom('new', 'learning', 'review', 'relearning');
const takenMs = fc.integer({ min: 0, max: 86_400_000 });
const atMs = fc.integer({ min: -1e12, max: 7e12 });
const response = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('option'), index: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ kind: fc.constant('number'), value: real(-1e12, 1e12) }),
  ),
);
const confidence = fc.option(fc.constantFrom('low', 'medium', 'high'));
const text = (maxLength: number) => fc.string({ unit: 'binary', minLength: 1, maxLength });

const examplePrompt = {
  id: 'ferry',
  minutes: 35,
  level: 'guided',
  parts: [{ id: 'look-up' }],
  facts: [{ part: 'look-up', fact: 'reads_per_s', is: 6000 }],
  menu: [],
  numbers: [],
  twists: [],
  score: [{ part: 'look-up', decision: 'caching' }],
};

/** An arbitrary body of each type there is: a type without one does not compile. */
const bodies: { [T in EventType]: fc.Arbitrary<object> } = {
  answer: fc.record({
    cardId,
    rating,
    takenMs,
    phaseBefore: phase,
    phaseAfter: phase,
    stepAfter: fc.nat(9),
    memoryBefore: fc.option(memory),
    memoryAfter: memory,
    recall: fc.option(real(0, 1)),
    dueDay: day,
    dueAtMs: fc.option(atMs),
    chainBefore: uint32,
    surfaceSeed: uint32,
    retention: real(0.7, 0.97),
    maximumDays: fc.integer({ min: 1, max: 36_500 }),
    response,
    confidence,
  }),
  practice: fc.record({ cardId, rating, takenMs, surfaceSeed: uint32, response, confidence }),
  forget: fc.record({ cardId }),
  set_due: fc.record({ cardId, dueDay: day, memory: fc.option(memory) }),
  memory_set: fc.record({
    cardId,
    memory,
    dueDay: day,
    reps: fc.nat(500),
    lapses: fc.nat(50),
    source: fc.constantFrom('known', 'import'),
  }),
  suspend: fc.record({ cardId, on: fc.boolean() }),
  bury: fc.record({ cardId, until: day }),
  flag: fc.record({ cardId, flag: fc.nat(4) }),
  tag: fc.record({ cardId, tag: text(60), on: fc.boolean() }),
  note: fc.record({ cardId, text: text(300) }),
  rename: fc.record({ cardId, from: cardId }),
  setting: fc.record({
    key: fc.constantFrom('theme', 'newPerDay', 'learningStepsMin'),
    value: fc.jsonValue().map(value => JSON.parse(JSON.stringify(value))),
  }),
  parameters: fc.record({ weights: fc.array(real(-100, 100), { minLength: 21, maxLength: 21 }) }),
  mark: fc.oneof(
    fc.record({ cardId, source: fc.constant('mock'), attemptId: fc.uuid() }),
    fc.record({ cardId, source: fc.constant('round'), roundId: fc.uuid() }),
  ),
  mock_start: fc.record({
    attemptId: fc.uuid(),
    prompt: fc.constant(examplePrompt),
    seed: fc.option(uint32),
    generatorVersion: fc.option(fc.nat(9)),
    pushbackSeed: uint32,
    level: fc.constantFrom('guided', 'open'),
    mode: fc.constantFrom('strict', 'practice'),
  }),
  mock_act: fc.record({
    attemptId: fc.uuid(),
    act: fc.oneof(
      fc.record({ type: fc.constant('ask'), atMs: fc.nat(), question: text(60) }),
      fc.record({
        type: fc.constant('decide'),
        atMs: fc.nat(),
        part: text(60),
        decision: fc.constantFrom('caching', 'protocol'),
        option: text(60),
      }),
    ),
  }),
  mock_note: fc.record({ attemptId: fc.uuid(), text: text(300) }),
  mock_submit: fc.record({
    attemptId: fc.uuid(),
    atMs: fc.nat(),
    rulesVersion: fc.nat(9),
    total: real(0, 100),
    verdict: fc.jsonValue().map(value => JSON.parse(JSON.stringify(value))),
  }),
  mock_contest: fc.record({ attemptId: fc.uuid(), text: text(300) }),
  mock_abandon: fc.record({ attemptId: fc.uuid() }),
  round_start: fc.record({
    roundId: fc.uuid(),
    kind: fc.constantFrom('quick', 'diagnostic'),
    seed: uint32,
    generatorVersion: fc.nat(9),
    rulesVersion: fc.nat(9),
  }),
  round_answer: fc.record({
    roundId: fc.uuid(),
    index: fc.nat(200),
    atMs: fc.nat(),
    takenMs,
    answer: fc.record({
      decision: fc.constantFrom('caching', 'sharding'),
      option: text(60),
      standing: fc.constantFrom('best', 'defensible', 'wrong'),
      best: fc.array(text(60), { maxLength: 3 }),
      topic: fc.constantFrom('caching', 'scaling'),
      marks: fc.array(text(60), { maxLength: 3 }),
    }),
  }),
  round_end: fc.record({ roundId: fc.uuid(), atMs: fc.nat() }),
  loss: fc.record({ of: fc.uuid(), seqs: fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1 }) }),
  undo: fc.record({ target: fc.uuid() }),
  redo: fc.record({ target: fc.uuid() }),
};

/** Any body of any type, parsed by the schema. */
export const arbitraryBody: fc.Arbitrary<EventBody> = fc.oneof(
  ...Object.entries(bodies).map(([type, body]) =>
    body.map(fields => eventBodySchema.parse({ type, ...fields })),
  ),
);

/** Any event. */
export const arbitraryEvent: fc.Arbitrary<LogEvent> = fc
  .record({
    id: fc.uuid(),
    device: fc.uuid(),
    seq: fc.integer({ min: 1, max: 1e9 }),
    clock: fc.nat(Number.MAX_SAFE_INTEGER),
    opId: fc.uuid(),
    at: fc.record({ atMs, offsetMin: fc.integer({ min: -720, max: 840 }) }),
    studyDay: day,
    body: arbitraryBody,
  })
  .map(event => eventSchema.parse(event));
