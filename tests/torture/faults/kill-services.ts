import fs from 'node:fs';
import path from 'node:path';
import { migrations } from '../../../src-main/db/migrations/index.ts';
import { makeDatabaseAt } from '../../helpers/database-at.ts';
import type { Fault } from '../fault.ts';
import { reopen } from '../inspect.ts';
import { copyProfile, farMs, live, makeBackedUp, makeExport, makeProfile, makeTask } from '../templates.ts';
import { type KillPlan, killFault, type Left } from './kill.ts';
import { lookAtBackups, lookAtEdits, lookAtEither, lookAtExports, lookAtImport } from './look.ts';

/** A job that goes on and on; twenty kills on one profile, so that its log grows and is checkpointed. */
function killLoop(job: KillPlan['job'], tries: number, spanMs: number): KillPlan {
  const prepare: KillPlan['prepare'] = dir => {
    makeProfile(dir);
    return {};
  };
  return { job, tries, of: 'go', spanMs, each: 20, prepare };
}

const loops: Fault[] = [
  killFault('kill: answering', 'reviews of the day', async () => killLoop('answer', 200, 150)),
  killFault('kill: undoing', 'undo, redo, settings', async () => killLoop('undo', 150, 150)),
  killFault('kill: mock interviews', 'acts, notes, submission', async () => killLoop('mock', 150, 300)),
  killFault('kill: editing cards', 'own cards in their files', async () => ({
    ...killLoop('edit', 50, 300),
    look: lookAtEdits,
  })),
  killFault('kill: exporting', 'all four formats, over older files', async (folder, bundle) => {
    const target = path.join(folder, 'exports');
    fs.mkdirSync(target);
    const lived = path.join(folder, 'lived');
    makeProfile(lived);
    await live(bundle, makeTask('answer', lived, { operations: 200 }));
    const prepare: KillPlan['prepare'] = dir => {
      copyProfile(lived, dir);
      const own = path.join(target, path.basename(dir));
      fs.mkdirSync(own, { recursive: true });
      return { target: own };
    };
    const look = ({ dir, operations }: Left) =>
      lookAtExports(path.join(target, path.basename(dir)), operations);
    return { job: 'export', tries: 80, of: 'go', spanMs: 600, each: 20, prepare, look };
  }),
  killFault('kill: backing up', 'a backup after each answer', async () => ({
    ...killLoop('backup', 60, 400),
    look: lookAtBackups,
  })),
];

const once: Fault[] = [
  killFault('kill: importing an export', 'log, decks, pictures, all or nothing', async (folder, bundle) => {
    const { file, ids } = await makeExport(bundle, folder);
    const prepare: KillPlan['prepare'] = dir => {
      fs.rmSync(dir, { recursive: true, force: true });
      return { target: file };
    };
    const look = lookAtImport(ids);
    return { job: 'import', tries: 120, of: 'go', spanMs: null, each: 1, prepare, look };
  }),
  killFault('kill: restoring a backup', 'the one state or the other', async (folder, bundle) => {
    const lived = path.join(folder, 'lived');
    const { backup, then, now } = await makeBackedUp(bundle, lived);
    const prepare: KillPlan['prepare'] = dir => {
      copyProfile(lived, dir);
      return { target: backup };
    };
    const look = lookAtEither(now, then);
    return { job: 'restore', tries: 40, of: 'go', spanMs: null, each: 1, prepare, look };
  }),
  killFault('kill: migrating', 'from the format before this one', async folder => {
    const old = path.join(folder, 'old');
    fs.mkdirSync(old);
    makeDatabaseAt(old, migrations.length - 1);
    const seen = path.join(folder, 'seen');
    copyProfile(old, seen);
    const { ids } = reopen(seen, path.join(seen, 'none'), farMs);
    const prepare: KillPlan['prepare'] = dir => {
      copyProfile(old, dir);
      return {};
    };
    const look = lookAtEither(ids, ids);
    return { job: 'open', tries: 60, of: 'go', spanMs: null, each: 1, prepare, look };
  }),
  killFault('kill: first start', 'from the start of the process', async () => {
    const prepare: KillPlan['prepare'] = dir => {
      fs.rmSync(dir, { recursive: true, force: true });
      return {};
    };
    return { job: 'open', tries: 40, of: 'go', spanMs: null, each: 1, prepare };
  }),
];

/** Every kill of Baseline's services in a process without a window. */
export const killFaults: readonly Fault[] = [...loops, ...once];
