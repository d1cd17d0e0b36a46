import { ProblemError } from '../../src-shared/domain/problem.ts';

/** Causes of causes are told to this depth. */
const deepest = 4;

/**
 * An error for the log: its kind, its code, what went wrong and where, without anything that could be a person's own
 * words. Parsers and SQLite quote what they stumbled over, behind a colon or in quotes; a problem that is told to the
 * person names their files and cards, and leaves nothing here but its code.
 */
export function describeForLog(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return `no error but a ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? `[${error.code}]` : '';
  const says = error instanceof ProblemError ? '' : cutShort(error.message);
  const lines = [[error.name, code, says].filter(Boolean).join(' '), ...listFrames(error)];
  if (error.cause !== undefined && depth < deepest)
    lines.push(`caused by ${describeForLog(error.cause, depth + 1)}`);
  return lines.join('\n');
}

function cutShort(message: string): string {
  return (/^[^\r\n:"'`“‘«/\\]{0,120}/u.exec(message)?.[0] ?? '').trim();
}

/** Where it was thrown. The stack begins with the message, which could hold anything. */
function listFrames({ message, stack = '' }: Error): string[] {
  const frames = stack.slice(stack.indexOf(message) + message.length);
  return frames.split('\n').filter(line => /^ {4}at /.test(line));
}
