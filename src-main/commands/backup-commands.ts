import { z } from 'zod';
import { backupNameSchema } from '../../src-shared/domain/backup/backup.ts';
import { countOf, formatBytes } from '../../src-shared/domain/wording.ts';
import { type BackupLine, backupListSchema, restoredSchema } from '../../src-shared/ipc/backup-contract.ts';
import { checkRestore, listBackups, makeBackupNow, putBack } from '../services/backups/backups.ts';
import { type AnyCommand, defineCommand } from './define.ts';

const list = defineCommand({
  name: 'backup list',
  summary: 'The backups there are, the newest first, and what each holds.',
  needs: 'read',
  positional: [],
  options: {},
  input: z.object({}),
  output: backupListSchema.omit({ fault: true }),
  run: ({ profile }) => listBackups(profile),
  format: ({ folder, backups, unreadable }) =>
    [
      backups.length === 0 ? `No backups in ${folder} yet.` : folder,
      ...backups.map(describeLine),
      ...unreadable.map(name => `  ${name}  is not whole`),
    ].join('\n'),
});

const create = defineCommand({
  name: 'backup create',
  summary: 'Makes a backup and checks it.',
  needs: 'write',
  positional: [],
  options: {},
  input: z.object({}),
  output: z.object({ name: z.string() }),
  run: ({ profile, at }) => ({ name: makeBackupNow(profile, 'hand', at) }),
  format: ({ name }) => name,
});

const restore = defineCommand({
  name: 'backup restore',
  summary: 'Puts a backup in the place of the profile, which is saved as a backup first.',
  needs: 'write',
  positional: ['name'],
  options: {},
  input: z.object({ name: backupNameSchema }),
  output: restoredSchema,
  run: ({ profile, at }, { name }) => {
    checkRestore(profile, name);
    const saved = makeBackupNow(profile, 'restore', at);
    putBack(profile, name);
    return { restored: name, saved };
  },
  format: ({ restored, saved }) => `${restored} is back. What was there before: ${saved}`,
});

/** The commands about backups. */
export const backupCommands: readonly AnyCommand[] = [list, create, restore];

function describeLine({ name, date, time, bytes, holds }: BackupLine): string {
  const { answers, cards, mocks } = holds;
  const held = [countOf(answers, 'answer'), countOf(cards, 'card'), countOf(mocks, 'mock')].join(', ');
  return `  ${name}  ${date} ${time}  ${held}  ${formatBytes(bytes)}`;
}
