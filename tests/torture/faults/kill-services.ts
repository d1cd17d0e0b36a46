import fs from 'node:fs';
import path from 'node:path';
import { migrations } from '../../../src-main/db/migrations/index.ts';
import { makeDatabaseAt } from '../../helpers/database-at.ts';
import type { Fault } from '../fault.ts';
import { reopen } from '../inspect.ts';
import { begunMs, copyProfile, dayMs, live, makeProfile, makeTask } from '../templates.ts';
import { type KillPlan, killFault, type Left } from './kill.ts';
import { lookAtBackups, lookAtEdits, lookAtExports } from './look.ts';

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
    const look = ({ dir, driven }: Left) => lookAtExports(path.join(target, path.basename(dir)), driven);
    return { job: 'export', tries: 80, of: 'go', spanMs: 600, each: 20, prepare, look };
  }),
  killFault('kill: backing up', 'a backup after each answer', async () => ({
    ...killLoop('backup', 60, 400),
    look: lookAtBackups,
  })),
];

/** What may be in a log afterwards: all of the one or all of the other, and where it was reported, the second. */
function lookAtEither(before: ReadonlySet<string>, after: ReadonlySet<string>) {
  return ({ driven, found }: Left): { lost?: number; faults?: string[] } => {
    const isDone = driven.operations.some(({ done }) => done);
    if (equals(found.ids, after)) return {};
    if (isDone) return { lost: 1 };
    return equals(found.ids, before)
      ? {}
      : { faults: [`${found.ids.size} events: neither before nor after`] };
  };
}

function equals(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every(id => b.has(id));
}

const idsOf = (dir: string): ReadonlySet<string> =>
  reopen(dir, path.join(dir, 'none'), begunMs + 700 * dayMs).ids;

const once: Fault[] = [
  killFault('kill: importing an export', 'log, decks, pictures, all or nothing', async (folder, bundle) => {
    const source = path.join(folder, 'source');
    makeProfile(source);
    await live(bundle, makeTask('undo', source, { operations: 300 }));
    await live(bundle, makeTask('export', source, { operations: 1, target: folder }));
    const after = idsOf(source);
    const look = lookAtEither(new Set(), after);
    const prepare: KillPlan['prepare'] = dir => {
      fs.rmSync(dir, { recursive: true, force: true });
      return { target: path.join(folder, 'all.json') };
    };
    return {
      job: 'import',
      tries: 120,
      of: 'go',
      spanMs: null,
      each: 1,
      prepare,
      look: left => {
        const { lost = 0, faults = [] } = look(left);
        const has = (file: string): boolean => fs.existsSync(path.join(left.dir, file));
        const isHalf = has('decks/test.yaml') !== left.found.ids.size > 0;
        const isBare = left.found.ids.size > 0 && !has('media/plan.png');
        return {
          lost,
          faults: [
            ...faults,
            ...(isHalf ? ['the deck without its log, or the log without its deck'] : []),
            ...(isBare ? ['the picture is missing'] : []),
          ],
        };
      },
    };
  }),
  killFault('kill: restoring a backup', 'the one state or the other', async (folder, bundle) => {
    const lived = path.join(folder, 'lived');
    makeProfile(lived);
    await live(bundle, makeTask('answer', lived, { operations: 50 }));
    const [name] = await live(
      bundle,
      makeTask('backup', lived, { operations: 1, atMs: begunMs + 9 * dayMs }),
    );
    const then = idsOf(lived);
    await live(bundle, makeTask('answer', lived, { operations: 50, atMs: begunMs + 20 * dayMs }));
    const prepare: KillPlan['prepare'] = dir => {
      copyProfile(lived, dir);
      return { target: name ?? '' };
    };
    const look = lookAtEither(idsOf(lived), then);
    return { job: 'restore', tries: 40, of: 'go', spanMs: null, each: 1, prepare, look };
  }),
  killFault('kill: migrating', 'from the format before this one', async folder => {
    const old = path.join(folder, 'old');
    fs.mkdirSync(old);
    makeDatabaseAt(old, migrations.length - 1);
    const seen = path.join(folder, 'seen');
    copyProfile(old, seen);
    const ids = idsOf(seen);
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
