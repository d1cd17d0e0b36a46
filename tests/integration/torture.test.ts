import { beforeAll, describe, expect, test } from 'vitest';
import { bundleDriver } from '../torture/bundle.ts';
import { type Fault, isPassed, type Outcome } from '../torture/fault.ts';
import { killFaults } from '../torture/faults/kill-services.ts';
import { powerFaults } from '../torture/faults/power.ts';
import { findNoTrace } from '../torture/power/trace.ts';
import { formatLine } from '../torture/table.ts';

// A few tries of what `npm run torture` does a thousand times.
let bundle = '';
beforeAll(async () => {
  bundle = await bundleDriver('test-torture');
}, 60_000);

/** Runs a fault, and fails with the words of its table where it does not stand. */
async function stand(name: string, share: number): Promise<Outcome> {
  const fault: Fault | undefined = [...killFaults, ...powerFaults].find(one => one.name === name);
  if (!fault) throw new Error(`there is no fault “${name}”`);
  const outcome = await fault.run({ bundle, share, seed: 1 });
  expect(isPassed(fault, outcome), formatLine(fault, outcome)).toBe(true);
  return outcome;
}

test('a process that is killed while it takes answers loses none that it had reported', async () => {
  expect(await stand('kill: answering', 0.02)).toMatchObject({ tries: 4, lost: 0, corrupt: 0 });
}, 60_000);

describe.skipIf(findNoTrace() !== null)('a power cut (skipped where no strace may run)', () => {
  test('takes nothing that was reported', async () => {
    expect((await stand('power: answering and undoing', 0.03)).acknowledged).toBeGreaterThan(0);
  }, 60_000);

  test('would, were each commit not waited for', async () => {
    expect((await stand('power: the same, synchronous=NORMAL', 0.1)).lost).toBeGreaterThan(0);
  }, 60_000);
});
