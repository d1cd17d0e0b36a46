import type { MessagePort } from 'node:worker_threads';
import type { BackupAbout } from '../../../src-shared/domain/backup/backup.ts';
import type { FitOutcome } from '../../../src-shared/domain/fit/outcome.ts';
import type { Problem } from '../../../src-shared/domain/problem.ts';
import type { Plan } from '../../../src-shared/ipc/plan-contract.ts';
import type { CountedStatistics } from '../../../src-shared/ipc/stats-contract.ts';
import type { MergeCounts } from '../../db/queries/merge.ts';
import type { BackupTask } from '../backups/write.ts';
import type { CheckReport } from '../check.ts';
import type { PlanFrame } from '../compose-plan.ts';
import type { CountFrame } from '../count-statistics.ts';
import type { FitTask } from '../fit-file.ts';
import type { GatherTask } from './anki/gather.ts';
import type { ReadOptions } from './anki/read-package.ts';
import type { Written } from './anki/write-package.ts';
import type { CsvTask, WrittenCsv } from './csv/write-csv.ts';
import type { Incoming } from './incoming.ts';
import type { MergedCopy, MergeTask } from './json/merge-copy.ts';
import type { IncomingExport } from './json/read-json.ts';
import type { JsonTask, WrittenJson } from './json/write-json.ts';
import type { TextKind } from './text/read-text.ts';

/** Long work, by name: what it is given, all plain values, and what it answers with. `folder` is empty, for its use alone. */
export type Jobs = {
  'write-anki': { input: GatherTask & { file: string; folder: string }; output: Written };
  'write-csv': { input: CsvTask; output: WrittenCsv };
  'write-json': { input: JsonTask; output: WrittenJson };
  'read-json': { input: { file: string; folder: string }; output: IncomingExport };
  'read-text': { input: { file: string; kind: TextKind }; output: Incoming };
  'count-staged': { input: Pick<MergeTask, 'database' | 'staged'>; output: MergeCounts };
  merge: { input: MergeTask; output: MergedCopy };
  check: { input: { file: string }; output: CheckReport };
  count: { input: CountFrame & { file: string }; output: CountedStatistics };
  fit: { input: FitTask; output: FitOutcome };
  plan: { input: PlanFrame & { file: string }; output: Plan };
  'write-backup': { input: BackupTask; output: BackupAbout };
  'read-anki': { input: { file: string; folder: string; options: ReadOptions }; output: Incoming };
};
export type JobName = keyof Jobs;

/** What the worker is started with. */
export type JobTask = {
  name: JobName;
  input: unknown;
  port: MessagePort;
  /** See `signalSlots`; shared by both threads. */
  signal: Int32Array;
};

/** What it says. Progress is 0 to 1. */
export type JobMessage =
  | { kind: 'progress'; share: number }
  | { kind: 'done'; output: unknown }
  | { kind: 'cancelled' }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'failed'; message: string };

/** Slots of the signal, 0 or 1: the answer is on the port (for a caller without an event loop), cancel, and that it runs. */
export const signalSlots = { answered: 0, cancelled: 1, begun: 2 } as const;
