/** One side of a comparison: work to be timed, and what has to be made ready before each time. */
export type Side = {
  before?(): void;
  run(): unknown;
  close?(): void;
  /** Longest time in ms, so far, in which the thread could not have taken a call while `run` was under way. */
  stallMs?(): number;
};

/** The product's work and its floor; null where only a time is promised. */
export type Pair = { product: Side; floor: Side | null };

/** How often a pair is timed: first without counting, then in each of the runs. */
export type Often = {
  warmUp: number;
  repetitions: number;
  /** Once only on the largest collection. */
  isLong?: boolean;
};

/** Times in ms of one side, from all runs. */
export type Spread = { p50: number; p99: number; perSecond: number };

export type Measured = {
  product: Spread;
  floor: Spread | null;
  /** Product over floor by the median, and by the 99th percentile: of each run, the middle one and the two ends. */
  ratio: Ratio | null;
  ratio99: Ratio | null;
  /** Largest resident memory of the process, in MB. */
  peakMb: number;
  /** For work that goes on beside the window: the longest time in ms in which the window got no answer. */
  stallMs: number | null;
};
export type Ratio = { middle: number; least: number; most: number };

/** Times both sides in turns, in so many runs of their own, so that whatever else the machine does falls on both. */
export async function measure(
  { product, floor }: Pair,
  { warmUp, repetitions }: Often,
  runs: number,
): Promise<Measured> {
  const sides = floor ? [product, floor] : [product];
  for (let n = 0; n < warmUp; n++) for (const side of sides) await time(side);
  const taken: Taken[] = [];
  for (let run = 0; run < runs; run++) {
    const times: Taken = { product: [], floor: [] };
    for (let n = 0; n < repetitions; n++) {
      times.product.push(await time(product));
      if (floor) times.floor.push(await time(floor));
    }
    taken.push(times);
  }
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const stallMs = product.stallMs?.() ?? null;
  product.close?.();
  floor?.close?.();
  return { ...compare(taken, floor !== null), peakMb, stallMs };
}

/** What was taken in one run, of each side. */
export type Taken = { product: number[]; floor: number[] };

/** What all runs come to, with ratios where there is a floor. */
export function compare(taken: readonly Taken[], hasFloor: boolean): Omit<Measured, 'peakMb' | 'stallMs'> {
  const ratioAt = (share: number): Ratio | null =>
    hasFloor ? spreadRatios(taken.map(times => at(times.product, share) / at(times.floor, share))) : null;
  return {
    product: spreadTimes(taken.flatMap(times => times.product)),
    floor: hasFloor ? spreadTimes(taken.flatMap(times => times.floor)) : null,
    ratio: ratioAt(0.5),
    ratio99: ratioAt(0.99),
  };
}

/** Runs work beside this thread's own; answers with the longest time in ms in which no call could have been taken. */
export async function timeStall(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  try {
    await work();
  } finally {
    clearInterval(timer);
    look();
  }
  return longest;
}

async function time(side: Side): Promise<number> {
  side.before?.();
  const start = performance.now();
  const result = side.run();
  if (result instanceof Promise) await result;
  return performance.now() - start;
}

/** The value that a share of all stays within. */
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** What times in ms come to. */
export function spreadTimes(times: readonly number[]): Spread {
  const total = times.reduce((sum, one) => sum + one, 0);
  return { p50: at(times, 0.5), p99: at(times, 0.99), perSecond: (times.length / total) * 1000 };
}

function spreadRatios(ratios: readonly number[]): Ratio {
  return { middle: at(ratios, 0.5), least: at(ratios, 0), most: at(ratios, 1) };
}
