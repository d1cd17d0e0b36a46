import { meanOf } from './share.ts';

/** A prediction of recall, between 0 and 1, and what happened. */
export type Outcome = { recall: number; remembered: boolean };

/** What RMSE(bins) sorts an answer by. */
export type Binned = Outcome & { elapsedDays: number; spacedTurn: number; spacedLapses: number };

/**
 * Mean log loss: −ln of the probability given to what happened. Lower is better; 0.69 is a coin's. Predictions of
 * exactly 0 or 1 are moved inwards by a float's epsilon, as scikit-learn's `log_loss` does. NaN of none.
 */
export function logLoss(outcomes: readonly Outcome[]): number {
  const loss = ({ recall, remembered }: Outcome): number => {
    const given = remembered ? recall : 1 - recall;
    return -Math.log(Math.min(Math.max(given, Number.EPSILON), 1 - Number.EPSILON));
  };
  return meanOf(outcomes.map(loss)) ?? Number.NaN;
}

/** Log loss of always predicting the mean that came out: what a prediction has to beat to be worth anything. */
export function logLossOfMean(outcomes: readonly Outcome[]): number {
  const recall = meanOf(outcomes.map(({ remembered }) => (remembered ? 1 : 0))) ?? Number.NaN;
  return logLoss(outcomes.map(({ remembered }) => ({ recall, remembered })));
}

/**
 * RMSE(bins) as the FSRS benchmark (open-spaced-repetition/srs-benchmark, `rmse_matrix`) defines it: answers are
 * put into bins by elapsed days, number of the answer and lapses so far, each on a logarithmic scale; the root of
 * the mean squared difference between mean prediction and share remembered, weighted by answers. NaN of none.
 */
export function rmseBins(outcomes: readonly Binned[]): number {
  const bins = Map.groupBy(outcomes, findBin);
  let squares = 0;
  for (const bin of bins.values()) {
    const predicted = meanOf(bin.map(({ recall }) => recall)) ?? 0;
    const happened = meanOf(bin.map(({ remembered }) => (remembered ? 1 : 0))) ?? 0;
    squares += bin.length * (predicted - happened) ** 2;
  }
  return Math.sqrt(squares / outcomes.length);
}

/** The benchmark's bases. Its factors only name the bins, so the exponents tell them apart as well. */
const bases = { elapsedDays: 3.62, spacedTurn: 1.89, spacedLapses: 1.73 } as const;

function findBin({ elapsedDays, spacedTurn, spacedLapses }: Binned): string {
  const exponent = (value: number, base: number): number => Math.floor(Math.log(value) / Math.log(base));
  return [
    exponent(elapsedDays, bases.elapsedDays),
    exponent(spacedTurn, bases.spacedTurn),
    spacedLapses === 0 ? 'none' : exponent(spacedLapses, bases.spacedLapses),
  ].join(' ');
}

/**
 * AUC: how often a remembered answer had the higher prediction than a forgotten one, ties counted half; 0.5 is
 * chance. Computed from ranks (Hanley and McNeil, Radiology 143 (1982), 29–36). Null where all came out alike.
 */
export function areaUnderCurve(outcomes: readonly Outcome[]): number | null {
  const remembered = outcomes.filter(outcome => outcome.remembered).length;
  const forgotten = outcomes.length - remembered;
  if (remembered === 0 || forgotten === 0) return null;
  const sorted = outcomes.toSorted((a, b) => a.recall - b.recall);
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.recall === sorted[start]?.recall) end++;
    // Equal predictions share the mean of their ranks, start + 1 to end.
    const rank = (start + 1 + end) / 2;
    rankSum += rank * sorted.slice(start, end).filter(outcome => outcome.remembered).length;
    start = end;
  }
  return (rankSum - (remembered * (remembered + 1)) / 2) / (remembered * forgotten);
}
