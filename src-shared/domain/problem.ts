import { z } from 'zod';

/** A problem that a person can act on: what happened, and what to do about it. */
export const problemSchema = z.object({
  code: z.enum(['not-found', 'invalid', 'busy', 'read-only', 'damaged', 'failed']),
  message: z.string(),
  hint: z.string().nullable(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Carries a problem up to the border (IPC or the command line), where it becomes a value. Nothing was changed. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  readonly code: Problem['code'];
  readonly hint: string | null;

  constructor(code: Problem['code'], message: string, hint: string | null = null) {
    super(message);
    // Plain fields: a worker runs as source in tests, where Node erases types and writes nothing in their place.
    this.code = code;
    this.hint = hint;
  }

  /** The problem as a value. */
  toProblem(): Problem {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}
