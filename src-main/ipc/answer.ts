import { z } from 'zod';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import type { Problem, Result } from '../../src-shared/ipc/contract.ts';

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

/** The problem behind an error, for a person. */
export function explain(error: unknown, log: (error: unknown) => void): Problem {
  if (error instanceof ProblemError) return error.toProblem();
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    const field = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    return {
      code: 'invalid',
      message: `${field}${issue?.message ?? 'not understood'}`,
      hint: 'Nothing was changed.',
    };
  }
  if (isFullDisk(error)) {
    return {
      code: 'failed',
      message: 'The disk is full.',
      hint: 'Free some space and try again. Nothing was changed.',
    };
  }
  log(error);
  return {
    code: 'failed',
    message: 'Something went wrong, and this step was not carried out.',
    hint: 'What you did before is safe. If it happens again, restart Baseline.',
  };
}

function isFullDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'SQLITE_FULL' || code === 'ENOSPC';
}
