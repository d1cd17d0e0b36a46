import { z } from 'zod';
import { mockModes } from '../domain/events.ts';
import { factsSchema } from '../domain/facts.ts';
import { actSchema } from '../domain/mock/attempt.ts';
import { numberSteps } from '../domain/mock/numbers.ts';
import { phaseIds } from '../domain/mock/phases.ts';
import { levels } from '../domain/mock/prompt.ts';
import { roundKinds } from '../domain/mock/round-answer.ts';
import { decisionIds } from '../domain/rules/decisions.ts';

/** The part of the contract between the two processes that is about a running mock interview. */

const factName = factsSchema.keyof();
const decision = z.enum(decisionIds);
const strings = z.array(z.string());
const labelled = z.object({ id: z.string(), label: z.string() });

export type MockMode = (typeof mockModes)[number];

/** A prompt as it is offered. */
export const promptCardSchema = z.object({
  id: z.string(),
  title: z.string(),
  opening: z.string(),
  minutes: z.union([z.literal(12), z.literal(35)]),
  level: z.enum(levels),
  parts: strings,
  decisions: z.number().int(),
  attempts: z.number().int(),
  /** Best decision score so far, 0 to 100. */
  best: z.number().nullable(),
});
export type PromptCard = z.infer<typeof promptCardSchema>;

/** An attempt in the list of past ones. */
export const attemptLineSchema = z.object({
  attemptId: z.string(),
  promptId: z.string(),
  title: z.string(),
  minutes: z.number(),
  level: z.enum(levels),
  mode: z.enum(mockModes),
  /** Not the first at its prompt: practice, which readiness leaves out. */
  repeat: z.boolean(),
  startedAtMs: z.number().int(),
  /** Calendar date of the start, YYYY-MM-DD. */
  date: z.string(),
  /** Null while it is not submitted. */
  total: z.number().nullable(),
});
export type AttemptLine = z.infer<typeof attemptLineSchema>;

/** What `mocks:list` shows. */
export const mockListSchema = z.object({
  prompts: z.array(promptCardSchema),
  /** An attempt that was begun and not submitted. */
  open: attemptLineSchema.nullable(),
  next: z
    .object({
      promptId: z.string(),
      title: z.string(),
      /** Names of the weakest defaults among those that it exercises; whether they were met, or none of them ever was. */
      exercises: strings,
      met: z.boolean(),
      /** No mock was handed in yet. */
      isFirst: z.boolean(),
    })
    .nullable(),
  /** Submitted attempts, the latest first. */
  past: z.array(attemptLineSchema),
  /** Whether the diagnostic was ever taken: at least half of it answered. */
  diagnosed: z.boolean(),
  /** Rounds of single decisions that are over, the latest first. */
  rounds: z.array(
    z.object({
      roundId: z.string(),
      kind: z.enum(roundKinds),
      /** Calendar date of the start, YYYY-MM-DD. */
      date: z.string(),
      right: z.number().int(),
      answered: z.number().int(),
    }),
  ),
});
export type MockList = z.infer<typeof mockListSchema>;

/** A fact as a candidate heard it. */
const heardSchema = z.object({
  /** `fact`, or `part.fact`. */
  name: z.string(),
  fact: factName,
  part: z.string().nullable(),
  /** The sentence in which it was told. */
  say: z.string(),
  /** In few words, for citing: `40,000 reads/s`. */
  short: z.string(),
  from: z.enum(['opening', 'question', 'assumption', 'twist']),
});
export type Heard = z.infer<typeof heardSchema>;

const choiceSchema = z.object({
  option: z.string(),
  facts: z.array(factName),
  nothing: z.boolean(),
  confidence: z.enum(['low', 'medium', 'high']).nullable(),
  /** The stage in which it was last chosen. */
  stage: z.number().int(),
});

/** One cell of the board. */
const cellSchema = z.object({
  part: z.string(),
  decision,
  /** The phase in which it is due. */
  phase: z.enum(phaseIds),
  options: z.array(labelled),
  /** Known facts of this part that may be cited, in groups that count as one; deciding or not, in a fixed order. */
  citable: z.array(z.object({ facts: z.array(factName), label: z.string() })),
  /** Facts this decision can turn on that are not known yet, to be assumed. Without `values` a number is given. */
  assumable: z.array(
    z.object({
      fact: factName,
      label: z.string(),
      values: z.array(z.object({ value: z.union([z.string(), z.boolean()]), label: z.string() })).nullable(),
      unit: z.string(),
    }),
  ),
  choice: choiceSchema.nullable(),
});
export type Cell = z.infer<typeof cellSchema>;

