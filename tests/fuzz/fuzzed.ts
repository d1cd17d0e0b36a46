import { ProblemError } from '../../src-shared/domain/problem.ts';
import type { Random } from '../../src-shared/domain/random.ts';

/** Makes another input of one; `others` are sound inputs of the same parser. */
export type Mutate = (input: Buffer, others: readonly Buffer[], random: Random) => Buffer;

/** What became of an input: it was read, or refused in words that a person can act on. */
export type Verdict = 'read' | 'refused';

/** A parser that is ready for input. */
export type Subject = {
  /**
   * Reads one input and looks at what came of it. Whatever it throws but a sound ProblemError is a fault of the
   * parser; `Broken` says that what it answered, or left behind, cannot be right.
   */
  read(input: Buffer): Verdict | Promise<Verdict>;
  close(): void;
};

/** A parser of the product, with what is thrown at it. */
export type FuzzedParser = {
  name: string;
  /** The source files of which this tries how they read what comes from outside. */
  covers: readonly string[];
  /** Sound inputs, which are read. */
  seeds(): readonly Buffer[] | Promise<readonly Buffer[]>;
  mutate: Mutate;
  /** `folder` is empty, and the parser's alone. */
  open(folder: string): Subject | Promise<Subject>;
};

/** The parser gave an answer, or left something behind, that cannot be right. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** Throws a `Broken` unless what is said holds. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}

/** A refusal in words, as the verdict; throws what is none. */
export function judgeRefusal(error: unknown): 'refused' {
  if (!(error instanceof ProblemError)) throw error;
  must(error.code !== 'failed' || error.details === undefined, `a fault of ours: ${error.details}`);
  must(error.message.trim() !== '', 'a problem without words');
  must(error.message.length < 5000, `a problem of ${error.message.length} letters`);
  must((error.hint ?? '').trim() !== '', `a problem that does not say what to do: ${error.message}`);
  return 'refused';
}
