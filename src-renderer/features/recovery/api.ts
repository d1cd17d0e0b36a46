import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type {
  RecoveryApi,
  RecoveryChannel,
  RecoveryOutput,
} from '../../../src-shared/ipc/recovery-contract.ts';

declare global {
  interface Window {
    recovery: RecoveryApi;
  }
}

/** Calls the main process and answers with the value. Throws a ProblemError where it answers with a problem. */
export async function callRecovery<C extends RecoveryChannel>(channel: C): Promise<RecoveryOutput<C>> {
  const result = await window.recovery.call(channel);
  if (result.ok) return result.value;
  const { code, message, hint, details } = result.problem;
  throw new ProblemError(code, message, hint, details);
}
