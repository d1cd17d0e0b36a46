import { ProblemError } from '../../src-shared/domain/problem.ts';

/**
 * A value as the database keeps it in JSON, proven when it was written. Throws a ProblemError where the file was damaged
 * in a way that SQLite does not notice.
 */
export function readStored<T>(json: string): T {
  try {
    return JSON.parse(json);
  } catch {
    throw new ProblemError(
      'damaged',
      'A text in the database of this profile is damaged.',
      'Put a backup back, under Settings. Nothing was changed.',
    );
  }
}
