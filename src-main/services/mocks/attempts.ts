import type { EventBody } from '../../../src-shared/domain/events.ts';
import type { AttemptEvent } from '../../../src-shared/domain/mock/attempt.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { AttemptRow } from '../../db/queries/mocks.ts';
import type { Profile } from '../profile.ts';

type BodyOf<T extends EventBody['type']> = Extract<EventBody, { type: T }>;

/** A mock interview with all that happened in it. */
export type Attempt = {
  attemptId: string;
  row: AttemptRow;
  start: BodyOf<'mock_start'>;
  /** What was done, in order. */
  events: AttemptEvent[];
  /** Null while it is open. */
  submitted: BodyOf<'mock_submit'> | null;
};

/** Reads an attempt. Throws a ProblemError where there is none, or it was given up. */
export function readAttempt({ store }: Profile, attemptId: string): Attempt {
  const row = store.mocks.get(attemptId);
  const bodies = row && row.abandoned === 0 ? store.mocks.events(attemptId).map(({ body }) => body) : [];
  const start = bodies.find(body => body.type === 'mock_start');
  if (!row || !start) {
    throw new ProblemError(
      'not-found',
      'There is no such mock interview.',
      'It may have been given up. Nothing was changed.',
    );
  }
  return {
    attemptId,
    row,
    start,
    events: bodies.flatMap(body => (body.type === 'mock_act' ? [body.act] : [])),
    submitted: bodies.find(body => body.type === 'mock_submit') ?? null,
  };
}

/** The attempt that was begun and neither submitted nor given up; null where there is none. */
export function findOpen({ store }: Profile): AttemptRow | null {
  return store.mocks.open();
}

/** Reads an attempt that goes on. Throws a ProblemError where it does not. */
export function readOpen(profile: Profile, attemptId: string): Attempt {
  const attempt = readAttempt(profile, attemptId);
  if (!attempt.submitted) return attempt;
  throw new ProblemError('invalid', 'This interview is over.', 'Its report is open. Nothing was changed.');
}
