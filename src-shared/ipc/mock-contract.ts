import { z } from 'zod';
import { factsSchema } from '../domain/facts.ts';
import { actSchema } from '../domain/mock/attempt.ts';
import { numberSteps } from '../domain/mock/numbers.ts';
import { phaseIds } from '../domain/mock/phases.ts';
import { levels } from '../domain/mock/prompt.ts';
import { decisionIds } from '../domain/rules/decisions.ts';

/** The part of the contract between the two processes that is about mock interviews. */

const factName = factsSchema.keyof();
const decision = z.enum(decisionIds);
const strings = z.array(z.string());

/** Strict: a wall deadline that runs while the app is closed. Practice: the clock stops while it is. */
export const mockModes = ['strict', 'practice'] as const;

/** A prompt as it is offered. */
export const promptCardSchema = z.object({
  id: z.string(),
  title: z.string(),
  opening: z.string(),
  minutes: z.number(),
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
  level: z.enum(levels),
  mode: z.enum(mockModes),
  startedAtMs: z.number().int(),
  /** Null while it is not submitted. */
  total: z.number().nullable(),
});
export type AttemptLine = z.infer<typeof attemptLineSchema>;

/** What `mocks:list` shows. */
export const mockListSchema = z.object({
  prompts: z.array(promptCardSchema),
  /** An attempt that was begun and not submitted. */
  open: attemptLineSchema.nullable(),
  past: z.array(attemptLineSchema),
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

/** One cell of the board. */
const cellSchema = z.object({
  part: z.string(),
  decision,
  /** The phase in which it is due. */
  phase: z.enum(phaseIds),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Facts that may be cited, in groups that count as one. */
  citable: z.array(z.object({ facts: z.array(factName), label: z.string() })),
  choice: z
    .object({
      option: z.string(),
      facts: z.array(factName),
      nothing: z.boolean(),
      confidence: z.enum(['low', 'medium', 'high']).nullable(),
      /** The stage in which it was last chosen. */
      stage: z.number().int(),
    })
    .nullable(),
});
export type Cell = z.infer<typeof cellSchema>;

/** A running mock interview as it stands. The expected answers never leave the main process before submission. */
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
  heard: z.array(heardSchema),
  menu: z.array(z.object({ id: z.string(), ask: z.string(), asked: z.boolean() })),
  asksLeft: z.number().int(),
  numbers: z.array(
    z.object({
      part: z.string().nullable(),
      step: z.enum(numberSteps),
      name: z.string(),
      /** Units to choose from; only one is the step's. */
      units: strings,
      given: z.object({ value: z.number(), unit: z.string() }).nullable(),
    }),
  ),
  /** Guided: every pair that is scored. Open: those that were raised. */
  cells: z.array(cellSchema),
  /** At the open level, what may be raised, for any part; empty at the guided one. */
  palette: z.array(z.object({ decision, name: z.string() })),
  twists: z.array(z.object({ id: z.string(), title: z.string(), say: z.string() })),
  /** Twists told so far; 0 before the first. */
  stage: z.number().int(),
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

/** One scored decision in the report. */
const reportedSchema = z.object({
  stage: z.number().int(),
  part: z.string(),
  partName: z.string(),
  decision,
  decisionName: z.string(),
  chosen: z.string().nullable(),
  standing: z.enum(['best', 'defensible', 'unasked', 'wrong', 'missing']),
  reasoned: z.boolean(),
  points: z.number(),
  of: z.number(),
  expected: strings,
  defensible: strings,
  because: z.string(),
  rules: strings,
  defaults: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Sentences of the facts that were never asked for. */
  unasked: strings,
  confidence: z.enum(['low', 'medium', 'high']).nullable(),
  /** The smallest change that would turn it. */
  flip: z.string().nullable(),
});
export type Reported = z.infer<typeof reportedSchema>;

/** What a submitted attempt comes to. */
export const mockReportSchema = z.object({
  attempt: attemptLineSchema,
  rulesVersion: z.number().int(),
  total: z.number(),
  sections: z.array(z.object({ section: z.string(), points: z.number(), of: z.number() })),
  topics: z.array(z.object({ topic: z.string(), points: z.number(), of: z.number() })),
  /** Confident errors first, then the other misses, then what was right. */
  decisions: z.array(reportedSchema),
  numbers: z.array(
    z.object({
      name: z.string(),
      given: z.string().nullable(),
      expected: z.string().nullable(),
      grade: z.enum(['full', 'part', 'wrong', 'missing']),
      fault: z.enum(['unit', 'size']).nullable(),
    }),
  ),
  clarify: z.object({
    decisive: z.number().int(),
    asked: z.number().int(),
    /** Sentences of what was never asked. */
    never: strings,
    wasted: strings,
  }),
  phases: z.array(z.object({ phase: z.string(), minutes: z.number(), suggested: z.number() })),
  brier: z.number().nullable(),
  /** Cards that the misses bring back, first in the next review. */
  marked: z.array(z.object({ cardId: z.string(), title: z.string() })),
  /** Earlier attempts at the same prompt. */
  earlier: z.array(attemptLineSchema),
  /** What the person holds against the verdict; kept, and never changes the score. */
  contest: z.string(),
});
export type MockReport = z.infer<typeof mockReportSchema>;

const attempt = { attemptId: z.string().max(60) };

/** The channels about mock interviews. */
export const mockChannels = {
  'mocks:list': { input: z.object({}), output: mockListSchema },
  'mocks:start': {
    input: z.object({
      promptId: z.string().max(60),
      level: z.enum(levels),
      mode: z.enum(mockModes),
    }),
    output: mockViewSchema,
  },
  'mocks:view': { input: z.object(attempt), output: mockViewSchema },
  'mocks:act': { input: z.object({ ...attempt, act: actSchema }), output: mockViewSchema },
  'mocks:note': { input: z.object({ ...attempt, text: z.string().max(20_000) }), output: z.object({}) },
  'mocks:submit': { input: z.object(attempt), output: mockReportSchema },
  'mocks:report': { input: z.object(attempt), output: mockReportSchema },
  'mocks:contest': { input: z.object({ ...attempt, text: z.string().max(5_000) }), output: mockReportSchema },
} as const;
