import type { FSRSBindingItem } from '@open-spaced-repetition/binding';
import type { FitOutcome } from '../../src-shared/domain/fit/outcome.ts';
import { prepareFit } from '../../src-shared/domain/fit/prepare.ts';
import { collectSequences, predictReviews, type Sequence } from '../../src-shared/domain/fit/sequence.ts';
import { createMemoryModel, type Weights } from '../../src-shared/domain/memory.ts';
import { lossOf } from '../../src-shared/domain/statistics/accuracy.ts';
import { meanOf } from '../../src-shared/domain/statistics/share.ts';
import { withReader } from '../db/create-store.ts';
import type { Watch } from './exchange/watch.ts';

// Used in a worker, which runs as source in tests: nothing here may need the migrations.

/** A log to fit to, and the weights in force, which the fitted ones are held against. */
export type FitTask = { file: string; weights: Weights };

/** Epochs 0 is fsrs-rs’s estimate of the initial stabilities alone; the other fields are its defaults. */
const initialOnly = { numEpochs: 0, batchSize: 512, seed: 2023, maxSeqLen: 64, learningRate: 0.04, gamma: 1 };

/** Fits the weights to a database's log in a worker, by a connection of its own that only reads. */
export async function fitFile({ file, weights }: FitTask, watch: Watch): Promise<FitOutcome> {
  const sequences = readSequences(file);
  const preparation = prepareFit(sequences);
  if (preparation.kind === 'refused') return preparation;
  const { scope, cutDay, reviews } = preparation;
  watch.check();
  const fitted = await computeWeights(sequences, preparation, watch);
  watch.check();
  // Of the others there is nothing to be judged by.
  const judged = sequences.filter(sequence => (sequence.at(-1)?.day ?? 0) >= cutDay);
  const judge = (candidate: Weights): number[] => {
    const model = createMemoryModel(candidate);
    return judged.flatMap(sequence =>
      predictReviews(sequence, model).flatMap(tested => (tested.day >= cutDay ? [lossOf(tested)] : [])),
    );
  };
  const before = judge(weights);
  const after = judge(fitted);
  return {
    kind: 'fitted',
    scope,
    reviews,
    heldBack: before.length,
    before: meanOf(before) ?? Number.NaN,
    after: meanOf(after) ?? Number.NaN,
    better: isBeyondLuck(before.map((loss, index) => loss - (after[index] ?? loss))),
    weights: fitted,
  };
}

function readSequences(file: string): Sequence[] {
  return withReader(file, store => {
    const aliases = store.settings.aliases();
    const log = store.answers.ratingsInOrder();
    return collectSequences(log.map(step => ({ ...step, cardId: aliases.get(step.cardId) ?? step.cardId })));
  });
}

async function computeWeights(
  sequences: readonly Sequence[],
  { scope, cutDay }: Extract<ReturnType<typeof prepareFit>, { kind: 'ready' }>,
  watch: Watch,
): Promise<number[]> {
  // Other jobs of the same worker do without it.
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await import(
    '@open-spaced-repetition/binding'
  );
  /** One item for each review before the cut, with all that came before it: the form that fsrs-rs learns from. */
  const makeItems = (sequence: Sequence): FSRSBindingItem[] => {
    const reviews = sequence.map(
      ({ day, rating }, index) =>
        new FSRSBindingReview(rating, index === 0 ? 0 : Math.max(0, day - (sequence[index - 1]?.day ?? day))),
    );
    return reviews.flatMap((review, index) => {
      const isLearnt = index > 0 && review.deltaT > 0 && (sequence[index]?.day ?? cutDay) < cutDay;
      return isLearnt ? [new FSRSBindingItem(reviews.slice(0, index + 1))] : [];
    });
  };
  return computeParameters(sequences.flatMap(makeItems), {
    // As `createMemoryModel` has it.
    enableShortTerm: true,
    numRelearningSteps: 1,
    ...(scope === 'initial' ? { trainingConfig: initialOnly } : {}),
    progress: (current, total) => {
      watch.progress(total > 0 ? Math.min(1, current / total) : 0);
      return isWanted(watch);
    },
  });
}

/** fsrs-rs is told by false, between two steps, that it need not go on. */
function isWanted(watch: Watch): boolean {
  try {
    watch.check();
    return true;
  } catch {
    return false;
  }
}

/** True where the mean gain is positive and more than its own standard error: a smaller one may be chance. */
function isBeyondLuck(gains: readonly number[]): boolean {
  const mean = meanOf(gains) ?? 0;
  const variance = meanOf(gains.map(gain => (gain - mean) ** 2)) ?? 0;
  return mean > Math.sqrt(variance / gains.length);
}
