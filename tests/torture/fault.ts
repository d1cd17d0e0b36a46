/** What came of one kind of fault. */
export type Outcome = {
  tries: number;
  /** Operations that were reported as done before the fault struck. */
  acknowledged: number;
  /** Of those, how many were not there afterwards. */
  lost: number;
  /** Tries after which something was damaged, half done, or not told in words. */
  corrupt: number;
  /** What went wrong, in words; empty where nothing did. */
  found: string[];
  /** Why it could not be tried here; null where it was. */
  skipped: string | null;
};

/** What faults are run with. */
export type Conditions = {
  /** Where the driver, the command line and the worker lie bundled. */
  bundle: string;
  /** How many tries out of a thousand in the long form; 1 in that, less in the quick one. */
  share: number;
  seed: number;
};

/** One line of the table. */
export type Fault = {
  /** As `--only` names it. */
  name: string;
  /** What it does, in a few words. */
  says: string;
  /** True where losing is what has to be seen: the proof that the line above it can fail. */
  mustLose?: boolean;
  run(conditions: Conditions): Promise<Outcome>;
};

/** An outcome to begin with. */
export function beginOutcome(): Outcome {
  return { tries: 0, acknowledged: 0, lost: 0, corrupt: 0, found: [], skipped: null };
}

/** A fault that could not be tried here. */
export function skip(why: string): Outcome {
  return { ...beginOutcome(), skipped: why };
}

/** Whether a line of the table stands. A line that must lose fails where nothing was lost. */
export function isPassed({ mustLose = false }: Pick<Fault, 'mustLose'>, outcome: Outcome): boolean {
  if (mustLose) return outcome.lost > 0;
  return outcome.tries > 0 && outcome.lost === 0 && outcome.corrupt === 0 && outcome.found.length === 0;
}

/** A share of the tries of the long form, one at least. */
export function countTries(whole: number, { share }: Conditions): number {
  return Math.max(1, Math.round(whole * share));
}
