import { QueryClient, queryOptions } from '@tanstack/react-query';
import { describeFault, type Problem, ProblemError } from '../src-shared/domain/problem.ts';
import { type CommandName, isCommandName } from '../src-shared/ipc/commands.ts';
import type {
  BaselineApi,
  Channel,
  Input,
  Output,
  PreloadChannel,
  Result,
} from '../src-shared/ipc/contract.ts';

declare global {
  interface Window {
    baseline: BaselineApi;
  }
}

/** Calls the main process and answers with the value. Throws a ProblemError where it answers with a problem. */
export async function callApi<C extends Exclude<Channel, PreloadChannel>>(
  channel: C,
  input: Input<C>,
): Promise<Output<C>> {
  return readResult(await window.baseline.call(channel, input));
}

/** Has a file that was dropped looked into. Throws a ProblemError where it is none that comes in. */
export async function offerFile(file: File): Promise<Output<'exchange:offer'>> {
  return readResult(await window.baseline.offer(file));
}

function readResult<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, message, hint, details } = result.problem;
  throw new ProblemError(code, message, hint, details);
}

/** Hears the commands of the application menu; one that is not known is passed over. Answers with what stops it. */
export function hearCommands(listener: (command: CommandName) => void): () => void {
  return window.baseline.on('menu:command', payload => {
    if (isCommandName(payload)) listener(payload);
  });
}

/** What to tell a person about anything that was thrown. An internal message is for its details alone. */
export function describeProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.toProblem();
  return describeFault(error);
}

export const infoQuery = queryOptions({ queryKey: ['info'], queryFn: () => callApi('app:info', {}) });
export const todayQuery = queryOptions({ queryKey: ['today'], queryFn: () => callApi('today:get', {}) });
export const planQuery = queryOptions({ queryKey: ['plan'], queryFn: () => callApi('plan:get', {}) });
export const fitQuery = queryOptions({ queryKey: ['fit'], queryFn: () => callApi('fit:get', {}) });
export const decksQuery = queryOptions({ queryKey: ['decks'], queryFn: () => callApi('decks:list', {}) });
export const statisticsQuery = queryOptions({
  queryKey: ['stats', 'tallied'],
  queryFn: () => callApi('stats:get', {}),
});
/** What a worker counts for progress, which comes later. */
export const countedQuery = queryOptions({
  queryKey: ['stats', 'counted'],
  queryFn: () => callApi('stats:count', {}),
});
export const mocksQuery = queryOptions({ queryKey: ['mocks'], queryFn: () => callApi('mocks:list', {}) });
export const exchangeQuery = queryOptions({
  queryKey: ['exchange'],
  queryFn: () => callApi('exchange:get', {}),
});
export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: () => callApi('backups:list', {}),
});
export const referenceQuery = queryOptions({
  queryKey: ['defaults'],
  queryFn: () => callApi('defaults:list', {}),
});
/** One default with what hangs on it. */
export const defaultQuery = (id: string) =>
  queryOptions({ queryKey: ['default', id], queryFn: () => callApi('defaults:get', { id }) });
/** What a submitted interview came to. */
export const reportQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ['mock-report', attemptId],
    queryFn: () => callApi('mocks:report', { attemptId }),
  });

/** The cache of what was read. Everything is local and cheap: each screen reads anew, and nothing is retried. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 0, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
