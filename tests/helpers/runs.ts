/** How often a costly property is tried: `few` times in the test command, and `BASELINE_RUNS` times as often on demand. */
export function countRuns(few: number): number {
  return few * Number(process.env.BASELINE_RUNS ?? 1);
}
