import { z } from 'zod';
import type { FactName } from '../facts.ts';
import { factsSchema } from '../facts.ts';
import { type DecisionId, decisionIds, type OptionId } from '../rules/decisions.ts';
import { numberSteps, type OwnNumbers } from './numbers.ts';
import { nameStatement, type Prompt } from './prompt.ts';
import { listOpening } from './stage.ts';

const atMs = z.number().int().nonnegative();
const name = z.string().min(1).max(120);
const factName = factsSchema.keyof();
/** Answers that carry a confidence. */
export const confidences = { low: 0.5, medium: 0.7, high: 0.9 } as const;
export type Confidence = keyof typeof confidences;

const pair = { part: name, decision: z.enum(decisionIds) };

const acts = {
  ask: { type: z.literal('ask'), question: name },
  assume: { type: z.literal('assume'), part: name.optional(), fact: factName },
  number: {
    type: z.literal('number'),
    part: name.optional(),
    step: z.enum(numberSteps),
    value: z.number().nonnegative(),
    unit: name,
  },
  decide: { type: z.literal('decide'), ...pair, option: name },
  revise: { type: z.literal('revise'), ...pair, option: name },
  cite: {
    type: z.literal('cite'),
    ...pair,
    facts: z.array(factName).max(6).default([]),
    /** "Nothing known moves this." */
    nothing: z.boolean().default(false),
  },
  sure: { type: z.literal('sure'), ...pair, confidence: z.enum(['low', 'medium', 'high']) },
  phase: { type: z.literal('phase'), phase: name },
  twist: { type: z.literal('twist'), twist: name },
};

/** What a candidate does in an interview, without its moment. */
export const actSchema = z.discriminatedUnion('type', [
  z.strictObject(acts.ask),
  z.strictObject(acts.assume),
  z.strictObject(acts.number),
  z.strictObject(acts.decide),
  z.strictObject(acts.revise),
  z.strictObject(acts.cite),
  z.strictObject(acts.sure),
  z.strictObject(acts.phase),
  z.strictObject(acts.twist),
]);
export type Act = z.infer<typeof actSchema>;

/**
 * One thing that happens in a mock interview, with the milliseconds since its start. `decide` is given again to
 * change one's mind before a twist, `revise` after one.
 */
export const attemptEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...acts.ask, atMs }),
  z.strictObject({ ...acts.assume, atMs }),
  z.strictObject({ ...acts.number, atMs }),
  z.strictObject({ ...acts.decide, atMs }),
  z.strictObject({ ...acts.revise, atMs }),
  z.strictObject({ ...acts.cite, atMs }),
  z.strictObject({ ...acts.sure, atMs }),
  z.strictObject({ ...acts.phase, atMs }),
  z.strictObject({ ...acts.twist, atMs }),
  z.strictObject({ type: z.literal('pause'), atMs }),
  z.strictObject({ type: z.literal('resume'), atMs }),
  z.strictObject({ type: z.literal('submit'), atMs }),
]);
export type AttemptEvent = z.infer<typeof attemptEventSchema>;

/** A whole attempt, as a file holds it. */
export const attemptSchema = z.strictObject({
  level: z.enum(['guided', 'open']).optional(),
  events: z.array(attemptEventSchema).max(5_000),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** At most so many questions are answered. */
export const MOST_ASKED = 8;

/** What stands on the board for one pair. */
export type Choice = {
  part: string;
  decision: DecisionId;
  option: OptionId;
  facts: readonly FactName[];
  nothing: boolean;
  confidence: Confidence | null;
  /** The statements that were known when it was last touched. */
  known: ReadonlySet<string>;
  /** The stage in which the option was last chosen. */
  stage: number;
  atMs: number;
};

/** The board at the end of a stage. */
export type Board = ReadonlyMap<string, Choice>;

export type Asked = { question: string; atMs: number; known: ReadonlySet<string> };

/** An attempt as it stood when it was submitted. */
export type Played = {
  /** One board for each stage that was reached, the last at submission. */
  boards: Board[];
  asked: Asked[];
  numbers: ReadonlyMap<string, { value: number; unit: string }>;
  own: ReadonlyMap<string, OwnNumbers>;
  known: ReadonlySet<string>;
  endedAtMs: number;
};

/** The key of a pair on the board. */
export function keyOf(part: string, decision: DecisionId): string {
  return `${part} ${decision}`;
}

/** The key of a number: its step, and its part where it has one. */
export function keyOfNumber({ part, step }: { part?: string | undefined; step: string }): string {
  return part === undefined ? step : `${part} ${step}`;
}

/** Replays an attempt's events over its prompt. What comes after the submission counts for nothing. */
export function playAttempt(prompt: Prompt, events: readonly AttemptEvent[]): Played {
  const known = new Set(listOpening(prompt));
  const boards: Map<string, Choice>[] = [new Map()];
  const asked: Asked[] = [];
  const numbers = new Map<string, { value: number; unit: string }>();
  const own = new Map<string, OwnNumbers>();
  let endedAtMs = 0;
  const touch = (part: string, decision: DecisionId, at: number, change: Partial<Choice>): void => {
    const stage = boards.length - 1;
    const board = boards[stage];
    const before = board?.get(keyOf(part, decision));
    if (!board || (!before && change.option === undefined)) return;
    const blank = { part, decision, option: '', facts: [], nothing: false, confidence: null, stage };
    // Another option needs a reason of its own.
    const kept = change.option === undefined || change.option === before?.option ? before : undefined;
    board.set(keyOf(part, decision), { ...blank, ...kept, ...change, known: new Set(known), atMs: at });
  };
  for (const event of events) {
    endedAtMs = Math.max(endedAtMs, event.atMs);
    if (event.type === 'submit') break;
    switch (event.type) {
      case 'ask': {
        const question = prompt.menu.find(({ id }) => id === event.question);
        if (!question || asked.length >= MOST_ASKED) break;
        for (const revealed of question.reveals) known.add(revealed);
        asked.push({ question: event.question, atMs: event.atMs, known: new Set(known) });
        break;
      }
      case 'assume':
        known.add(
          nameStatement(
            event.part === undefined ? { fact: event.fact } : { part: event.part, fact: event.fact },
          ),
        );
        break;
      case 'number': {
        numbers.set(keyOfNumber(event), { value: event.value, unit: event.unit });
        const part = event.part ?? '';
        own.set(part, { ...own.get(part), [event.step]: event.value });
        break;
      }
      case 'decide':
      case 'revise':
        touch(event.part, event.decision, event.atMs, { option: event.option, stage: boards.length - 1 });
        break;
      case 'cite':
        touch(event.part, event.decision, event.atMs, { facts: event.facts, nothing: event.nothing });
        break;
      case 'sure':
        touch(event.part, event.decision, event.atMs, { confidence: event.confidence });
        break;
      case 'twist': {
        const twist = prompt.twists.find(({ id }) => id === event.twist);
        for (const change of twist?.changes ?? []) known.add(nameStatement(change));
        boards.push(new Map(boards.at(-1)));
        break;
      }
      default:
        break;
    }
  }
  return { boards, asked, numbers, own, known, endedAtMs };
}
