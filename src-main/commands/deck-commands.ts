import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { cardKinds } from '../../src-shared/domain/deck/card-schema.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { countOf } from '../../src-shared/domain/wording.ts';
import { validateDecks } from '../services/decks/validate.ts';
import { type AnyCommand, defineFreeCommand } from './define.ts';

const validate = defineFreeCommand({
  name: 'decks validate',
  summary:
    'Checks a deck file, or every deck file of a folder, and counts its cards. Exit code 1 where there is a fault.',
  needs: 'nothing',
  positional: ['path'],
  options: {},
  input: z.object({ path: z.string().min(1) }),
  output: z.object({
    files: z.number(),
    cards: z.number(),
    kinds: z.record(z.enum(cardKinds), z.number()).describe('cards of each kind'),
    defaults: z.record(z.string(), z.number()).describe('cards about each default'),
    faults: z.array(
      z.object({
        file: z.string(),
        line: z.number().nullable(),
        field: z.string().nullable(),
        message: z.string(),
      }),
    ),
  }),
  run: (_context, input) => {
    if (!fs.existsSync(input.path))
      throw new ProblemError(
        'invalid',
        `${input.path} does not exist.`,
        'Name a .yaml file, or a folder with some.',
      );
    return validateDecks(path.resolve(input.path));
  },
  format: value =>
    [
      `${countOf(value.cards, 'card')} in ${countOf(value.files, 'file')}: ${countOf(value.faults.length, 'fault')}`,
      ...value.faults.map(
        fault => `${fault.file}:${fault.line ?? 1}: ${fault.field ? `${fault.field} ` : ''}${fault.message}`,
      ),
    ].join('\n'),
  isFault: value => value.faults.length > 0,
});

/** The commands about decks. */
export const deckCommands: readonly AnyCommand[] = [validate];
