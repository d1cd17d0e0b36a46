import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { builtInDecks } from '../helpers/built-in-cards.ts';
import type { Outcome } from './fault.ts';
import { addTry, reopen } from './inspect.ts';
import { farMs } from './templates.ts';

/** What a command line left behind: its exit code, and all that it printed. */
export type Ran = { exit: number | null; said: string };

/** Runs the real command line in a process of its own. `within` is the program (and its words) that it runs in. */
export async function runCommand(
  bundle: string,
  args: readonly string[],
  within: readonly string[] = [],
): Promise<Ran> {
  const [program = '', ...rest] = [...within, process.execPath, path.join(bundle, 'cli.js'), ...args];
  const child = spawn(program, rest, {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[exit], out, err] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { exit, said: `${out}${err}`.trim() };
}

const now = '2027-03-01T08:00:00+01:00';

/** The words of a command on a profile. */
export function on(profile: string, ...args: string[]): string[] {
  return [...args, '--profile', profile, '--now', now];
}

/** Answers the first card. */
export const answerOn = (profile: string): string[] =>
  on(profile, 'answer', '--card', 'one.1', '--rating', 'good');

/** What is in the log, and what is wrong with a profile. */
export const lookAt = (profile: string): ReturnType<typeof reopen> => reopen(profile, builtInDecks, farMs);

/** One thing that is expected of a command that something stood in the way of. */
export type Case = {
  where: string;
  ran: Ran;
  /** What a person must be told where it failed; where this is null it must succeed. */
  told: RegExp | null;
  /** How many events the log had before, and the profile, where its log counts. */
  before?: number;
  profile?: string;
};

/** Judges one case: told in words and with nothing lost, or done. */
export function judge(outcome: Outcome, { where, ran, told, before = 0, profile }: Case): void {
  const faults: string[] = [];
  const isDone = ran.exit === 0;
  if (told === null && !isDone) faults.push(`it failed: ${ran.said}`);
  if (told !== null && !isDone && !told.test(ran.said)) faults.push(`it says: ${ran.said || 'nothing'}`);
  if (/^\s+at /m.test(ran.said)) faults.push(`it shows a stack: ${ran.said}`);
  let lost = 0;
  if (profile !== undefined) {
    const found = lookAt(profile);
    faults.push(...found.faults);
    const more = found.ids.size - before;
    if (more < 0 || (isDone && more < 1)) lost++;
    if (more > 1) faults.push(`${more} events of one answer`);
  }
  addTry(outcome, {
    where,
    acknowledged: isDone ? 1 : 0,
    lost,
    faults: faults.map(one => one.slice(0, 400)),
  });
}
