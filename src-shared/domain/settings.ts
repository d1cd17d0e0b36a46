import { z } from 'zod';
import { experiences, type KeyedCommand, keyedCommands, textSizes } from './setting-choices.ts';

/** One sign that nothing else on a card means: digits, comma and point belong to answers, `?` shows the keys. */
const commandKey = z
  .string()
  .max(2)
  .regex(/^[^\s\p{C}\p{N},.?]$/u);
const commandKeys = z
  .object({
    undo: commandKey,
    menu: commandKey,
    suspend: commandKey,
    bury: commandKey,
    known: commandKey,
    flag: commandKey,
    note: commandKey,
    source: commandKey,
    report: commandKey,
  } satisfies Record<KeyedCommand, z.ZodType>)
  .refine(keys => new Set(Object.values(keys)).size === keyedCommands.length, 'two commands have one key');

const stepsMin = z.array(z.number().int().min(1).max(1439)).max(10);

/**
 * Everything a person can set, with its bounds. Each key is stored as the last `setting` event that names it, so
 * a setting can be undone like an answer. No default stands here: zod would fill it in for what a partial change
 * leaves out, and so set back what was set before.
 */
export const settingsSchema = z.object({
  /** Local hour at which the study day turns. */
  dayStartHour: z.number().int().min(0).max(23),
  newPerDay: z.number().int().min(0).max(1000),
  reviewsPerDay: z.number().int().min(0).max(10_000),
  /** Calendar date of the interview (YYYY-MM-DD). Until then a plan lies over the queue; null without one. */
  interviewDate: z.iso.date().max(10).nullable(),
  /** Minutes that the plan may fill on each day. */
  minutesPerDay: z.number().int().min(5).max(600),
  /** Asked at the first start; null until then. */
  experience: z.enum(experiences).nullable(),
  /** Chance of recall at which a card comes due. */
  desiredRetention: z.number().min(0.7).max(0.97),
  maximumIntervalDays: z.number().int().min(1).max(36_500),
  /** Minutes until a new card returns, step by step. */
  learningStepsMin: stepsMin,
  /** The same after a lapse. */
  relearningStepsMin: stepsMin,
  /** Lapses at which a card is tagged `leech`, and again at every half of it after that. */
  leechLapses: z.number().int().min(2).max(99),
  suspendLeeches: z.boolean(),
  /** Four buttons, or two: Again and Good. */
  ratingButtons: z.enum(['four', 'two']),
  /** Ask how sure the person is before the answer shows. */
  askConfidence: z.boolean(),
  /** The key of each command on a card; no two are the same. */
  commandKeys,
  theme: z.enum(['system', 'light', 'dark']),
  /** Local hour at which a notification tells that cards are due; null for none. */
  reminderHour: z.number().int().min(0).max(23).nullable(),
  contrast: z.enum(['system', 'high']),
  /** Percent of the usual size. */
  textSize: z.literal(textSizes),
  motion: z.enum(['system', 'reduced']),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;

export const settingKeySchema = settingsSchema.keyof();
