import { z } from 'zod';
import { cardIdSchema } from '../ids.ts';
import { scenarioSpecSchema } from '../scenario/spec.ts';

const markdown = z.string().trim().min(1).max(4000);
const line = z.string().trim().min(1).max(400);
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
  was: z.union([cardIdSchema, z.array(cardIdSchema)]).optional(),
  tags: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
};

const optionSchema = z.union([
  z.strictObject({ text: line, right: z.literal(true) }),
  z.strictObject({ text: line, right_if: line }),
]);

const gapPattern = /\{\{.+?\}\}/s;

/** One card as it stands in a deck's file. `decks/README.md` is the specification in words. */
export const cardSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('basic'), ask: markdown, answer: markdown }),
  z.strictObject({
    ...common,
    kind: z.literal('cloze'),
    text: markdown.refine(
      text => gapPattern.test(text),
      'needs at least one gap: {{answer}} or {{answer::hint}}',
    ),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('choice'),
    ask: markdown,
    options: z
      .array(optionSchema)
      .min(2)
      .max(5)
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
      unit: z.string().trim().min(1).max(40),
      accept: z.tuple([z.number(), z.number()]),
    })
    .refine(card => card.accept[0] <= card.value && card.value <= card.accept[1], {
      path: ['accept'],
      message: 'must be [low, high] with the value inside',
    }),
  z.strictObject({
    ...common,
    kind: z.literal('contrast'),
    between: z.tuple([sideSchema(), sideSchema()]),
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
  topic: z.enum(['communication', 'storage', 'caching', 'scaling', 'consistency', 'capacity']),
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
