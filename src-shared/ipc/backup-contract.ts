import { z } from 'zod';
import { backupNameSchema, backupReasons } from '../domain/backup/backup.ts';

/** The part of the contract that is about backups. */

const count = z.number().int();

export const backupLineSchema = z.object({
  name: z.string().describe('to restore it by'),
  date: z.string().describe('calendar date where it was made, YYYY-MM-DD'),
  time: z.string().describe('time of day there, HH:MM'),
  reason: z
    .enum(backupReasons)
    .describe('at a start, after changes, before a restore or a migration, or by hand'),
  bytes: count,
  holds: z.object({
    cards: count.describe('cards that were ever answered'),
    answers: count,
    mocks: count.describe('mock interviews handed in'),
    lastDate: z.string().nullable().describe('the last day studied'),
    deckFiles: count,
    pictures: count,
  }),
});
export type BackupLine = z.infer<typeof backupLineSchema>;

export const backupListSchema = z.object({
  folder: z.string(),
  backups: z.array(backupLineSchema).describe('the newest first'),
  /** Folders that are no whole backup: they are never offered, and never removed. */
  unreadable: z.array(z.string()),
  fault: z.string().nullable().describe('why the last backup failed; null where it did not'),
});
export type BackupList = z.infer<typeof backupListSchema>;

export const restoredSchema = z.object({
  restored: z.string(),
  saved: z.string().describe('the backup of what was there before'),
});

/** The channels of backups. */
export const backupChannels = {
  'backups:list': { input: z.object({}), output: backupListSchema },
  'backups:create': { input: z.object({}), output: z.object({ name: z.string() }) },
  /** Saves what is there first; then the window shows what the backup held. */
  'backups:restore': { input: z.object({ name: backupNameSchema }), output: restoredSchema },
} as const;
