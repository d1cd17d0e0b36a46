import { z } from 'zod';

/** How an id of a card is written, and how long it may be. */
export const cardIdPattern = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
export const longestCardId = 120;

/** Stable id of a card: lower-case letters, digits, dots and hyphens, unique over all decks. */
export const cardIdSchema = z
  .string()
  .max(longestCardId)
  .regex(cardIdPattern, 'use lower-case letters, digits, dots and hyphens')
  .brand<'CardId'>();
export type CardId = z.infer<typeof cardIdSchema>;

/** Id of one user action. All events of the action carry it; undo and redo name it. */
export const opIdSchema = z.uuid().brand<'OpId'>();
export type OpId = z.infer<typeof opIdSchema>;

/** Id of one event in the log. */
export const eventIdSchema = z.uuid().brand<'EventId'>();
export type EventId = z.infer<typeof eventIdSchema>;

/** Id of one installation that writes events. */
export const deviceIdSchema = z.uuid().brand<'DeviceId'>();
export type DeviceId = z.infer<typeof deviceIdSchema>;

/** The six topics of the defaults, in the order in which they are taught. */
export const topics = ['communication', 'storage', 'caching', 'scaling', 'consistency', 'capacity'] as const;
export type Topic = (typeof topics)[number];
