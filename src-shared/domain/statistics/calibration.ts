import { areaUnderCurve, logLoss, logLossOfMean, rmseBins } from './accuracy.ts';
import { type Measured, measure } from './enough.ts';
import { meanOf, type Share, tallyWhere } from './share.ts';
import { listPredictions, type PastAnswer } from './trace.ts';

/** Answers from which on predictions are judged: at 90 %, a hundred hold about ten that were forgotten. */
export const answersForCalibration = 100;

/** Edges of the bins of predicted recall. Cards come due near the target, so the upper bins are the finer ones. */
const edges = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

/** Answers whose predicted recall lay from `from` to below `to`: the mean prediction, and what happened. */
export type CalibrationBin = { from: number; to: number; predicted: number; happened: Share };

export type Calibration = {
  predicted: number;
  happened: Share;
  /** Bins that hold answers, the lowest first. */
  bins: CalibrationBin[];
  logLoss: number;
  /** Of a prediction that knows only the mean. */
  logLossOfMean: number;
  rmseBins: number;
  /** Null where nothing was forgotten, or everything. */
  auc: number | null;
};

/**
 * The scheduler's predictions, as they were made at the time, against what happened. Answers on the same day as
 * the one before are left out, as in the FSRS benchmark.
 */
export function readCalibration(answers: readonly PastAnswer[]): Measured<Calibration> {
  const predictions = listPredictions(answers);
  return measure(predictions.length, answersForCalibration, () => ({
    predicted: meanOf(predictions.map(({ recall }) => recall)) ?? 0,
    happened: tallyWhere(predictions, ({ remembered }) => remembered),
    bins: edges.slice(1).flatMap((to, index) => {
      const from = edges[index] ?? 0;
      const bin = predictions.filter(({ recall }) => recall >= from && (recall < to || to === 1));
      const predicted = meanOf(bin.map(({ recall }) => recall));
      const happened = tallyWhere(bin, ({ remembered }) => remembered);
      return predicted === null ? [] : [{ from, to, predicted, happened }];
    }),
    logLoss: logLoss(predictions),
    logLossOfMean: logLossOfMean(predictions),
    rmseBins: rmseBins(predictions),
    auc: areaUnderCurve(predictions),
  }));
}
