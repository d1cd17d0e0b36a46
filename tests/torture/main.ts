import { parseArgs } from 'node:util';
import { bundleDriver } from './bundle.ts';
import { beginOutcome, type Fault, isPassed, type Outcome } from './fault.ts';
import { damageFaults } from './faults/damage.ts';
import { diskFaults } from './faults/disk.ts';
import { killFaults } from './faults/kill-services.ts';
import { windowFaults } from './faults/kill-window.ts';
import { powerFaults } from './faults/power.ts';
import { refusalFaults } from './faults/refusals.ts';
import { suiteFaults } from './faults/suites.ts';
import { tell } from './inspect.ts';
import { formatHead, formatLine } from './table.ts';

/**
 * Runs every fault and prints a table, a line as soon as each is over:
 *
 * - `tries`: how often the fault struck;
 * - `acknowledged`: operations that had been reported as done before it did;
 * - `lost`: how many of those were not there when the profile was opened again;
 * - `corrupt`: tries after which anything was damaged, half done, or not told in words;
 * - a line that `must lose` proves that the ones above it can fail: there, losing nothing is the failure.
 *
 * The last line is `N passed, M failed`; the exit code is 1 where any failed. `--quick` takes a fiftieth of the tries,
 * `--share S` that part of them, `--only NAME` the faults whose names hold it, `--seed N` draws other moments.
 */
const { values } = parseArgs({
  options: {
    share: { type: 'string' },
    quick: { type: 'boolean' },
    only: { type: 'string' },
    seed: { type: 'string' },
  },
});
const all: readonly Fault[] = [
  ...killFaults,
  ...windowFaults,
  ...powerFaults,
  ...diskFaults,
  ...refusalFaults,
  ...suiteFaults,
  ...damageFaults,
];
const chosen = all.filter(({ name }) => name.includes(values.only ?? ''));
const bundle = await bundleDriver('torture');
const conditions = {
  bundle,
  share: Number(values.share ?? (values.quick ? 0.02 : 1)),
  seed: Number(values.seed ?? 1),
};

console.log(formatHead());
const counts = { passed: 0, failed: 0 };
for (const fault of chosen) {
  const outcome = await fault
    .run(conditions)
    .catch(
      (error: unknown): Outcome => ({ ...beginOutcome(), found: [`it could not be tried: ${tell(error)}`] }),
    );
  console.log(formatLine(fault, outcome));
  // What could not be tried here is neither, and says so in its line.
  if (outcome.skipped === null) counts[isPassed(fault, outcome) ? 'passed' : 'failed']++;
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
