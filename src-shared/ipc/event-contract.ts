import { z } from 'zod';
import { commandNameSchema } from './commands.ts';

/** What the main process tells the renderer unasked, with what it says. */
export const events = {
  /** Deck files changed on disk; what is on screen may be read again. */
  'decks:changed': z.undefined(),
  /** A backup was made by itself. */
  'backups:made': z.undefined(),
  /** The time of a mock interview was up, and it was submitted. */
  'mocks:over': z.undefined(),
  /** The time of a round was up, and it ended. */
  'rounds:over': z.undefined(),
  /** A file was opened with Baseline; the state of the exchange says what became of it. */
  'exchange:offered': z.undefined(),
  /** A command of the application menu was chosen. */
  'menu:command': commandNameSchema,
} as const satisfies Record<string, z.ZodType>;

/** The name of such an event. */
export type EventName = keyof typeof events;
/** What an event says. */
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;
