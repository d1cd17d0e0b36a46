import path from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { EventBody } from '../../src-shared/domain/events.ts';
import type { FitOutcome, Fitted } from '../../src-shared/domain/fit/outcome.ts';
import { type Preparation, prepareFit } from '../../src-shared/domain/fit/prepare.ts';
import { type Move, planMoves } from '../../src-shared/domain/fit/reschedule.ts';
import { collectSequences, type Sequence } from '../../src-shared/domain/fit/sequence.ts';
import { createMemoryModel } from '../../src-shared/domain/memory.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { findStudyDay, type Instant } from '../../src-shared/domain/study-day.ts';
import type { FitState } from '../../src-shared/ipc/fit-contract.ts';
import { type FitMessage, type FitTask, signalSlots } from './fit-task.ts';
import type { Profile } from './profile.ts';

/** Longest that a headless fit may take, in ms. A hundred thousand reviews take seconds. */
const longestMs = 600_000;

/** Fits the weights to the log and waits for it: for a command, which has nothing else to do. */
export function fitNow(profile: Profile): FitOutcome {
  const { sequences, preparation } = prepare(profile);
  if (preparation.kind === 'refused') return preparation;
  const { worker, port, signal } = startWorker(profile, sequences, preparation);
  Atomics.wait(signal, signalSlots.answered, 0, longestMs);
  for (let received = receiveMessageOnPort(port); received; received = receiveMessageOnPort(port)) {
    const message: FitMessage = received.message;
    if (message.kind === 'failed') throw new Error(message.message);
    if (message.kind === 'fitted') return message.fitted;
  }
  void worker.terminate();
  throw new ProblemError('failed', 'The fit did not come to an end.', 'Nothing was changed.');
}

/**
 * A fit beside the window: begun, watched, cancelled, and its outcome kept until it is applied or made anew. What
 * went wrong in it is thrown once, by the next look at its state.
 */
export type FitJob = {
  state(): FitState;
  /** Begins, unless one is running. */
  begin(): FitState;
  cancel(): FitState;
  /** Applies what was fitted; see `applyFit`. */
  apply(reschedule: boolean, at: Instant): { moved: number };
};

/** Makes the one fit job of an open profile. */
export function createFitJob(profile: Profile): FitJob {
  let state: FitState = { kind: 'idle' };
  let stop: (() => void) | null = null;
  let fault: Error | null = null;

  const begin = (): FitState => {
    if (state.kind === 'running') return state;
    const { sequences, preparation } = prepare(profile);
    if (preparation.kind === 'refused') {
      state = { kind: 'done', outcome: preparation };
      return state;
    }
    state = { kind: 'running', share: 0 };
    const { worker, port, signal } = startWorker(profile, sequences, preparation);
    let isWanted = true;
    const end = (next: FitState): void => {
      if (!isWanted) return;
      isWanted = false;
      state = next;
      stop = null;
    };
    stop = () => {
      end({ kind: 'idle' });
      // fsrs-rs looks at it between two steps; the worker then ends by itself.
      Atomics.store(signal, signalSlots.cancelled, 1);
    };
    const fail = (error: Error): void => {
      if (isWanted) fault = error;
      end({ kind: 'idle' });
    };
    const hear = (message: FitMessage): void => {
      if (message.kind === 'fitted') end({ kind: 'done', outcome: message.fitted });
      else if (message.kind === 'failed') fail(new Error(message.message));
      else if (isWanted) state = { kind: 'running', share: message.share };
    };
    port.on('message', hear);
    worker.once('error', fail);
    worker.once('exit', () => {
      // Its end may be told before its last words are.
      for (let left = receiveMessageOnPort(port); left; left = receiveMessageOnPort(port)) hear(left.message);
      fail(new Error('the worker ended without an answer'));
    });
    return state;
  };

  return {
    state: () => {
      const thrown = fault;
      fault = null;
      if (thrown) throw thrown;
      return state;
    },
    begin,
    cancel: () => {
      stop?.();
      return state;
    },
    apply: (reschedule, at) => {
      if (state.kind !== 'done' || state.outcome.kind !== 'fitted') {
        throw new ProblemError('not-found', 'There is nothing to apply.', 'Fit first.');
      }
      const moved = applyFit(profile, state.outcome, reschedule, at);
      state = { kind: 'idle' };
      return { moved };
    },
  };
}

/**
 * Takes fitted weights into force: one action, undone like any other. Due dates change only with `reschedule`, each
 * by its own event; answers with how many. Throws a ProblemError, with nothing changed, where the weights are no
 * better or the profile is held by another process.
 */
export function applyFit(profile: Profile, fitted: Fitted, reschedule: boolean, at: Instant): number {
  if (!fitted.better)
    throw new ProblemError('invalid', 'These weights are no better.', 'Nothing was changed.');
  if (profile.readOnly) {
    throw new ProblemError('busy', 'This profile is open in Baseline.', 'Apply it there, in the settings.');
  }
  const moves = reschedule ? listMoves(profile, fitted, at) : [];
  const events: EventBody[] = [
    { type: 'parameters', weights: fitted.weights },
    ...moves.map(({ cardId, dueDay }): EventBody => ({ type: 'set_due', cardId, dueDay, memory: null })),
  ];
  profile.journal.commit(at, events);
  return moves.length;
}

/** The due dates that would change under fitted weights. */
export function listMoves(profile: Profile, { weights }: Fitted, at: Instant): Move[] {
  const { store, journal } = profile;
  const settings = journal.settings();
  const model = createMemoryModel(weights);
  const cards = [...store.states.all()].map(({ cardId }) => ({
    cardId,
    state: journal.replayCard(cardId, model),
  }));
  return planMoves(cards, findStudyDay(at, settings.dayStartHour), settings, model);
}

function prepare({ store }: Profile): { sequences: Sequence[]; preparation: Preparation } {
  const log = store.answers
    .ratingsInOrder()
    .map(step => ({ ...step, cardId: store.settings.resolve(step.cardId) }));
  const sequences = collectSequences(log);
  return { sequences, preparation: prepareFit(sequences) };
}

type Started = { worker: Worker; port: MessagePort; signal: Int32Array };

function startWorker(
  profile: Profile,
  sequences: readonly Sequence[],
  { scope, cutDay, reviews }: Extract<Preparation, { kind: 'ready' }>,
): Started {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const weights = profile.journal.weights();
  const workerData: FitTask = { sequences, reviews, scope, cutDay, weights, port: port2, signal };
  // Beside this file, as source in tests and as a bundle of its own in the app.
  const file = path.join(import.meta.dirname, `fit-worker${path.extname(import.meta.filename)}`);
  const worker = new Worker(file, { workerData, transferList: [port2] });
  // A window that closes does not wait for a fit.
  worker.unref();
  return { worker, port: port1, signal };
}
