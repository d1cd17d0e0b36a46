import path from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { type JobMessage, type JobName, type Jobs, type JobTask, signalSlots } from './job-task.ts';
import { CancelledError } from './watch.ts';

/** Longest that a headless job may take, in ms. A hundred thousand reviews take seconds. */
const longestMs = 1_800_000;
/** Longest that its code may take to load. */
const longestLoadMs = 30_000;

/** Runs a job in a worker and waits for it: for a command, which has nothing else to do. Throws what it throws. */
export function waitForJob<N extends JobName>(name: N, input: Jobs[N]['input']): Jobs[N]['output'] {
  const { worker, port, signal } = startWorker(name, input);
  // One that cannot even load never says so, while this thread waits.
  const isRunning = Atomics.wait(signal, signalSlots.begun, 0, longestLoadMs) !== 'timed-out';
  if (isRunning) Atomics.wait(signal, signalSlots.answered, 0, longestMs);
  for (let received = receiveMessageOnPort(port); received; received = receiveMessageOnPort(port)) {
    const message: JobMessage = received.message;
    if (message.kind !== 'progress') return readEnd<N>(message);
  }
  void worker.terminate();
  throw new ProblemError('failed', 'The work did not come to an end.', 'Nothing was changed.');
}

/** Jobs that leave nothing behind, and do not look up while they go on: they end at once. */
const readsOnly: ReadonlySet<JobName> = new Set(['read-text', 'plan']);

/** A job that runs beside the window. */
export type RunningJob<N extends JobName> = {
  /** Rejects with a CancelledError where it was cancelled. */
  done: Promise<Jobs[N]['output']>;
  cancel(): void;
};

/** Starts a job in a worker; `progress` hears how far it is, 0 to 1. */
export function startJob<N extends JobName>(
  name: N,
  input: Jobs[N]['input'],
  progress: (share: number) => void,
): RunningJob<N> {
  const { worker, port, signal } = startWorker(name, input);
  let hear: (message: JobMessage) => void = () => undefined;
  const done = new Promise<Jobs[N]['output']>((resolve, reject) => {
    hear = (message: JobMessage): void => {
      if (message.kind === 'progress') {
        progress(message.share);
        return;
      }
      try {
        resolve(readEnd<N>(message));
      } catch (error) {
        reject(error);
      }
    };
    port.on('message', hear);
    worker.once('error', reject);
    worker.once('exit', () => {
      // Its end may be told before its last words are.
      for (let left = receiveMessageOnPort(port); left; left = receiveMessageOnPort(port)) hear(left.message);
      reject(new Error('the worker ended without an answer'));
    });
  });
  const cancel = (): void => {
    Atomics.store(signal, signalSlots.cancelled, 1);
    if (!readsOnly.has(name)) return;
    hear({ kind: 'cancelled' });
    void worker.terminate();
  };
  return { done, cancel };
}

function readEnd<N extends JobName>(message: Exclude<JobMessage, { kind: 'progress' }>): Jobs[N]['output'] {
  switch (message.kind) {
    case 'done':
      // The worker's own types bind this to the job's name.
      return message.output as Jobs[N]['output'];
    case 'cancelled':
      throw new CancelledError();
    case 'problem':
      throw new ProblemError(message.problem.code, message.problem.message, message.problem.hint);
    case 'failed':
      throw new Error(message.message);
  }
}

function startWorker(
  name: JobName,
  input: unknown,
): { worker: Worker; port: MessagePort; signal: Int32Array } {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const workerData: JobTask = { name, input, port: port2, signal };
  // Beside this file, as source in tests and as a bundle of its own in the app.
  const file = path.join(import.meta.dirname, `job-worker${path.extname(import.meta.filename)}`);
  const worker = new Worker(file, { workerData, transferList: [port2] });
  // A window that closes does not wait for it.
  worker.unref();
  return { worker, port: port1, signal };
}
