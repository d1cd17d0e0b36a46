import { z } from 'zod';
import { phases } from './card-state.ts';
import { confidences } from './confidence.ts';
import { cardIdSchema, deviceIdSchema, eventIdSchema, opIdSchema } from './ids.ts';
import { weightsSchema } from './memory.ts';
import { attemptEventSchema } from './mock/attempt.ts';
import { levels, promptSchema } from './mock/prompt.ts';
import { roundAnswerSchema, roundKinds } from './mock/round-answer.ts';
import { ratingSchema } from './rating.ts';
import { settingKeySchema } from './settings.ts';
import { instantSchema, loggedDaySchema } from './study-day.ts';

const memorySchema = z.object({ stability: z.number().positive(), difficulty: z.number().min(1).max(10) });
const uint32 = z.number().int().min(0).max(0xffffffff);

/** What the person gave as their answer, where a card has something to give. */
export const responseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('option'), index: z.number().int().min(0).max(9) }),
  z.object({ kind: z.literal('number'), value: z.number() }),
]);
export type Response = z.infer<typeof responseSchema>;

export const confidenceSchema = z.enum(confidences);

/** What an answer records. Memory and due as the person saw them decided; times in ms, days as study days. */
export const answerSchema = z.object({
  type: z.literal('answer'),
  cardId: cardIdSchema,
  rating: ratingSchema,
  /** Time from the card shown to the rating given. */
  takenMs: z.number().int().min(0).max(86_400_000),
  phaseBefore: z.enum(phases),
  phaseAfter: z.enum(phases),
  stepAfter: z.number().int().min(0),
  memoryBefore: memorySchema.nullable(),
  memoryAfter: memorySchema,
  recall: z.number().min(0).max(1).nullable(),
  dueDay: loggedDaySchema,
  dueAtMs: z.number().int().min(-8.64e15).max(8.64e15).nullable(),
  chainBefore: uint32,
  surfaceSeed: uint32,
  /** What due was computed with, so that a replay on changed ground needs no other source. */
  retention: z.number(),
  maximumDays: z.number().int(),
  response: responseSchema.nullable(),
  confidence: confidenceSchema.nullable(),
});

/** Extra study: kept for statistics, without effect on the schedule. */
const practiceSchema = z.object({
  type: z.literal('practice'),
  cardId: cardIdSchema,
  rating: ratingSchema,
  takenMs: z.number().int().min(0),
  surfaceSeed: uint32,
  response: responseSchema.nullable(),
  confidence: confidenceSchema.nullable(),
});

/** Strict: a wall deadline that runs while the app is closed. Practice: the clock stops while it is, and hints are given. */
export const mockModes = ['strict', 'practice'] as const;

const attemptId = z.uuid();

/** The beginning of a mock interview, with all that its score will rest on. */
const mockStartSchema = z.object({
  type: z.literal('mock_start'),
  attemptId,
  /** As it stood then: later changes of a deck do not reach an attempt. */
  prompt: promptSchema,
  /** Of a generated prompt; null for a curated one. */
  seed: uint32.nullable(),
  generatorVersion: z.number().int().nullable(),
  /** Draws the pushbacks. */
  pushbackSeed: uint32,
  level: z.enum(levels),
  mode: z.enum(mockModes),
});

const roundId = z.uuid();
/** Time on a round's own clock, in ms since it began. */
const roundMs = z.number().int().min(0);

/** What brought a card back: a missed decision of a mock, or a round whose misses it would mend. */
export const markSchema = z.discriminatedUnion('source', [
  z.object({ type: z.literal('mark'), cardId: cardIdSchema, source: z.literal('mock'), attemptId }),
  z.object({ type: z.literal('mark'), cardId: cardIdSchema, source: z.literal('round'), roundId }),
]);

/**
 * Every change of state there is. An event is never altered or removed: an undo is itself an event, which names
 * the operation it annuls.
 */
