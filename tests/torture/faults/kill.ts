import path from 'node:path';
import { createRandom, hash32 } from '../../../src-shared/domain/random.ts';
import { type Driven, drive } from '../drive.ts';
import type { JobName, Operation, TaskInput } from '../driver/protocol.ts';
import { beginOutcome, type Conditions, countTries, type Fault, type Outcome } from '../fault.ts';
import { addTry, compare, type Found, reopen } from '../inspect.ts';
import { begunMs, dayMs, inFolder, makeTask } from '../templates.ts';

/** What a kill left behind, for a look of the job's own. */
export type Left = { dir: string; operations: readonly Operation[]; found: Found };
/** What a look finds: reported operations that are not there, and what is damaged or half done. */
export type Looked = { lost?: number; faults?: string[] };

/** How one kind of work is killed. */
export type KillPlan = {
  job: JobName;
  /** Of a thousand. */
  tries: number;
  /** Whether the killer counts from the start of the process, because opening is the work. */
  of: 'start' | 'go';
  /** Longest wait, in ms; null: as long as the work takes undisturbed, and a little more. */
  spanMs: number | null;
  /** After so many tries a fresh profile is taken. */
  each: number;
  /** Makes that profile, and says what the driver is to work with. */
  prepare(dir: string): Partial<TaskInput>;
  /** What must hold beyond a sound profile with everything in it that was reported. */
  look?(left: Left): Looked | Promise<Looked>;
};

/** Two at a time: the machine has two cores, and what they do has nothing in common. */
const lanes = 2;

/** A fault that kills the driver of a job at drawn moments, and looks after each. `begin` makes what all tries share. */
export function killFault(
  name: string,
  says: string,
  begin: (folder: string, bundle: string) => Promise<KillPlan>,
): Fault {
  const run = (conditions: Conditions): Promise<Outcome> =>
    inFolder(async folder => {
      const outcome = beginOutcome();
      const plan = await begin(folder, conditions.bundle);
      const tries = countTries(plan.tries, conditions);
      const spanMs = plan.spanMs ?? (await measure(plan, conditions.bundle, path.join(folder, 'measured')));
      await Promise.all(
        Array.from({ length: lanes }, (_, lane) =>
          killInLane({ name, plan, conditions, folder, lane, spanMs, outcome, tries }),
        ),
      );
      return outcome;
    });
  return { name, says, run };
}

/** How long the work takes undisturbed, and a little more, so that some kills come when all is done. */
async function measure(plan: KillPlan, bundle: string, dir: string): Promise<number> {
  const task = makeTask(plan.job, dir, { ...plan.prepare(dir), operations: 1 });
  const { ranMs, words } = await drive(bundle, task, { afterMs: 20_000, of: plan.of });
  if (words !== '') throw new Error(words);
  return ranMs * 1.1;
}

type Lane = {
  name: string;
  plan: KillPlan;
  conditions: Conditions;
  folder: string;
  lane: number;
  spanMs: number;
  outcome: Outcome;
  tries: number;
};

async function killInLane(run: Lane): Promise<void> {
  const { name, plan, conditions, folder, lane, spanMs, outcome, tries } = run;
  const random = createRandom(hash32(`${name} ${conditions.seed} ${lane}`));
  const dir = path.join(folder, `profile ${lane}`);
  let task: Partial<TaskInput> = {};
  let promised: Driven['operations'] = [];
  for (let count = 0; count * lanes + lane < tries; count++) {
    if (count % plan.each === 0) {
      task = plan.prepare(dir);
      promised = [];
    }
    const atMs = begunMs + (1 + (count % plan.each)) * 60 * dayMs;
    const moment = { afterMs: random.next() * spanMs, of: plan.of };
    const more = { ...task, atMs, seed: random.int(2 ** 31) };
    const driven = await drive(conditions.bundle, makeTask(plan.job, dir, more), moment);
    const found = reopen(dir, path.join(dir, 'none'), atMs + 50 * dayMs);
    promised = [...promised, ...driven.operations];
    const compared = compare(promised, found);
    const looked = (await plan.look?.({ dir, operations: driven.operations, found })) ?? {};
    addTry(outcome, {
      where: `seed ${conditions.seed}, try ${count} of ${lane}, killed after ${moment.afterMs.toFixed(2)} ms`,
      acknowledged: driven.operations.filter(({ done }) => done).length,
      lost: compared.lost + (looked.lost ?? 0),
      faults: [
        ...found.faults,
        ...compared.faults,
        ...(looked.faults ?? []),
        ...(driven.words === '' ? [] : [`it said: ${driven.words.slice(0, 300)}`]),
      ],
    });
  }
}
