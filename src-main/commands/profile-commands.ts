import path from 'node:path';
import { z } from 'zod';
import { countOf } from '../../src-shared/domain/wording.ts';
import { copyProfileTo, resetProfile } from '../services/recovery/reset.ts';
import { type AnyCommand, defineCommand } from './define.ts';

const reset = defineCommand({
  name: 'profile reset',
  summary: 'Takes all progress back to the beginning, with a backup first. Decks and pictures stay.',
  needs: 'write',
  positional: [],
  options: { confirm: 'the word `reset`' },
  input: z.object({ confirm: z.literal('reset', { error: 'write --confirm reset' }) }),
  output: z.object({ saved: z.string().describe('the backup of what was there, to go back by') }),
  run: ({ profile, at }) => ({ saved: resetProfile(profile, at) }),
  format: ({ saved }) => `Everything begins anew. What was there before: backup restore ${saved}`,
});

const copy = defineCommand({
  name: 'profile copy',
  summary: 'Copies the profile into another folder and proves the copy; the old one stays.',
  needs: 'write',
  positional: ['folder'],
  options: {},
  input: z.object({ folder: z.string().min(1) }),
  output: z.object({ folder: z.string(), files: z.number().int() }),
  run: ({ profile }, { folder }) => ({ folder: path.resolve(folder), ...copyProfileTo(profile, folder) }),
  format: ({ folder, files }) =>
    `${countOf(files, 'file')} copied and proven. Start Baseline with --profile ${folder}`,
});

/** The commands about profiles as a whole. */
export const profileCommands: readonly AnyCommand[] = [reset, copy];
