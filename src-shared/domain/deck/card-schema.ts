import { z } from 'zod';
import { cardIdSchema, topics } from '../ids.ts';
import { scenarioSpecSchema } from '../scenario/spec.ts';

const markdown = text(4000);
const line = text(400);
const defaultId = z.string().regex(/^[a-z]+\.[a-z]+$/, 'a default is named like cache.aside');

/** Fields that every card has. Built-in decks must also fill those that `builtInRequired` names. */
const common = {
  id: cardIdSchema,
  default: defaultId.optional(),
  source: z.enum(['brief', 'field']).optional(),
  tests: z
    .string()
    .trim()
    .regex(/^.+ -> .+$/, 'write it as: given -> asked')
    .optional(),
  twin: cardIdSchema.optional(),
  reason: markdown.optional(),
  cost: markdown.optional(),
  exception: markdown.optional(),
  say: markdown.optional(),
  was: z.union([cardIdSchema, z.array(cardIdSchema)], 'write a former id, or a list of them').optional(),
  tags: z.array(text(60)).max(20).optional(),
};

const optionSchema = z.union(
  [z.strictObject({ text: line, right: z.literal(true) }), z.strictObject({ text: line, right_if: line })],
  'write it as { text, right: true } or { text, right_if }',
);
const acceptShape = 'must be [low, high] with the value inside';
const optionCount = 'give two to five options';

const gap = /\{\{.+?\}\}/gs;
const emptyGap = /\{\{\s*(?:::|\}\})/;

/** One card as it stands in a deck's file. `decks/README.md` is the specification in words. */
export const cardSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('basic'), ask: markdown, answer: markdown }),
  z.strictObject({
    ...common,
    kind: z.literal('cloze'),
    text: markdown
      .refine(value => value.search(gap) >= 0, 'needs at least one gap: {{answer}} or {{answer::hint}}')
      .refine(value => !emptyGap.test(value), 'a gap lacks its answer: {{answer}} or {{answer::hint}}')
      .refine(value => !value.replace(gap, '').includes('{{'), 'a gap is not closed with }}'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('choice'),
    ask: markdown,
    options: z
      .array(optionSchema)
      .min(2, optionCount)
      .max(5, optionCount)
      .refine(
        options => options.filter(option => 'right' in option).length === 1,
        'exactly one option is right',
      ),
  }),
  z
    .strictObject({
      ...common,
      kind: z.literal('number'),
      ask: markdown,
      value: z.number(),
      unit: text(40),
      accept: z.tuple([z.number(), z.number()], acceptShape),
    })
    .refine(card => card.accept[0] <= card.value && card.value <= card.accept[1], {
      path: ['accept'],
      message: acceptShape,
    }),
  z.strictObject({
    ...common,
    kind: z.literal('contrast'),
    between: z.tuple([sideSchema(), sideSchema()], 'name two sides'),
    ask: markdown,
    decides: markdown,
  }),
  z.strictObject({ ...common, kind: z.literal('scenario'), ...scenarioSpecSchema.shape }),
]);
export type Card = z.infer<typeof cardSchema>;
export type CardKind = Card['kind'];
export const cardKinds = [
  'basic',
  'cloze',
  'choice',
  'number',
  'contrast',
  'scenario',
] as const satisfies readonly CardKind[];

/** A text of at most so many letters, without the blanks around it. */
function text(longest: number) {
  return z.string().trim().min(1, 'is empty').max(longest, `is longer than ${longest} letters`);
}

function sideSchema() {
  return z.strictObject({ name: line, pick_when: line, default: defaultId.optional() });
}

/** What a built-in card must also say. A scenario's reasons come from the rules, and its twin is itself. */
export const builtInRequired = {
  all: ['default', 'source', 'tests'],
  written: ['twin', 'reason', 'cost', 'exception', 'say'],
} as const satisfies Record<string, readonly (keyof Card)[]>;

export const deckIdSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens');

/** A deck's file, but for its cards, which are read one by one so that a faulty one does not hide the others. */
export const deckHeadSchema = z.strictObject({
  deck: deckIdSchema,
  title: line,
  topic: deckIdSchema,
  cards: z.array(z.unknown()).max(20_000),
});

const figureSchema = z.strictObject({ what: line, value: line, source: z.enum(['brief', 'field']) });

/** One of the defaults that cards, mocks and verdicts refer to. */
export const defaultSchema = z.strictObject({
  id: defaultId,
  topic: z.enum(topics),
  group: line,
  name: line,
  default: markdown,
  exception: markdown,
  cost: markdown,
  figures: z.array(figureSchema),
  source: z.enum(['brief', 'field']),
});
export type Default = z.infer<typeof defaultSchema>;

export const defaultsFileSchema = z.strictObject({ defaults: z.array(defaultSchema).min(1) });
