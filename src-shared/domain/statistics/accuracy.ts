/** A prediction of recall, between 0 and 1, and what happened. */
export type Outcome = { recall: number; remembered: boolean };

/** What RMSE(bins) sorts an answer by. */
export type Binned = Outcome & { elapsedDays: number; spacedTurn: number; spacedLapses: number };

/** How well predictions did, by the measures that schedulers are compared by. */
export type Accuracy = {
  /** Lower is better; 0.69 is a coin's. NaN of none. */
  logLoss: number;
  /** Of always predicting the mean that came out: what a prediction has to beat to be worth anything. */
  logLossOfMean: number;
  /** NaN of none. */
  rmseBins: number;
  /** Null where all came out alike. */
  auc: number | null;
};

/** Takes one prediction after the other, in any order and as many as there are, and keeps none of them. */
export function createAccuracy(): { add(outcome: Binned): void; read(): Accuracy } {
  const bins = createBins();
  const ranks = createRanks();
  let of = 0;
  let remembered = 0;
  let loss = 0;
  return {
    add(outcome) {
      of++;
      if (outcome.remembered) remembered++;
      loss += lossOf(outcome);
      bins.add(outcome);
      ranks.add(outcome);
    },
    read() {
      const mean = remembered / of;
      const lossOfMean =
        remembered * lossOf({ recall: mean, remembered: true }) +
        (of - remembered) * lossOf({ recall: mean, remembered: false });
      return { logLoss: loss / of, logLossOfMean: lossOfMean / of, rmseBins: bins.read(), auc: ranks.read() };
    },
  };
}

/**
 * Log loss of one prediction: −ln of the probability given to what happened. Predictions of exactly 0 or 1 are moved
 * inwards by a float's epsilon, as scikit-learn's `log_loss` does.
 */
export function lossOf({ recall, remembered }: Outcome): number {
  const given = remembered ? recall : 1 - recall;
  return -Math.log(Math.min(Math.max(given, Number.EPSILON), 1 - Number.EPSILON));
}

/** The benchmark's bases. Its factors only name the bins, so the exponents tell them apart as well. */
const exponentOf = {
  elapsedDays: createExponent(3.62),
  spacedTurn: createExponent(1.89),
  spacedLapses: createExponent(1.73),
} as const;

/** The exponent of a count to a base. Counts are small and come again and again, so those that were met are kept. */
function createExponent(base: number): (count: number) => number {
  const known: number[] = [];
  return count => {
    const before = known[count];
    if (before !== undefined) return before;
    const exponent = Math.floor(Math.log(count) / Math.log(base));
    if (count < mostKnown) known[count] = exponent;
    return exponent;
  };
}

const mostKnown = 1000;

/** No exponent of a count of days or answers comes near it. */
const exponents = 1000;

/**
 * RMSE(bins) as the FSRS benchmark (open-spaced-repetition/srs-benchmark, `rmse_matrix`) defines it: answers are
 * put into bins by elapsed days, number of the answer and lapses so far, each on a logarithmic scale; the root of
 * the mean squared difference between mean prediction and share remembered, weighted by answers.
 */
function createBins() {
  const bins = new Map<number, { of: number; predicted: number; remembered: number }>();
  let all = 0;
  return {
    add({ recall, remembered, elapsedDays, spacedTurn, spacedLapses }: Binned): void {
      const days = exponentOf.elapsedDays(elapsedDays);
      const turn = exponentOf.spacedTurn(spacedTurn);
      // Without a lapse there is no exponent: such answers have a place of their own.
      const lapses = spacedLapses === 0 ? 0 : 1 + exponentOf.spacedLapses(spacedLapses);
      const name = (days * exponents + turn) * exponents + lapses;
      const bin = bins.get(name) ?? { of: 0, predicted: 0, remembered: 0 };
      if (bin.of === 0) bins.set(name, bin);
      bin.of++;
      bin.predicted += recall;
      if (remembered) bin.remembered++;
      all++;
    },
    read(): number {
      let squares = 0;
      for (const { of, predicted, remembered } of bins.values())
        squares += of * (predicted / of - remembered / of) ** 2;
      return Math.sqrt(squares / all);
    },
  };
}

/** Predictions nearer to each other than this count as equal, which moves AUC by far less than is shown. */
const grain = 1e-5;

/**
 * AUC: how often a remembered answer had the higher prediction than a forgotten one, ties counted half; 0.5 is
 * chance. Computed from ranks (Hanley and McNeil, Radiology 143 (1982), 29–36), which are counted on a fine scale: so
 * it takes the same memory for a million answers as for a hundred.
 */
function createRanks() {
  const steps = Math.round(1 / grain);
  const all = new Uint32Array(steps + 1);
  const hits = new Uint32Array(steps + 1);
  return {
    add({ recall, remembered }: Outcome): void {
      const place = Math.round(recall * steps);
      all[place] = (all[place] ?? 0) + 1;
      if (remembered) hits[place] = (hits[place] ?? 0) + 1;
    },
    read(): number | null {
      let before = 0;
      let remembered = 0;
      let rankSum = 0;
      for (let place = 0; place <= steps; place++) {
        const of = all[place] ?? 0;
        if (of === 0) continue;
        const hit = hits[place] ?? 0;
        // Equal predictions share the mean of their ranks, before + 1 to before + of.
        rankSum += hit * (before + (of + 1) / 2);
        before += of;
        remembered += hit;
      }
      const forgotten = before - remembered;
      if (remembered === 0 || forgotten === 0) return null;
      return (rankSum - (remembered * (remembered + 1)) / 2) / (remembered * forgotten);
    },
  };
}
