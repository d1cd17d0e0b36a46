import { type Accuracy, createAccuracy } from './accuracy.ts';
import { type Measured, measure } from './enough.ts';
import { type Share, tallyShare } from './share.ts';
import { isPrediction, type PastAnswer } from './trace.ts';

/** Answers from which on predictions are judged: at 90 %, a hundred hold about ten that were forgotten. */
export const answersForCalibration = 100;

/** Edges of the bins of predicted recall. Cards come due near the target, so the upper bins are the finer ones. */
const edges = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

/** Answers whose predicted recall lay from `from` to below `to`: the mean prediction, and what happened. */
export type CalibrationBin = { from: number; to: number; predicted: number; happened: Share };

export type Calibration = Accuracy & {
  predicted: number;
  happened: Share;
  /** Bins that hold answers, the lowest first. */
  bins: CalibrationBin[];
};

/**
 * The scheduler's predictions, as they were made at the time, against what happened: takes one answer after the other.
 * Those on the same day as the one before are left out, as in the FSRS benchmark.
 */
export function createCalibration(): { add(answer: PastAnswer): void; read(): Measured<Calibration> } {
  const accuracy = createAccuracy();
  const bins = edges
    .slice(1)
    .map((to, index) => ({ from: edges[index] ?? 0, to, predicted: 0, hits: 0, of: 0 }));
  const sum = (key: 'predicted' | 'hits' | 'of'): number => bins.reduce((all, bin) => all + bin[key], 0);
  return {
    add(answer) {
      if (!isPrediction(answer)) return;
      const bin = bins.find(({ to }) => answer.recall < to) ?? bins.at(-1);
      if (!bin) return;
      bin.of++;
      bin.predicted += answer.recall;
      if (answer.remembered) bin.hits++;
      accuracy.add(answer);
    },
    read: () =>
      measure(sum('of'), answersForCalibration, () => ({
        predicted: sum('predicted') / sum('of'),
        happened: tallyShare(sum('hits'), sum('of')),
        bins: bins.flatMap(({ from, to, predicted, hits, of }) =>
          of === 0 ? [] : [{ from, to, predicted: predicted / of, happened: tallyShare(hits, of) }],
        ),
        ...accuracy.read(),
      })),
  };
}
