import { z } from 'zod';
import { cardViewSchema } from '../domain/card-view.ts';
import { confidenceSchema, responseSchema } from '../domain/events.ts';
import { cardIdSchema } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { ratingSchema } from '../domain/rating.ts';
import { settingsSchema } from '../domain/settings.ts';
import { cardHistorySchema } from '../domain/statistics/card-history.ts';
import { studyDaySchema } from '../domain/study-day.ts';
import { backupChannels } from './backup-contract.ts';
import { cardsChannels } from './cards-contract.ts';
import type { EventName } from './event-contract.ts';
import { exchangeChannels } from './exchange-contract.ts';
import { fitStateSchema } from './fit-contract.ts';
import { mockChannels } from './mock-contract.ts';
import { ownChannels } from './own-contract.ts';
import { planSchema } from './plan-contract.ts';
import { profileChannels } from './profile-contract.ts';
import { referenceChannels } from './reference-contract.ts';
import { reportChannels } from './report-contract.ts';
import { roundChannels } from './round-contract.ts';
import { statsChannels } from './stats-contract.ts';

/**
 * The contract between the two processes: one map of channels with their input and output. The main process
 * parses every input and checks every output with it; the renderer's client is typed by it.
 */

const extraSchema = z.object({
  kind: z.literal('extra'),
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('topic'), topic: z.string().max(60) }),
    z.object({ kind: z.literal('missed') }),
  ]),
  /** UTC ms at which the session began; cards practised since then are not repeated. */
  startedAtMs: z.number().int(),
  minutes: z.number().int().min(1).max(600).nullable(),
});

/** Only the cards that a mock or a round put first, of which there were so many when it began. */
const firstSchema = z.object({ kind: z.literal('first'), of: z.number().int().min(1).max(1000) });

/** What a person is studying: today's queue or only its head, or extra study that leaves the schedule alone. */
export const sessionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('today') }),
  firstSchema,
  extraSchema,
]);
export type Session = z.infer<typeof sessionSchema>;

/** Cards by what they are to a person: new, in learning or relearning steps, due for review. */
const countsSchema = z.object({
  new: z.number().int(),
  learning: z.number().int(),
  due: z.number().int(),
});
export type Counts = z.infer<typeof countsSchema>;

/** A line of undo or redo that can be offered, e.g. `Good on “Plain page load”`. */
const historySchema = z.object({ undo: z.string().nullable(), redo: z.string().nullable() });

const faultSchema = z.object({
  file: z.string(),
  line: z.number().int().nullable(),
  field: z.string().nullable(),
  message: z.string(),
  /** True where `decks:repair` can mend it (a missing id). */
  repairable: z.boolean(),
});
/** What is wrong with a deck's file, and where. */
export type DeckFault = z.infer<typeof faultSchema>;

const conflictSchema = z.object({
  /** `card:ID` or `deck:ID`, and with it the clock of the version that lost: names it. */
  entry: z.string(),
  clock: z.number().int(),
  title: z.string(),
  /** Both versions as they would stand in a file. */
  stands: z.string(),
  other: z.string(),
});
/** A text of the person's own that was edited in two places. */
export type DeckConflict = z.infer<typeof conflictSchema>;

/** Today's screen, and the headless command of the same name. */
export const todaySchema = z.object({
  studyDay: studyDaySchema.describe('days since 1970-01-01'),
  date: z.string().describe('calendar date of the study day, YYYY-MM-DD'),
  counts: countsSchema,
  topics: z.array(z.object({ topic: z.string(), title: z.string(), counts: countsSchema })),
  answeredToday: z.number().int(),
  begun: z.boolean().describe('whether any card was ever answered, or came in with a history'),
  diagnosed: z.boolean().describe('whether the five-minute diagnostic was ever taken'),
  streakDays: z
    .number()
    .int()
    .describe('days in a row with at least one answer, today included once there is one'),
  /** Estimated minutes for what is left today; `fromHistory` is false while it rests on an assumed pace. */
  estimate: z.object({ minutes: z.number(), secondsPerCard: z.number(), fromHistory: z.boolean() }),
  backlog: z
    .object({
      cards: z.number().int(),
      days: z
        .number()
        .int()
        .nullable()
        .describe('until none waits, with what is known to come due meanwhile; null for more than a year'),
    })
    .nullable()
    .describe('reviews due beyond the limit of the day; null where there are none'),
  tomorrow: countsSchema.describe('what comes tomorrow as things stand'),
  history: historySchema,
});
export type Today = z.infer<typeof todaySchema>;

