import type { z } from 'zod';
import {
  codeOf,
  describeFault,
  explainDisk,
  type Problem,
  ProblemError,
} from '../../src-shared/domain/problem.ts';
import type { Result } from '../../src-shared/ipc/contract.ts';

/**
 * Runs a call at a border and makes a value of whatever comes: a problem that a person can act on where there
 * is one, and for a fault of ours a plain message, with the details left to `log`.
 */
export async function answerCall<T>(
  work: () => Promise<T>,
  log: (error: unknown) => void,
): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, problem: explain(error, log) };
  }
}

/** Parses what came in at a border. Throws a ProblemError that names the field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  throw new ProblemError('invalid', `${field}${issue?.message ?? 'not understood'}`, 'Nothing was changed.');
}

/** The problem behind an error, for a person. */
export function explain(error: unknown, log: (error: unknown) => void): Problem {
  if (error instanceof ProblemError) return error.toProblem();
  const code = codeOf(error);
  // Every statement was prepared when the database was opened: one that plainly fails later meets another schema.
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR') {
    return {
      code: 'damaged',
      message: 'The database of this profile is damaged.',
      hint: 'Choose “Check database” in the Help menu: it repairs what can be made anew, and offers to save the rest.',
    };
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return {
      code: 'read-only',
      message: 'The database of this profile cannot be written.',
      hint: 'Give yourself write access to baseline.db and its folder, and try again. Nothing was changed.',
    };
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return {
      code: 'busy',
      message: 'Another program holds this profile.',
      hint: 'Close it and try again. Nothing was changed.',
    };
  }
  const ofDisk = explainDisk(code);
  if (ofDisk) return ofDisk.toProblem();
  log(error);
  return describeFault(error);
}
