import { workerData } from 'node:worker_threads';
import { computeParameters, FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding';
import type { Fitted } from '../../src-shared/domain/fit/outcome.ts';
import { predictReviews, type Sequence } from '../../src-shared/domain/fit/sequence.ts';
import { createMemoryModel, type Weights } from '../../src-shared/domain/memory.ts';
import { lossOf } from '../../src-shared/domain/statistics/accuracy.ts';
import { meanOf } from '../../src-shared/domain/statistics/share.ts';
import { type FitMessage, type FitTask, signalSlots } from './fit-task.ts';

/** Epochs 0 is fsrs-rs’s estimate of the initial stabilities alone; the other fields are its defaults. */
const initialOnly = { numEpochs: 0, batchSize: 512, seed: 2023, maxSeqLen: 64, learningRate: 0.04, gamma: 1 };

async function fitWeights(task: FitTask): Promise<Fitted> {
  const { sequences, scope, cutDay, weights } = task;
  const fitted = await computeParameters(makeItems(sequences, cutDay), {
    // As `createMemoryModel` has it.
    enableShortTerm: true,
    numRelearningSteps: 1,
    ...(scope === 'initial' ? { trainingConfig: initialOnly } : {}),
    progress: (current, total) => {
      send(task, { kind: 'progress', share: total > 0 ? Math.min(1, current / total) : 0 });
      return Atomics.load(task.signal, signalSlots.cancelled) === 0;
    },
  });
  const judge = (candidate: Weights): number[] => {
    const model = createMemoryModel(candidate);
    return sequences.flatMap(sequence =>
      predictReviews(sequence, model).flatMap(tested => (tested.day >= cutDay ? [lossOf(tested)] : [])),
    );
  };
  const before = judge(weights);
  const after = judge(fitted);
  return {
    kind: 'fitted',
    scope,
    reviews: task.reviews,
    heldBack: before.length,
    before: meanOf(before) ?? Number.NaN,
    after: meanOf(after) ?? Number.NaN,
    better: isBeyondLuck(before.map((loss, index) => loss - (after[index] ?? loss))),
    weights: fitted,
  };
}

/** True where the mean gain is positive and more than its own standard error: a smaller one may be chance. */
function isBeyondLuck(gains: readonly number[]): boolean {
  const mean = meanOf(gains) ?? 0;
  const variance = meanOf(gains.map(gain => (gain - mean) ** 2)) ?? 0;
  return mean > Math.sqrt(variance / gains.length);
}

/** One item for each review before the cut, with all that came before it: the form that fsrs-rs learns from. */
function makeItems(sequences: readonly Sequence[], cutDay: number): FSRSBindingItem[] {
  return sequences.flatMap(sequence => {
    const reviews = sequence.map(
      ({ day, rating }, index) =>
        new FSRSBindingReview(rating, index === 0 ? 0 : Math.max(0, day - (sequence[index - 1]?.day ?? day))),
    );
    return reviews.flatMap((review, index) => {
      const isLearnt = index > 0 && review.deltaT > 0 && (sequence[index]?.day ?? cutDay) < cutDay;
      return isLearnt ? [new FSRSBindingItem(reviews.slice(0, index + 1))] : [];
    });
  });
}

function send({ port }: FitTask, message: FitMessage): void {
  port.postMessage(message);
}

async function run(task: FitTask): Promise<void> {
  try {
    send(task, { kind: 'fitted', fitted: await fitWeights(task) });
  } catch (error) {
    send(task, { kind: 'failed', message: String(error) });
  } finally {
    Atomics.store(task.signal, signalSlots.answered, 1);
    Atomics.notify(task.signal, signalSlots.answered);
    task.port.close();
  }
}

// The one who starts this worker is `startWorker` in fit.ts, which types what it gives.
void run(workerData);
