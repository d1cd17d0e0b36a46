import os from 'node:os';
import path from 'node:path';
import { CommanderError, Command as Program } from 'commander';
import { z } from 'zod';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { parseInstant } from '../../src-shared/domain/study-day.ts';
import { type Clock, fixClock, readSystemOffset, systemClock } from '../clock.ts';
import { explain } from '../ipc/answer.ts';
import { backUpBeforeMigration } from '../services/backups/before-migration.ts';
import { openProfile, type Profile } from '../services/profile.ts';
import { backupCommands } from './backup-commands.ts';
import { deckCommands } from './deck-commands.ts';
import type { AnyCommand } from './define.ts';
import { exchangeCommands } from './exchange-commands.ts';
import { mockCommands } from './mock-commands.ts';
import { planCommands } from './plan-commands.ts';
import { profileCommands } from './profile-commands.ts';
import { reviewCommands } from './review-commands.ts';
import { statsCommands } from './stats-commands.ts';

/** Every headless command, in the order in which they are listed. */
export const commands: readonly AnyCommand[] = [
  ...reviewCommands,
  ...planCommands,
  ...backupCommands,
  ...profileCommands,
  ...statsCommands,
  ...mockCommands,
  ...deckCommands,
  ...exchangeCommands,
];

/** Exit codes: done, a fault was found (or something failed), the command was not understood. */
export const exitCodes = { done: 0, fault: 1, misuse: 2 } as const;
type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command's words go. */
export type Output = { out(text: string): void; err(text: string): void };

const globalsSchema = z.object({
  profile: z.string().optional(),
  now: z.string().optional(),
  json: z.boolean().optional(),
});

/** Runs one command line (without the program's name) and answers with its exit code. Never throws. */
export function runCommandLine(args: readonly string[], builtInDecks: string, output: Output): ExitCode {
  let exit: ExitCode = exitCodes.done;
  const program = createProgram(output, (command, input, globals) => {
    exit = runCommand(command, input, globals, builtInDecks, output);
  });
  try {
    program.parse([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.misuse;
  }
}

type Run = (command: AnyCommand, input: unknown, globals: z.output<typeof globalsSchema>) => void;

function createProgram(output: Output, run: Run): Program {
  const configure = (program: Program): Program =>
    program
      .exitOverride()
      .configureOutput({
        writeOut: text => output.out(text.trimEnd()),
        writeErr: text => output.err(text.trimEnd()),
      })
      .configureHelp({ showGlobalOptions: true });
  // commander reads the program's own options before and behind a command.
  const program = configure(new Program('baseline'))
    .description('Baseline without a window.')
    .option('--profile <dir>', 'profile folder')
    .option('--now <iso>', 'the moment to act at')
    .option('--json', 'print JSON');
  const groups = new Map<string, Program>();
  for (const command of commands) {
    const [first = '', second] = command.name.split(' ');
    const parent = second === undefined ? program : (groups.get(first) ?? configure(program.command(first)));
    if (second !== undefined) groups.set(first, parent);
    const sub = configure(parent.command(second ?? first)).description(command.summary);
    for (const name of command.positional) sub.argument(`<${name}>`);
    for (const [name, help] of Object.entries(command.options))
      sub.requiredOption(`--${name} <${name}>`, help);
    for (const [name, help] of Object.entries(command.optional)) sub.option(`--${name} <${name}>`, help);
    for (const [name, help] of Object.entries(command.flags)) sub.option(`--${name}`, help);
    sub.action((...given: unknown[]) => {
      const positional = Object.fromEntries(command.positional.map((name, index) => [name, given[index]]));
      run(command, { ...positional, ...sub.opts() }, globalsSchema.parse(program.opts()));
    });
  }
  return program;
}

function runCommand(
  command: AnyCommand,
  input: unknown,
  globals: z.output<typeof globalsSchema>,
  builtInDecks: string,
  output: Output,
): ExitCode {
  let profile: Profile | null = null;
  try {
    const clock = readClock(globals.now);
    const open = (): Profile => {
      if (globals.profile === '')
        throw new ProblemError('invalid', '--profile needs a folder.', 'Name one, or leave it out.');
      profile = openProfile({
        dir: path.resolve(globals.profile ?? findDefaultProfile()),
        builtInDecks,
        clock,
        kind: 'command',
        whenHeld: command.needs === 'write' ? 'refuse' : 'read',
        beforeMigration: backUpBeforeMigration,
      });
      return profile;
    };
    const { value, text, fault } = command.call({ at: clock.now(), builtInDecks, openProfile: open }, input);
    output.out(globals.json ? JSON.stringify(value, null, 2) : text);
    return fault ? exitCodes.fault : exitCodes.done;
  } catch (error) {
    const problem = explain(error, cause => output.err(String(cause)));
    output.err(
      globals.json ? JSON.stringify({ problem }) : [problem.message, problem.hint].filter(Boolean).join(' '),
    );
    return problem.code === 'invalid' || problem.code === 'not-found' ? exitCodes.misuse : exitCodes.fault;
  } finally {
    closeProfile(profile);
  }
}

function closeProfile(profile: Profile | null): void {
  profile?.close();
}

function readClock(now: string | undefined): Clock {
  if (now === undefined) return systemClock;
  const at = parseInstant(now, readSystemOffset);
  if (!at)
    throw new ProblemError('invalid', `“${now}” is not a moment.`, 'Write it as 2026-11-24T08:00:00+01:00.');
  return fixClock(at);
}

/** Where Electron keeps the app's data on this system: the profile that the window uses. */
export function findDefaultProfile(): string {
  const home = os.homedir();
  switch (process.platform) {
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Baseline');
    case 'win32':
      return path.join(process.env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'Baseline');
    default:
      // Set and empty counts as not set, for Electron too.
      return path.join(process.env.XDG_CONFIG_HOME || path.join(home, '.config'), 'Baseline');
  }
}