/** What was done today, for the end of a session. */
export const summarySchema = z.object({
  answered: z.number().int(),
  minutes: z.number(),
  /** Share of reviews (cards past their first steps) that were remembered; null without any. */
  retention: z.object({ remembered: z.number().int(), reviews: z.number().int() }).nullable(),
  newCards: z.number().int(),
  tomorrow: countsSchema,
  /** Cards that were forgotten today, the most recent first. */
  slipped: z.array(z.object({ cardId: cardIdSchema, title: z.string(), defaultName: z.string().nullable() })),
});
export type Summary = z.infer<typeof summarySchema>;

/** Where a session stands after each step. */
export const nextSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('card'),
    card: cardViewSchema,
    counts: countsSchema,
    answeredToday: z.number().int(),
    minutesLeft: z.number(),
    history: historySchema,
  }),
  z.object({
    kind: z.literal('wait'),
    /** UTC ms at which the next card in steps comes. */
    untilMs: z.number(),
    /** The same as ms from now, so that the renderer needs no clock of its own to begin with. */
    waitMs: z.number(),
    cards: z.number().int(),
    history: historySchema,
  }),
  z.object({ kind: z.literal('done'), summary: summarySchema, history: historySchema }),
]);
export type Next = z.infer<typeof nextSchema>;

/** A change of a card that is not an answer. */
export const cardChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('suspend'), on: z.boolean() }),
  z.object({ kind: z.literal('bury') }),
  z.object({ kind: z.literal('flag'), flag: z.number().int().min(0).max(4) }),
  z.object({ kind: z.literal('forget') }),
  z.object({ kind: z.literal('setDue'), inDays: z.number().int().min(0).max(3650) }),
  /** "I know this already", for a new card. */
  z.object({ kind: z.literal('known') }),
  z.object({ kind: z.literal('tag'), tag: z.string().trim().min(1).max(60), on: z.boolean() }),
  z.object({ kind: z.literal('note'), text: z.string().max(10_000) }),
]);
export type CardChange = z.infer<typeof cardChangeSchema>;

const logLineSchema = z.object({
  at: z.string(),
  /** In words, e.g. `Good, due in 3 days`. */
  text: z.string(),
  annulled: z.boolean(),
});

const empty = z.object({});