/** "Why not …?", answered by choosing that option's cost. */
const pushbackViewSchema = z.object({
  part: z.string(),
  partName: z.string(),
  decision,
  option: z.string(),
  ask: z.string(),
  costs: z.array(labelled),
  /** The id of the cost that was chosen, or null. */
  given: z.string().nullable(),
});
export type PushbackView = z.infer<typeof pushbackViewSchema>;

/** A running mock interview as it stands. What is expected never leaves the main process before submission. */
export const mockViewSchema = z.object({
  attemptId: z.string(),
  promptId: z.string(),
  title: z.string(),
  opening: z.string(),
  level: z.enum(levels),
  mode: z.enum(mockModes),
  minutes: z.number(),
  phases: z.array(z.object({ phase: z.enum(phaseIds), name: z.string(), minutes: z.number() })),
  phase: z.enum(phaseIds),
  parts: z.array(z.object({ id: z.string(), name: z.string() })),
  decisions: z.array(z.object({ decision, name: z.string() })),
  heard: z.array(heardSchema),
  menu: z.array(z.object({ id: z.string(), ask: z.string(), asked: z.boolean(), answer: strings })),
  asksLeft: z.number().int(),
  numbers: z.array(
    z.object({
      part: z.string().nullable(),
      partName: z.string().nullable(),
      step: z.enum(numberSteps),
      name: z.string(),
      /** Units to choose from; only one is the step's. */
      units: strings,
      given: z.object({ value: z.number(), unit: z.string() }).nullable(),
    }),
  ),
  /** Guided: every pair that applies. Open: those that were raised. */
  cells: z.array(cellSchema),
  /** At the open level what may be raised, for any part; empty at the guided one. */
  palette: z.array(z.object({ decision, name: z.string(), options: z.array(labelled) })),
  /** Asked once the twists begin; empty before. */
  pushbacks: z.array(pushbackViewSchema),
  /** Twists told so far. */
  twists: z.array(z.object({ id: z.string(), title: z.string(), say: z.string() })),
  /** The twist that comes next; null where there is none left. */
  nextTwist: z.string().nullable(),
  note: z.string(),
  clock: z.object({
    /** Time left now, in ms; questions cost their 20 s at once. */
    leftMs: z.number(),
    running: z.boolean(),
  }),
});
export type MockView = z.infer<typeof mockViewSchema>;

const attempt = { attemptId: z.string().max(60) };

/** Where a mock stands after a step: running, or over because its time was up. */
export const mockStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('running'), view: mockViewSchema }),
  z.object({ kind: z.literal('over'), ...attempt }),
]);
export type MockState = z.infer<typeof mockStateSchema>;

/** Which prompt to take: one of the curated, or one drawn from a seed (null: a new one). */
const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('curated'), promptId: z.string().max(60) }),
  z.object({
    kind: z.literal('generated'),
    seed: z.number().int().min(0).max(0xffffffff).nullable(),
    minutes: z.union([z.literal(12), z.literal(35)]),
  }),
]);

/** The channels of a running mock interview. */
export const mockChannels = {
  'mocks:list': { input: z.object({}), output: mockListSchema },
  /** Begins an attempt. Refused while another one is open. */
  'mocks:start': {
    input: z.object({ source: sourceSchema, level: z.enum(levels), mode: z.enum(mockModes) }),
    output: mockStateSchema,
  },
  /** Reads an attempt; practice goes on here where it was left, strict ends here where its deadline has passed. */
  'mocks:view': { input: z.object(attempt), output: mockStateSchema },
  'mocks:act': { input: z.object({ ...attempt, act: actSchema }), output: mockStateSchema },
  'mocks:note': { input: z.object({ ...attempt, text: z.string().max(20_000) }), output: z.object({}) },
  /** Practice only: stops and starts the clock, and says what a decision turns on. */
  'mocks:pause': { input: z.object({ ...attempt, on: z.boolean() }), output: mockStateSchema },
  'mocks:hint': {
    input: z.object({ ...attempt, part: z.string().max(120), decision }),
    output: z.object({ hint: z.string() }),
  },
  /** Ends an attempt. Final; asking again changes nothing. */
  'mocks:submit': { input: z.object(attempt), output: z.object(attempt) },
  /** Gives an open attempt up without a score. It leaves the lists. */
  'mocks:abandon': { input: z.object(attempt), output: z.object({}) },
} as const;
