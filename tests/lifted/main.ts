import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeCopy } from './copy.ts';
import { type Lifted, lifted, type TestName } from './lifted.ts';
import { type Outcome, runTests } from './run-tests.ts';

// Lifts each protection in a copy of the repository, one at a time, and sees the tests fail that are there for it.

const root = path.resolve(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [''] } } });
const chosen = lifted.filter(one => values.only.some(part => `${one.of} ${one.lifts}`.includes(part)));
const copy = makeCopy(root);
process.once('exit', copy.remove);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** What of it is not as it has to be; empty where all is. */
function tellWrong(outcomes: ReadonlyMap<TestName, Outcome>, wanted: Outcome): string[] {
  return [...outcomes].flatMap(([{ file, name }, outcome]) =>
    outcome === wanted ? [] : [`    ${outcome}: ${file}, ${name}`],
  );
}

function lift({ file, says, becomes, fails }: Lifted): string[] {
  try {
    return tellWrong(
      copy.broken(file, says, becomes, () => runTests(copy.folder, fails)),
      'failed',
    );
  } catch (error) {
    return [`    ${String(error)}`];
  }
}

let passed = 0;
let failed = 0;
const tell = (name: string, wrong: readonly string[], verdict: string): void => {
  if (wrong.length === 0) passed++;
  else failed++;
  console.log([name.padEnd(90) + (wrong.length === 0 ? verdict : 'NO'), ...wrong].join('\n'));
};

// A test that fails anyway would prove nothing.
const named = new Map(chosen.flatMap(({ fails }) => fails).map(one => [`${one.file} ${one.name}`, one]));
tell('with nothing lifted', tellWrong(runTests(copy.folder, [...named.values()]), 'passed'), 'all pass');
for (const one of chosen) {
  // The tests are waited for; here a signal is heard.
  await setImmediate();
  tell(`${one.of}: ${one.lifts}`, lift(one), 'seen to fail');
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