/** Every channel with its input and output. Names are `topic:verb`. */
export const channels = {
  'app:info': {
    input: empty,
    output: z.object({
      name: z.string(),
      version: z.string(),
      licence: z.string(),
      /** Folder in which all data lie. */
      profile: z.string(),
      ownDecks: z.string(),
      settings: settingsSchema,
    }),
  },
  'today:get': { input: empty, output: todaySchema },
  /** The plan for the interview date of the settings; null without one, and from the date on. */
  'plan:get': { input: empty, output: z.object({ plan: planSchema.nullable() }) },
  /** An extra session that begins now, by the main process's clock: the renderer's may differ. */
  'extra:begin': { input: extraSchema.pick({ scope: true, minutes: true }), output: extraSchema },
  'review:next': { input: z.object({ session: sessionSchema, learnAhead: z.boolean() }), output: nextSchema },
  'review:answer': {
    input: z.object({
      session: sessionSchema,
      cardId: cardIdSchema,
      rating: ratingSchema,
      surfaceSeed: z.number().int().min(0).max(0xffffffff),
      takenMs: z.number().int().min(0).max(86_400_000),
      response: responseSchema.nullable(),
      confidence: confidenceSchema.nullable(),
    }),
    output: nextSchema,
  },
  /** The change, and then the session's next card. */
  'card:change': {
    input: z.object({ session: sessionSchema, cardId: cardIdSchema, change: cardChangeSchema }),
    output: nextSchema,
  },
  'card:get': {
    input: z.object({ cardId: cardIdSchema }),
    output: z.object({ card: cardViewSchema, log: z.array(logLineSchema), history: cardHistorySchema }),
  },
  /** Opens the deck's file in the system's editor and answers with its path. */
  'card:open-source': { input: z.object({ cardId: cardIdSchema }), output: z.object({ path: z.string() }) },
  /** Writes a report of a wrong fact to a file that the person can send, and answers with its path. */
  'card:report': {
    input: z.object({ cardId: cardIdSchema, text: z.string().trim().min(1).max(5000) }),
    output: z.object({ path: z.string() }),
  },
  /** Takes back the last action (or does it again). `label` is null where there was nothing; the card is shown next. */
  'history:undo': {
    input: z.object({ session: sessionSchema }),
    output: z.object({ label: z.string().nullable(), next: nextSchema }),
  },
  'history:redo': {
    input: z.object({ session: sessionSchema }),
    output: z.object({ label: z.string().nullable(), next: nextSchema }),
  },
  'decks:list': {
    input: empty,
    output: z.object({
      decks: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          own: z.boolean(),
          cards: z.number().int(),
          path: z.string(),
        }),
      ),
      faults: z.array(faultSchema),
      conflicts: z.array(conflictSchema),
      folder: z.string(),
    }),
  },
  /** Gives every card of a file that lacks an id a new one, keeping comments and layout. */
  'decks:repair': {
    input: z.object({ file: z.string().max(4096) }),
    output: z.object({ repaired: z.number().int() }),
  },
  /** Decides which of two versions of a text is kept. */
  'decks:settle': {
    input: z.object({
      entry: z.string().max(200),
      clock: z.number().int(),
      use: z.enum(['present', 'other']),
    }),
    output: empty,
  },
  /** Opens the folder of the person's own decks. */
  'decks:open-folder': { input: empty, output: empty },
  /** Fitting FSRS's weights to the person's own log: begun, watched, cancelled, applied. */
  'fit:begin': { input: empty, output: fitStateSchema },
  'fit:get': { input: empty, output: fitStateSchema },
  'fit:cancel': { input: empty, output: fitStateSchema },
  /** Takes the fitted weights into force, and moves due dates only where that is asked for. */
  'fit:apply': {
    input: z.object({ reschedule: z.boolean() }),
    output: z.object({ moved: z.number().int() }),
  },
  'settings:set': { input: settingsSchema.partial(), output: settingsSchema },
  ...mockChannels,
  ...backupChannels,
  ...cardsChannels,
  ...exchangeChannels,
  ...ownChannels,
  ...profileChannels,
  ...referenceChannels,
  ...reportChannels,
  ...roundChannels,
  ...statsChannels,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** The name of a channel. */
export type Channel = keyof typeof channels;
/** Channels that the preload calls itself: a page gives it a file, and never a path. */
export type PreloadChannel = 'exchange:offer';
/** What a channel is called with. */
export type Input<C extends Channel> = z.input<(typeof channels)[C]['input']>;
/** What a channel answers with, where it answers with a value. */
export type Output<C extends Channel> = z.output<(typeof channels)[C]['output']>;

/** Every call answers with a value or with a problem; it never rejects for a reason that a person could act on. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** What the preload puts at `window.baseline`. */
export type BaselineApi = {
  call<C extends Exclude<Channel, PreloadChannel>>(channel: C, input: Input<C>): Promise<Result<Output<C>>>;
  /** Looks into a file that was dropped on the window. */
  offer(file: File): Promise<Result<Output<'exchange:offer'>>>;
  /** What the event says is to be parsed with its schema. */
  on(event: EventName, listener: (payload: unknown) => void): () => void;
  /** Shows everything at a size, in percent of the usual one. */
  setTextSize(percent: number): void;
};
