import { workerData } from 'node:worker_threads';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { writeBackup } from '../backups/write.ts';
import { checkFile } from '../check-reader.ts';
import { planFile } from '../compose-plan.ts';
import { countFile } from '../count-statistics.ts';
import { fitFile } from '../fit-file.ts';
import { gatherFile } from './anki/gather.ts';
import { readPackage } from './anki/read-package.ts';
import { writePackage } from './anki/write-package.ts';
import { writeCsv } from './csv/write-csv.ts';
import { type JobMessage, type JobName, type Jobs, type JobTask, signalSlots } from './job-task.ts';
import { countStaged, mergeIntoCopy } from './json/merge-copy.ts';
import { readJson } from './json/read-json.ts';
import { writeJson } from './json/write-json.ts';
import { readTextDeck } from './text/read-text.ts';
import { CancelledError, type Watch } from './watch.ts';
import { writeWhole } from './whole-file.ts';

type Work = { [N in JobName]: (input: Jobs[N]['input'], watch: Watch) => Promise<Jobs[N]['output']> };

const work: Work = {
  'write-anki': ({ file, folder, ...task }) =>
    writeWhole(file, temporary => writePackage(temporary, folder, gatherFile(task))),
  'write-csv': writeCsv,
  'write-json': (task, watch) =>
    writeWhole(task.file, async temporary => writeJson({ ...task, file: temporary }, watch)),
  'read-json': async ({ file, folder }, watch) => readJson(file, folder, watch),
  'read-text': async ({ file, kind }, watch) => {
    const incoming = readTextDeck(file, kind);
    watch.check();
    return incoming;
  },
  'count-staged': async task => countStaged(task),
  merge: async (task, watch) => mergeIntoCopy(task, watch),
  check: async input => checkFile(input),
  fit: fitFile,
  plan: async input => planFile(input),
  count: async (input, watch) => countFile(input, watch.check),
  'write-backup': task => writeBackup(task),
  'read-anki': ({ file, folder, options }, watch) => readPackage(file, folder, options, watch),
};

async function run<N extends JobName>(task: JobTask & { name: N; input: Jobs[N]['input'] }): Promise<void> {
  const { name, input, port, signal } = task;
  Atomics.store(signal, signalSlots.begun, 1);
  Atomics.notify(signal, signalSlots.begun);
  const say = (message: JobMessage): void => port.postMessage(message);
  const watch: Watch = {
    progress: share => say({ kind: 'progress', share }),
    check: () => {
      if (Atomics.load(signal, signalSlots.cancelled) === 1) throw new CancelledError();
    },
  };
  try {
    say({ kind: 'done', output: await work[name](input, watch) });
  } catch (error) {
    say(describeError(error));
  } finally {
    Atomics.store(signal, signalSlots.answered, 1);
    Atomics.notify(signal, signalSlots.answered);
    port.close();
  }
}

function describeError(error: unknown): JobMessage {
  if (error instanceof CancelledError) return { kind: 'cancelled' };
  if (error instanceof ProblemError) return { kind: 'problem', problem: error.toProblem() };
  return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

// The one who starts this worker is `startWorker` in jobs.ts, which types what it gives.
void run(workerData);
