import { z } from 'zod';

const stepsMin = z.array(z.number().int().min(1).max(1439)).max(10);

/**
 * Everything a person can set, with its default. Each key is stored as the last `setting` event that names it,
 * so a setting can be undone like an answer.
 */
export const settingsSchema = z.object({
  /** Local hour at which the study day turns. */
  dayStartHour: z.number().int().min(0).max(23).default(4),
  newPerDay: z.number().int().min(0).max(1000).default(20),
  reviewsPerDay: z.number().int().min(0).max(10_000).default(200),
  /** Chance of recall at which a card comes due. 0.90 is FSRS's own default. */
  desiredRetention: z.number().min(0.7).max(0.97).default(0.9),
  maximumIntervalDays: z.number().int().min(1).max(36_500).default(365),
  /** Minutes until a new card returns, step by step. */
  learningStepsMin: stepsMin.default([1, 10]),
  /** The same after a lapse. */
  relearningStepsMin: stepsMin.default([10]),
  /** Lapses at which a card is tagged `leech`, and again at every half of it after that. */
  leechLapses: z.number().int().min(2).max(99).default(8),
  suspendLeeches: z.boolean().default(false),
  /** Four buttons, or two: Again and Good. */
  ratingButtons: z.enum(['four', 'two']).default('four'),
  /** Ask how sure the person is before the answer shows. */
  askConfidence: z.boolean().default(false),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;

export const settingKeySchema = settingsSchema.keyof();

/** The settings of a profile in which nothing was ever set. */
export const defaultSettings: Settings = settingsSchema.parse({});
