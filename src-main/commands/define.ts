import type { z } from 'zod';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import { parseInput } from '../ipc/answer.ts';
import type { Profile } from '../services/profile.ts';

/** What a command needs of the profile: to change it (refused while a window has it open), to read it, or nothing. */
export type Needs = 'write' | 'read' | 'nothing';

type Context<N extends Needs> = { at: Instant; builtInDecks: string } & (N extends 'nothing'
  ? unknown
  : { profile: Profile });

/** Where and when a command runs; the profile is opened only where the command needs one. */
export type Surroundings = { at: Instant; builtInDecks: string; openProfile(): Profile };

/** A headless command: the same services as the window's, with its input and its output specified. */
export type Command<
  N extends Needs = Needs,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  /** One word, or two for a subcommand: `decks validate`. */
  name: string;
  summary: string;
  needs: N;
  /** Positional arguments, in order; keys of `input`. */
  positional: readonly string[];
  /** Options that take a value and must be given, with what they mean; keys of `input`. */
  options: Readonly<Record<string, string>>;
  /** Options that take a value and may be left out. */
  optional?: Readonly<Record<string, string>>;
  /** Options without a value; keys of `input`, true where they are given. */
  flags?: Readonly<Record<string, string>>;
  input: I;
  output: O;
  run(context: Context<N>, input: z.output<I>): z.output<O>;
  /** The output in words, for a terminal. */
  format(output: z.output<O>): string;
  /** True where the output says that something is wrong: exit code 1. */
  isFault?(output: z.output<O>): boolean;
};

/** A command whose types were checked when it was defined, ready to be called with whatever came in. */
export type AnyCommand = {
  name: string;
  summary: string;
  needs: Needs;
  positional: readonly string[];
  options: Readonly<Record<string, string>>;
  optional: Readonly<Record<string, string>>;
  flags: Readonly<Record<string, string>>;
  input: z.ZodType;
  output: z.ZodType;
  /** Parses the input, runs, and checks the output. */
  call(surroundings: Surroundings, input: unknown): { value: unknown; text: string; fault: boolean };
};

/** Binds a profile's command to its schemas. */
export function defineCommand<I extends z.ZodType, O extends z.ZodType>(
  command: Command<'read', I, O> | Command<'write', I, O>,
): AnyCommand {
  return bind(command, ({ at, builtInDecks, openProfile }, input) =>
    command.run({ at, builtInDecks, profile: openProfile() }, input),
  );
}

/** Binds a command that needs no profile. */
export function defineFreeCommand<I extends z.ZodType, O extends z.ZodType>(
  command: Command<'nothing', I, O>,
): AnyCommand {
  return bind(command, ({ at, builtInDecks }, input) => command.run({ at, builtInDecks }, input));
}

function bind<I extends z.ZodType, O extends z.ZodType>(
  command: Omit<Command<Needs, I, O>, 'run'>,
  run: (surroundings: Surroundings, input: z.output<I>) => z.output<O>,
): AnyCommand {
  return {
    name: command.name,
    summary: command.summary,
    needs: command.needs,
    positional: command.positional,
    options: command.options,
    optional: command.optional ?? {},
    flags: command.flags ?? {},
    input: command.input,
    output: command.output,
    call: (surroundings, input) => {
      const parsed = parseInput(command.input, input);
      const value = command.output.parse(run(surroundings, parsed));
      return { value, text: command.format(value), fault: command.isFault?.(value) ?? false };
    },
  };
}
