import { z } from 'zod';
import { reasonStandings } from '../domain/mock/reasons.ts';
import { decisionIds } from '../domain/rules/decisions.ts';
import { attemptLineSchema } from './mock-contract.ts';

/** The part of the contract that is about what a submitted mock interview comes to. */

const strings = z.array(z.string());
const cardLine = z.object({ cardId: z.string(), title: z.string() });

/** One scored decision in the report. */
const reportedSchema = z.object({
  stage: z.number().int(),
  part: z.string(),
  partName: z.string(),
  decision: z.enum(decisionIds),
  decisionName: z.string(),
  chosen: z.string().nullable(),
  standing: z.enum(['best', 'defensible', 'unasked', 'wrong', 'missing']),
  reason: z.enum(reasonStandings),
  /** Clauses of facts that would have been a sufficient reason; none where nothing known moves it. Null where no reason is wanting. */
  sufficient: strings.nullable(),
  /** The stage in which a needless revision lost credit; null where none did. */
  lost: z.number().int().nullable(),
  points: z.number(),
  of: z.number(),
  expected: strings,
  defensible: strings,
  because: z.string(),
  /** Why what was chosen does not hold; null where it does. */
  against: z.string().nullable(),
  /** The facts that decide, in few words. */
  facts: strings,
  rules: strings,
  defaults: z.array(z.object({ id: z.string(), name: z.string() })),
  cards: z.array(cardLine),
  /** Sentences of the facts that were never asked for. */
  unasked: strings,
  confidence: z.enum(['low', 'medium', 'high']).nullable(),
  pushback: z.object({ ask: z.string(), given: z.string().nullable(), cost: z.string() }).nullable(),
  /** The smallest change that turns it, asked again: what would then be best. Null where no single fact does. */
  flip: z
    .object({
      ask: z.string(),
      options: z.array(z.object({ id: z.string(), label: z.string() })),
      best: strings,
      text: z.string(),
    })
    .nullable(),
});
export type Reported = z.infer<typeof reportedSchema>;

const share = { points: z.number(), of: z.number() };

/** What a submitted attempt comes to. */
export const mockReportSchema = z.object({
  attempt: attemptLineSchema,
  rulesVersion: z.number().int(),
  total: z.number(),
  /** Three breakdowns of the total; each sums to it. */
  phasePoints: z.array(z.object({ phase: z.string(), ...share })),
  topics: z.array(z.object({ topic: z.string(), ...share })),
  stages: z.array(z.object({ stage: z.string(), ...share })),
  /** Confident errors first, then the other misses, then what was right. */
  decisions: z.array(reportedSchema),
  /** Decisions raised at the open level that nothing called for. */
  needless: strings,
  numbers: z.array(
    z.object({
      name: z.string(),
      given: z.string().nullable(),
      expected: z.string().nullable(),
      grade: z.enum(['full', 'part', 'wrong', 'missing']),
      /** Where the error lies, in words; null where there is none. */
      fault: z.string().nullable(),
      ...share,
    }),
  ),
  clarify: z.object({
    decisive: z.number().int(),
    asked: z.number().int(),
    /** What was never asked: the question, and the sentence it would have brought out. */
    never: z.array(z.object({ ask: z.string(), say: strings })),
    wasted: strings,
    ...share,
  }),
  phases: z.array(z.object({ phase: z.string(), minutes: z.number(), suggested: z.number() })),
  /** Brier score of this attempt's confidences; null where none was given, or it is withheld. */
  brier: z.number().nullable(),
  /** True where it is withheld: nearly all decisions have one confidence, a habit from which nothing follows. */
  brierWithheld: z.boolean(),
  /** Sentences of a model answer, to compare with what was said aloud. */
  modelAnswer: strings,
  /** The person's own misses as sentences to say tomorrow. */
  sheet: z.array(z.object({ title: z.string(), say: z.string() })),
  /** Cards that the misses bring back, first in the next review, as long as they wait; none where that was taken back. */
  marked: z.array(cardLine),
  /** Earlier attempts at the same prompt. */
  earlier: z.array(attemptLineSchema),
  /** True where this version cannot read the verdict that was given: all but the total is derived anew. */
  unreadable: z.boolean(),
  /** The score under the present rules, where they have changed since; else null. */
  rescored: z.object({ rulesVersion: z.number().int(), total: z.number(), changes: strings }).nullable(),
  note: z.string(),
  /** What the person holds against the verdict; kept, and never changes the score. */
  contest: z.string(),
});
export type MockReport = z.infer<typeof mockReportSchema>;

const attempt = { attemptId: z.string().max(60) };

/** The channels of a report. */
export const reportChannels = {
  'mocks:report': { input: z.object(attempt), output: mockReportSchema },
  'mocks:contest': { input: z.object({ ...attempt, text: z.string().max(5_000) }), output: mockReportSchema },
  /** Writes the "say this tomorrow" sheet to a file in the profile and answers with its path. */
  'mocks:keep-sheet': { input: z.object(attempt), output: z.object({ path: z.string() }) },
} as const;