export const eventBodySchema = z.discriminatedUnion('type', [
  answerSchema,
  practiceSchema,
  z.object({ type: z.literal('forget'), cardId: cardIdSchema }),
  z.object({
    type: z.literal('set_due'),
    cardId: cardIdSchema,
    dueDay: loggedDaySchema,
    /** The memory given to a card that had none; null where it keeps its own. */
    memory: memorySchema.nullable(),
  }),
  z.object({
    type: z.literal('memory_set'),
    cardId: cardIdSchema,
    memory: memorySchema,
    dueDay: loggedDaySchema,
    reps: z.number().int().min(0),
    lapses: z.number().int().min(0),
    source: z.enum(['known', 'import']),
  }),
  z.object({ type: z.literal('suspend'), cardId: cardIdSchema, on: z.boolean() }),
  z.object({ type: z.literal('bury'), cardId: cardIdSchema, until: loggedDaySchema }),
  z.object({ type: z.literal('flag'), cardId: cardIdSchema, flag: z.number().int().min(0).max(4) }),
  z.object({ type: z.literal('tag'), cardId: cardIdSchema, tag: z.string().min(1).max(60), on: z.boolean() }),
  z.object({ type: z.literal('note'), cardId: cardIdSchema, text: z.string().max(10_000) }),
  /** A card's file gave it a new id: what happened to `from` happened to `cardId`. */
  z.object({ type: z.literal('rename'), cardId: cardIdSchema, from: cardIdSchema }),
  z.object({ type: z.literal('setting'), key: settingKeySchema, value: z.json() }),
  z.object({ type: z.literal('parameters'), weights: weightsSchema }),
  /** A card is brought back: it is asked first, once. Memory and due stay as they are. */
  markSchema,
  mockStartSchema,
  z.object({ type: z.literal('mock_act'), attemptId, act: attemptEventSchema }),
  z.object({ type: z.literal('mock_note'), attemptId, text: z.string().max(20_000) }),
  /** Final. The verdict under the rules of that version stands beside the attempt. */
  z.object({
    type: z.literal('mock_submit'),
    attemptId,
    atMs: z.number().int().min(0),
    rulesVersion: z.number().int(),
    total: z.number().min(0).max(100),
    verdict: z.json(),
  }),
  /** What the person holds against a verdict; it never changes the score. */
  z.object({ type: z.literal('mock_contest'), attemptId, text: z.string().max(5_000) }),
  z.object({ type: z.literal('mock_abandon'), attemptId }),
  /** The beginning of a round of single decisions, which are drawn from its seed. */
  z.object({
    type: z.literal('round_start'),
    roundId,
    kind: z.enum(roundKinds),
    seed: uint32,
    generatorVersion: z.number().int(),
    rulesVersion: z.number().int(),
  }),
  z.object({
    type: z.literal('round_answer'),
    roundId,
    index: z.number().int().min(0),
    atMs: roundMs,
    takenMs: z.number().int().min(0).max(86_400_000),
    answer: roundAnswerSchema,
  }),
  z.object({ type: z.literal('round_end'), roundId, atMs: roundMs }),
  /** Events of a device that damage took, by their numbers: their places in its sequence stay empty. */
  z.object({ type: z.literal('loss'), of: deviceIdSchema, seqs: z.array(z.number().int().min(1)).min(1) }),
  z.object({ type: z.literal('undo'), target: opIdSchema }),
  z.object({ type: z.literal('redo'), target: opIdSchema }),
]);
export type EventBody = z.infer<typeof eventBodySchema>;
export type AnswerBody = z.infer<typeof answerSchema>;
export type EventType = EventBody['type'];
/** What happens to one mock interview. */
export type MockEventBody = Extract<EventBody, { type: `mock_${string}` }>;
/** What happens to one round of single decisions. */
export type RoundEventBody = Extract<EventBody, { type: `round_${string}` }>;
/** The part of an event that only one card's fold needs. */
export type CardEventBody = Extract<EventBody, { cardId: unknown }>;

/** An event as it stands in the log. */
export const eventSchema = z.object({
  id: eventIdSchema,
  device: deviceIdSchema,
  /** 1, 2, 3 … on each device, without gaps. */
  seq: z.number().int().min(1),
  /** Hybrid logical clock: UTC ms × 1024 + counter. Order is (clock, device, seq); wall time is data. */
  clock: z.number().int().min(0),
  opId: opIdSchema,
  at: instantSchema,
  /** Study day of `at` under the day start in force then. */
  studyDay: loggedDaySchema,
  body: eventBodySchema,
});
export type LogEvent = z.infer<typeof eventSchema>;

/** Ticks of the hybrid logical clock in a millisecond. */
const ticksPerMs = 1024;

/** The clock of the next event: never behind wall time, always after everything seen. */
export function advanceClock(last: number, nowMs: number): number {
  return Math.max(nowMs * ticksPerMs, last + 1);
}

/** The one order of events, the same on every device. */
export function compareEvents(a: LogEvent, b: LogEvent): number {
  if (a.clock !== b.clock) return a.clock - b.clock;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.seq - b.seq;
}
