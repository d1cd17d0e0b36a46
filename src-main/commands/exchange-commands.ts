import path from 'node:path';
import { z } from 'zod';
import { countOf } from '../../src-shared/domain/wording.ts';
import { describeCounts, exportFile, exportFormats } from '../services/exchange/export.ts';
import { importEndings, importFile } from '../services/exchange/import.ts';
import { type AnyCommand, defineCommand } from './define.ts';

const leftOutSchema = z
  .array(
    z.object({
      why: z.string().describe('in words'),
      count: z.number().describe('how often'),
      examples: z.array(z.string()).describe('up to five, by id or name'),
    }),
  )
  .describe('what could not be taken along');
type LeftOut = z.output<typeof leftOutSchema>;

const bringIn = defineCommand({
  name: 'import',
  summary: `Brings a file in as decks of your own, with its progress: ${importEndings.join(', ')}. Doing it twice adds nothing.`,
  needs: 'write',
  positional: ['file'],
  options: {},
  optional: { as: 'what the file is: `deck`, which is also what is taken where it is left out' },
  input: z.object({ file: z.string().min(1), as: z.literal('deck', 'only “deck” is known').optional() }),
  output: z.object({
    decks: z
      .array(z.object({ file: z.string(), cards: z.number() }))
      .describe('files in the decks folder that got cards'),
    added: z.number().describe('new cards'),
    known: z.number().describe('cards that were there already; their texts stay'),
    progress: z.number().describe('cards whose progress came in'),
    reviews: z.number().describe('answers that came in'),
    media: z.number().describe('new pictures'),
    leftOut: leftOutSchema,
  }),
  run: ({ profile, at }, { file }) => importFile(profile, path.resolve(file), at),
  format: value =>
    [
      `${countOf(value.added, 'new card')}, ${value.known} known already; progress of ${countOf(value.progress, 'card')} with ${countOf(value.reviews, 'answer')}; ${countOf(value.media, 'picture')}`,
      ...value.decks.map(({ file, cards }) => `  ${file}: ${countOf(cards, 'card')}`),
      ...writeLeftOut(value.leftOut),
    ].join('\n'),
});

const takeOut = defineCommand({
  name: 'export',
  summary: 'Writes everything for another program, into a file that is whole or not there.',
  needs: 'read',
  positional: [],
  options: {
    format: Object.entries(exportFormats)
      .map(([name, { says }]) => `\`${name}\`: ${says}`)
      .join('; '),
    out: 'file to write; one that is there is replaced',
  },
  input: z.object({ format: z.string(), out: z.string().min(1) }),
  output: z.object({
    file: z.string(),
    counts: z.record(z.string(), z.number()).describe('how much of what was written'),
    leftOut: leftOutSchema,
  }),
  run: ({ profile, at }, { format, out }) => exportFile(profile, format, out, at),
  format: value =>
    [
      [value.file, describeCounts(value.counts)].filter(text => text !== '').join(': '),
      ...writeLeftOut(value.leftOut),
    ].join('\n'),
});

/** The commands that take progress to other programs and bring it in from there. */
export const exchangeCommands: readonly AnyCommand[] = [bringIn, takeOut];

function writeLeftOut(lines: LeftOut): string[] {
  return lines.map(
    ({ why, count, examples }) =>
      `- ${why} (${count}${examples.length > 0 ? `: ${examples.join(', ')}${examples.length < count ? ', …' : ''}` : ''})`,
  );
}
