import { z } from 'zod';
import { confidences } from '../domain/confidence.ts';
import { phaseIds } from '../domain/mock/phases.ts';
import { standings } from '../domain/statistics/mastery.ts';

/** The part of the contract between the two processes that is about progress. Shares and recalls are 0 to 1. */

const count = z.number().int();
const date = z.string();

/** A statistic that is withheld while it rests on too little. */
const measured = <T extends z.ZodType>(value: T) =>
  z.object({
    have: count,
    need: count,
    value: value.nullable().describe('null while `have` is under `need`'),
  });

const shareSchema = z.object({
  hits: count,
  of: count,
  share: z.number().nullable(),
  low: z.number().describe('of the 95 % Wilson interval'),
  high: z.number(),
});

const activitySchema = z.object({
  days: z
    .array(z.object({ date, answers: count, minutes: z.number() }))
    .describe('every day of the last year, extra study included'),
  answers: count.describe('in the whole log'),
  minutes: z.number(),
  studiedDays: count,
  longestRow: count.describe('most study days in a row'),
});

const retention = { young: shareSchema, mature: shareSchema, all: shareSchema };
const retentionSchema = z.object({
  target: z.number(),
  overall: z.object(retention),
  weeks: z.array(z.object({ date: date.describe('Monday of the week'), ...retention })),
  topics: z.array(z.object({ topic: z.string(), ...shareSchema.shape })),
});

const calibrationSchema = z.object({
  predicted: z.number().describe('mean predicted recall'),
  happened: shareSchema,
  bins: z.array(z.object({ from: z.number(), to: z.number(), predicted: z.number(), happened: shareSchema })),
  logLoss: z.number(),
  logLossOfMean: z.number().describe('of a prediction that knows only the mean'),
  rmseBins: z.number().describe('as the FSRS benchmark defines it'),
  auc: z.number().nullable().describe('null where all came out alike'),
});

const countsSchema = z.object({ new: count, learning: count, young: count, mature: count, suspended: count });

const bars = z.array(
  z.object({
    from: z.number(),
    to: z.number().nullable().describe('null where there is no end'),
    cards: count,
  }),
);

const masterySchema = z.object({
  id: z.string(),
  name: z.string(),
  topic: z.string(),
  cards: count.describe('in decks and not suspended'),
  met: count.describe('those among them that were ever answered'),
  recall: z.number().nullable().describe('mean predicted recall of the cards met'),
  recallLater: z
    .number()
    .nullable()
    .describe('the same on the later day, if nothing were answered until then'),
  standing: z.enum(standings),
});

const mocksSchema = z.object({
  attempts: z.array(
    z.object({ attemptId: z.string(), title: z.string(), date, total: z.number(), repeat: z.boolean() }),
  ),
  topics: z.array(
    z.object({ topic: z.string(), points: z.number(), of: z.number(), right: measured(shareSchema) }),
  ),
  confidence: measured(
    z.object({
      levels: z.array(z.object({ level: z.enum(confidences), stated: z.number(), happened: shareSchema })),
      brier: z.number(),
      sameLevel: z.boolean().describe('nearly all of the last answers have one level, which tells nothing'),
    }),
  ),
  phases: z.array(
    z.object({
      minutes: z.union([z.literal(12), z.literal(35)]).describe('length of the interviews'),
      attempts: count,
      phases: z.array(z.object({ phase: z.enum(phaseIds), minutes: z.number(), suggested: z.number() })),
    }),
  ),
});

const useSchema = z.object({
  topic: z.string(),
  cards: count.describe('met'),
  recall: z.number().nullable(),
  decisions: shareSchema.describe('of first mock attempts'),
  needs: z.object({ cards: count, decisions: count }),
  advice: z.enum(['drill', 'apply', 'keep']).nullable().describe('null while either side is thin'),
});

/** What tallies tell at once, however long the log is: the first of the progress screen. */
export const talliedStatisticsSchema = z.object({
  date: date.describe('calendar date of the study day, YYYY-MM-DD'),
  laterDate: date
    .nullable()
    .describe('the later day: the one asked for, else that of the interview; null without either'),
  topics: z.array(z.object({ topic: z.string(), title: z.string() })),
  target: z.number().describe('desired retention'),
  mastery: z.array(masterySchema),
  activity: activitySchema,
  forecast: z.array(
    z.object({
      date,
      reviews: count,
      newCards: count,
      minutes: z.number(),
      waiting: count.describe('reviews due that the limit leaves for the next day'),
    }),
  ),
  mocks: mocksSchema,
  recallAndUse: z.array(useSchema),
});
export type TalliedStatistics = z.infer<typeof talliedStatisticsSchema>;

/** What every answer and every card is counted for: the rest of the progress screen. */
export const countedStatisticsSchema = z.object({
  hours: measured(z.array(z.object({ hour: count, answers: count, reviews: shareSchema }))),
  retention: measured(retentionSchema),
  calibration: measured(calibrationSchema),
  stages: z.object({
    all: countsSchema,
    topics: z.array(z.object({ topic: z.string(), counts: countsSchema })),
  }),
  histograms: measured(
    z.object({
      stability: bars.describe('days until recall falls to 90 %'),
      medianStability: z.number(),
      difficulty: bars.describe('1 to 10'),
      medianDifficulty: z.number(),
    }),
  ),
});
export type CountedStatistics = z.infer<typeof countedStatisticsSchema>;

/** All of progress: the headless command `stats`. */
export const statisticsSchema = z.object({
  ...talliedStatisticsSchema.shape,
  ...countedStatisticsSchema.shape,
});
export type Statistics = z.infer<typeof statisticsSchema>;

/** The channels of progress. Recall is predicted for the day of the interview as well, where there is one. */
export const statsChannels = {
  'stats:get': { input: z.object({}), output: talliedStatisticsSchema },
  /** Counted beside the window: it takes about a second for a million answers. */
  'stats:count': { input: z.object({}), output: countedStatisticsSchema },
} as const;
