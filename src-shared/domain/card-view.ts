import { z } from 'zod';
import { phases } from './card-state.ts';
import { cardKinds, defaultSchema } from './deck/card-schema.ts';
import { cardIdSchema } from './ids.ts';
import { roundKinds } from './mock/round-answer.ts';
import { ratingSchema } from './rating.ts';
import { studyDaySchema } from './study-day.ts';

/** An option as it is shown: in its drawn place, with the reason that shows after the answer. Texts are Markdown. */
export const optionViewSchema = z.object({
  text: z.string(),
  right: z.boolean(),
  /** For a wrong option what would have to be true for it to be right; null for the right one. */
  why: z.string().nullable(),
});

/** What is asked, by kind. Gaps of a cloze stand between its texts. */
export const cardBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('basic'), ask: z.string(), answer: z.string() }),
  z.object({
    kind: z.literal('cloze'),
    pieces: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), text: z.string() }),
        z.object({ kind: z.literal('gap'), answer: z.string(), hint: z.string().nullable() }),
      ]),
    ),
  }),
  z.object({ kind: z.literal('choice'), ask: z.string(), options: z.array(optionViewSchema) }),
  z.object({
    kind: z.literal('number'),
    ask: z.string(),
    value: z.number(),
    unit: z.string(),
    accept: z.tuple([z.number(), z.number()]),
  }),
  z.object({
    kind: z.literal('contrast'),
    ask: z.string(),
    decides: z.string(),
    between: z.array(z.object({ name: z.string(), pickWhen: z.string() })),
  }),
  z.object({
    kind: z.literal('scenario'),
    product: z.string(),
    /** What the interviewer says, a fact a line, in a drawn order. */
    lines: z.array(z.string()),
    ask: z.string(),
    options: z.array(optionViewSchema),
    because: z.string(),
    /** The smallest change that would turn the answer; null where no single fact does. */
    flip: z.string().nullable(),
  }),
]);
export type CardBody = z.infer<typeof cardBodySchema>;

/** What one rating would do, as its button says it. */
export const answerButtonSchema = z.object({
  rating: ratingSchema,
  /** Short, e.g. `10 min`, `3 days`, `2.5 months`. */
  interval: z.string(),
  dueDay: studyDaySchema,
  dueAtMs: z.number().nullable(),
});

/** A card ready to be shown: both sides, and what each rating would do now. */
export const cardViewSchema = z.object({
  cardId: cardIdSchema,
  kind: z.enum(cardKinds),
  deck: z.object({ id: z.string(), title: z.string(), own: z.boolean() }),
  topic: z.string(),
  /** The seed that this surface was drawn from; goes back with the answer. */
  surfaceSeed: z.number().int(),
  body: cardBodySchema,
  back: z.object({
    reason: z.string().nullable(),
    cost: z.string().nullable(),
    exception: z.string().nullable(),
    say: z.string().nullable(),
    /** The default that the card is about, where it is one of the built-in ones. */
    default: defaultSchema.nullable(),
  }),
  phase: z.enum(phases),
  /** Index 0 to 3: Again, Hard, Good, Easy. */
  buttons: z.array(answerButtonSchema).length(4),
  suspended: z.boolean(),
  /** What brought it back: a mock, or a round of that kind; null where nothing did. */
  marked: z.object({ kind: z.enum(['mock', ...roundKinds]), title: z.string().nullable() }).nullable(),
  flag: z.number().int(),
  tags: z.array(z.string()),
  note: z.string(),
});
export type CardView = z.infer<typeof cardViewSchema>;
export type OptionView = z.infer<typeof optionViewSchema>;
