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

  constructor(
    readonly code: Problem['code'],
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message);
  }

  /** The problem as a value. */
  toProblem(): Problem {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}
