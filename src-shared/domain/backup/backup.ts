import { z } from 'zod';
import { instantSchema } from '../study-day.ts';

/**
 * Why a backup was made: at a start, after a while of changes, before another took its place, before a newer
 * Baseline changed the profile's format, or because a person asked.
 */
export const backupReasons = ['start', 'changes', 'restore', 'migration', 'hand'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** A backup's name, which is also its folder's: the moment in UTC, and why it was made. */
export const backupNameSchema = z
  .string()
  .max(40)
  .regex(/^\d{8}T\d{6}Z-(?:start|changes|restore|migration|hand)(?:-[2-9])?$/, 'is no name of a backup');

/** What a backup says of itself, in `about.json` beside what it holds. */
export const backupAboutSchema = z.object({
  format: z.literal(1),
  at: instantSchema,
  reason: z.enum(backupReasons),
  /** Fingerprint of the state it was made of: the same one need not be kept twice. */
  state: z.string(),
  holds: z.object({
    events: z.number().int(),
    /** Cards that were ever answered, answers, and mock interviews handed in. */
    cards: z.number().int(),
    answers: z.number().int(),
    mocks: z.number().int(),
    /** The last study day in the log; null for an empty one. */
    lastDay: z.number().int().nullable(),
    deckFiles: z.number().int(),
    pictures: z.number().int(),
  }),
  /** Every file of it, by its path inside the folder. */
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string().length(64) })),
});
export type BackupAbout = z.infer<typeof backupAboutSchema>;
