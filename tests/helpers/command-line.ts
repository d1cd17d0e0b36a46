import path from 'node:path';
import { z } from 'zod';
import { commands, runCommandLine } from '../../src-main/commands/run.ts';
import { formatDeck, makeCards, writeDeck } from './decks.ts';
import { makeFolder } from './profile.ts';

/** What a command line left behind. */
export type Ran = { exit: number; out: string; err: string };

/** A profile folder of the command line's own, and what runs commands on it. */
export type CommandLine = {
  dir: string;
  /** Runs a command, on this profile and at `defaultNow` unless it says otherwise. */
  run(...args: string[]): Ran;
  /** The same with `--json`: the output, proven to fit the command's own schema. Throws where it fails. */
  read(...args: string[]): Record<string, unknown>;
};

/** The moment at which commands act unless they say otherwise. */
export const defaultNow = '2026-11-24T08:00:00+01:00';

const problemSchema = z.strictObject({
  problem: z.strictObject({ code: z.string(), message: z.string(), hint: z.string().nullable() }),
});

/** Reads the problem that a failed command printed with `--json`. */
export function readProblem(ran: Ran): { code: string; message: string; hint: string | null } {
  return problemSchema.parse(JSON.parse(ran.err)).problem;
}

/** A command line on a new profile with `count` cards, `one.1` and on. */
export function makeCommandLine(count = 3): CommandLine {
  const dir = makeFolder();
  const profile = path.join(dir, 'profile');
  writeDeck(profile, 'one.yaml', formatDeck(makeCards(count)));
  const run = (...args: string[]): Ran => {
    const out: string[] = [];
    const err: string[] = [];
    const globals = [
      ...(args.includes('--profile') ? [] : ['--profile', profile]),
      ...(args.includes('--now') ? [] : ['--now', defaultNow]),
    ];
    const exit = runCommandLine([...args, ...globals], path.join(dir, 'none'), {
      out: text => out.push(text),
      err: text => err.push(text),
    });
    return { exit, out: out.join('\n'), err: err.join('\n') };
  };
  const read = (...args: string[]): Record<string, unknown> => {
    const ran = run(...args, '--json');
    if (ran.err !== '') throw new Error(ran.err);
    const command = commands.find(({ name }) => args.join(' ').startsWith(name));
    const value: unknown = JSON.parse(ran.out);
    return z
      .record(z.string(), z.unknown())
      .parse(z.strictObject({ value: command?.output ?? z.never() }).parse({ value }).value);
  };
  return { dir: profile, run, read };
}
