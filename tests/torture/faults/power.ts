import fs from 'node:fs';
import path from 'node:path';
import { createRandom, hash32 } from '../../../src-shared/domain/random.ts';
import { gatherOperations, type Line, readLine, type TaskInput } from '../driver/protocol.ts';
import { beginOutcome, type Conditions, countTries, type Fault, type Outcome, skip } from '../fault.ts';
import { addTry, compare, reopen } from '../inspect.ts';
import { Disk, type Loss } from '../power/disk.ts';
import { findNoTrace, recordSteps, type Step } from '../power/trace.ts';
import { farMs, inFolder, makeBackedUp, makeExport, makeProfile, makeTask } from '../templates.ts';
import type { Left, Looked } from './kill.ts';
import { lookAtBackups, lookAtEdits, lookAtEither, lookAtExports, lookAtImport } from './look.ts';

/** What the power goes out under. */
type PowerPlan = {
  /** Cuts in the long form. */
  tries: number;
  /** Begins a profile in this folder and says what is then done to it. */
  begin(dir: string, bundle: string): Promise<Begun>;
  mustLose?: boolean;
};

type Begun = {
  task: TaskInput;
  /** What must hold beyond a sound profile that has every event that was reported. */
  look?(left: Left): Looked | Promise<Looked>;
};

/** Small, so that the log of SQLite is checkpointed and begun anew many times in a run. */
const autocheckpoint = 20;
const losses: readonly Loss[] = ['dropped', 'torn', 'torn', 'torn', 'kept'];

function powerFault(name: string, says: string, plan: PowerPlan): Fault {
  const run = async (conditions: Conditions): Promise<Outcome> => {
    const missing = findNoTrace();
    if (missing !== null) return skip(missing);
    return inFolder(folder => cutPower(name, plan, conditions, folder));
  };
  return { name, says, run, mustLose: plan.mustLose ?? false };
}

async function cutPower(
  name: string,
  plan: PowerPlan,
  conditions: Conditions,
  folder: string,
): Promise<Outcome> {
  const dir = path.join(folder, 'profile');
  const { task, look } = await plan.begin(dir, conditions.bundle);
  const disk = new Disk(folder);
  const steps = await recordSteps(
    conditions.bundle,
    task,
    folder,
    path.join(folder, '..', `${path.basename(folder)}.trace`),
  );
  const random = createRandom(hash32(`${name} ${conditions.seed}`));
  const cuts = Array.from({ length: countTries(plan.tries, conditions) }, () => random.int(steps.length + 1));
  const outcome = beginOutcome();
  const rebuilt = `${folder} rebuilt`;
  const lines: Line[] = [];
  let at = 0;
  for (const cut of cuts.sort((a, b) => a - b)) {
    for (const step of steps.slice(at, cut)) {
      disk.apply(step);
      if (step.kind === 'say') lines.push(...step.text.trim().split('\n').map(readLine));
    }
    at = cut;
    const loss = random.pick(losses);
    disk.rebuild(rebuilt, loss, random);
    const operations = gatherOperations(lines);
    const again = path.join(rebuilt, 'profile');
    const found = reopen(again, path.join(again, 'none'), farMs);
    const compared = compare(operations, found);
    const looked = (await look?.({ dir: again, operations, found })) ?? {};
    addTry(outcome, {
      where: `seed ${conditions.seed}, cut ${cut} of ${steps.length}, unsynced ${loss}`,
      acknowledged: operations.filter(({ done }) => done).length,
      lost: compared.lost + (looked.lost ?? 0),
      faults: [...found.faults, ...compared.faults, ...(looked.faults ?? [])],
    });
  }
  fs.rmSync(rebuilt, { recursive: true, force: true });
  return { ...outcome, found: [...outcome.found, ...findNoCheckpoint(task, steps)] };
}

/** A run that never checkpoints, or that is all one, proves little. */
function findNoCheckpoint({ autocheckpoint: pages }: TaskInput, steps: readonly Step[]): string[] {
  if (pages !== autocheckpoint) return [];
  const synced = steps.filter(step => step.kind === 'sync' && step.path.endsWith('baseline.db')).length;
  return synced >= 5 ? [] : [`only ${synced} checkpoints in the run`];
}

const answering = async (dir: string, more: Partial<TaskInput> = {}): Promise<Begun> => {
  makeProfile(dir);
  return { task: makeTask('undo', dir, { operations: 120, autocheckpoint, ...more }) };
};

/** Every way of cutting the power. */
export const powerFaults: readonly Fault[] = [
  powerFault('power: answering and undoing', 'from the first start on', {
    tries: 600,
    begin: dir => answering(dir),
  }),
  powerFault('power: the same, synchronous=NORMAL', 'proves that the line above can fail', {
    tries: 200,
    mustLose: true,
    begin: dir => answering(dir, { synchronous: 'NORMAL' }),
  }),
  powerFault('power: mock interviews', 'acts, notes, submission', {
    tries: 200,
    begin: async dir => {
      makeProfile(dir);
      return { task: makeTask('mock', dir, { operations: 60, autocheckpoint }) };
    },
  }),
  powerFault('power: editing cards', 'own cards in their files', {
    tries: 150,
    begin: async dir => {
      makeProfile(dir);
      return { task: makeTask('edit', dir, { operations: 12 }), look: lookAtEdits };
    },
  }),
  powerFault('power: importing an export', 'log, decks, pictures, all or nothing', {
    tries: 200,
    begin: async (dir, bundle) => {
      const { file, ids } = await makeExport(bundle, path.dirname(dir));
      fs.mkdirSync(dir);
      return { task: makeTask('import', dir, { operations: 1, target: file }), look: lookAtImport(ids) };
    },
  }),
  powerFault('power: exporting', 'all four formats, over older files', {
    tries: 150,
    begin: async dir => {
      makeProfile(dir);
      const target = path.join(path.dirname(dir), 'exports');
      fs.mkdirSync(target);
      return {
        task: makeTask('export', dir, { operations: 8, target }),
        look: ({ dir: rebuilt, operations }) =>
          lookAtExports(path.join(path.dirname(rebuilt), 'exports'), operations),
      };
    },
  }),
  powerFault('power: backing up', 'a backup after each answer', {
    tries: 150,
    begin: async dir => {
      makeProfile(dir);
      return { task: makeTask('backup', dir, { operations: 4 }), look: lookAtBackups };
    },
  }),
  powerFault('power: restoring a backup', 'the one state or the other', {
    tries: 150,
    begin: async (dir, bundle) => {
      const { backup, then, now } = await makeBackedUp(bundle, dir);
      return {
        task: makeTask('restore', dir, { operations: 1, target: backup }),
        look: lookAtEither(now, then),
      };
    },
  }),
];
