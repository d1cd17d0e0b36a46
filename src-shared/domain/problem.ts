import { z } from 'zod';

/** A problem that a person can act on: what happened, and what to do about it. */
export const problemSchema = z.object({
  code: z.enum(['not-found', 'invalid', 'busy', 'read-only', 'damaged', 'failed']),
  message: z.string(),
  hint: z.string().nullable(),
  /** Of a fault of ours: what a person can pass on to whoever looks into it. */
  details: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** A fault of ours as a problem. What was thrown is for its details alone. */
export function describeFault(error: unknown): Problem {
  return {
    code: 'failed',
    message: 'Something went wrong in this step.',
    hint: 'What you did before is safe. If it happens again, restart Baseline.',
    details: error instanceof Error ? (error.stack ?? String(error)) : String(error),
  };
}

/** Longest message, in letters: what a file says of itself may be in it, and be of any length. */
const longestMessage = 3000;

/** Carries a problem up to the border (IPC or the command line), where it becomes a value. Nothing was changed. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  readonly code: Problem['code'];
  readonly hint: string | null;
  readonly details: string | undefined;

  constructor(code: Problem['code'], message: string, hint: string | null = null, details?: string) {
    super(message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message);
    // Plain fields: a worker runs as source in tests, where Node erases types and writes nothing in their place.
    this.code = code;
    this.hint = hint;
    this.details = details;
  }

  /** The problem as a value. */
  toProblem(): Problem {
    const { code, message, hint, details } = this;
    return details === undefined ? { code, message, hint } : { code, message, hint, details };
  }
}

/** The problem behind an error of the disk, by SQLite's code for it or the system's; null for any other code. */
export function explainDisk(code: string): ProblemError | null {
  // The index of SQLite's log could not grow, which it tells of a full disk and of a failing one alike.
  if (code === 'SQLITE_IOERR_SHMSIZE') {
    return new ProblemError(
      'failed',
      'The disk is full, or reported an error.',
      'Free some space and try again. Nothing was changed.',
    );
  }
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) {
    return new ProblemError(
      'failed',
      'The disk is full.',
      'Free some space and try again. Nothing was changed.',
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return new ProblemError(
      'failed',
      'The disk reported an error.',
      'What you did before is safe. Check the disk, and keep a backup on another one.',
    );
  }
  return null;
}

/** The code of whatever was thrown; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
