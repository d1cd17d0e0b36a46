import type { Act, AttemptEvent } from '../../../src-shared/domain/mock/attempt.ts';
import { isPaused, limitOf } from '../../../src-shared/domain/mock/interview-clock.ts';
import { scoreAttempt } from '../../../src-shared/domain/mock/score.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { hash32 } from '../../../src-shared/domain/random.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Input } from '../../../src-shared/ipc/contract.ts';
import type { MockState } from '../../../src-shared/ipc/mock-contract.ts';
import { createUuid } from '../../db/new-id.ts';
import type { Profile } from '../profile.ts';
import { planAct } from './acts.ts';
import { type Attempt, findOpen, readAttempt, readOpen } from './attempts.ts';
import { createInterviewClock, type InterviewClock } from './clock.ts';
import { hintAt } from './hint.ts';
import { planMarks } from './marks.ts';
import { choosePrompt } from './prompts.ts';
import { viewAttempt } from './view.ts';

/** The mock interviews of a profile while its window is open: one at a time, whose clock this process owns. */
export type Interviews = ReturnType<typeof createInterviews>;

const beyondUndo = { undoable: false };

/** Makes them. Whatever is done is on disk when it returns. */
export function createInterviews(profile: Profile) {
  const clock: InterviewClock = createInterviewClock(profile, profile.clock);

  const finish = (attempt: Attempt, atMs: number, at: Instant): void => {
    const { attemptId, start } = attempt;
    const events: AttemptEvent[] = [...attempt.events, { type: 'submit', atMs }];
    const verdict = scoreAttempt(start.prompt, { level: start.level, seed: start.pushbackSeed, events });
    const { rulesVersion, total } = verdict;
    const marks = planMarks(profile, attemptId, verdict, at);
    const stored = JSON.parse(JSON.stringify(verdict));
    const submit = { type: 'mock_submit', attemptId, atMs, rulesVersion, total, verdict: stored } as const;
    profile.journal.commitAll(at, [
      { bodies: [submit], undoable: false },
      ...(marks.length > 0 ? [{ bodies: marks, undoable: true }] : []),
    ]);
    profile.store.mocks.dropElapsed(attemptId);
    clock.leave();
  };

  /** Submits the open attempt as of its end where its time is up. True where it was. */
  const settle = (at: Instant): boolean => {
    const open = findOpen(profile);
    if (!open) return false;
    const attempt = readAttempt(profile, open.attempt_id);
    // A strict one runs whether or not anybody looks.
    if (open.mode === 'strict') clock.enter(attempt, at.atMs);
    const limitMs = limitOf(open.minutes);
    if (clock.read(attempt, at.atMs) < limitMs) return false;
    finish(attempt, limitMs, at);
    return true;
  };

  const state = (attemptId: string, at: Instant): MockState => {
    const attempt = readAttempt(profile, attemptId);
    if (attempt.submitted) return { kind: 'over', attemptId };
    clock.enter(attempt, at.atMs);
    const view = viewAttempt(attempt, clock.read(attempt, at.atMs), clock.isRunning(attempt));
    return { kind: 'running', view };
  };

  const record = (attempt: Attempt, act: AttemptEvent, at: Instant): void => {
    profile.journal.commit(at, [{ type: 'mock_act', attemptId: attempt.attemptId, act }], beyondUndo);
  };

  return {
    /** Brings the clock up to date, at the start of the app and before anything is read. True where an interview ended. */
    settle,
    start({ source, level, mode }: Input<'mocks:start'>, at: Instant): MockState {
      settle(at);
      if (findOpen(profile)) {
        throw new ProblemError(
          'invalid',
          'Another interview is open.',
          'Submit it or give it up first. Nothing was changed.',
        );
      }
      const attemptId = createUuid(at.atMs);
      const chosen = choosePrompt(profile, source, level, attemptId);
      const pushbackSeed = hash32(`pushbacks ${attemptId}`);
      profile.journal.commit(
        at,
        [{ type: 'mock_start', attemptId, ...chosen, pushbackSeed, level, mode }],
        beyondUndo,
      );
      return state(attemptId, at);
    },
    view(attemptId: string, at: Instant): MockState {
      settle(at);
      return state(attemptId, at);
    },
    act(attemptId: string, act: Act, at: Instant): MockState {
      const open = readOpen(profile, attemptId);
      if (settle(at)) return { kind: 'over', attemptId };
      if (isPaused(open.events)) throw stopped();
      clock.enter(open, at.atMs);
      record(open, planAct({ attempt: open, act, atMs: clock.read(open, at.atMs) }), at);
      return state(attemptId, at);
    },
    note(attemptId: string, text: string, at: Instant): void {
      // What was typed until the end is kept, though the interview is over by now: notes are never scored.
      const { row } = readAttempt(profile, attemptId);
      if (text !== row.note) profile.journal.commit(at, [{ type: 'mock_note', attemptId, text }], beyondUndo);
      settle(at);
    },
    pause(attemptId: string, on: boolean, at: Instant): MockState {
      const open = readOpen(profile, attemptId);
      if (settle(at)) return { kind: 'over', attemptId };
      refuseStrict(open, 'The clock of a strict interview cannot be stopped.');
      clock.enter(open, at.atMs);
      if (isPaused(open.events) !== on) {
        record(open, { type: on ? 'pause' : 'resume', atMs: clock.read(open, at.atMs) }, at);
        if (on) clock.pause();
        else clock.resume();
      }
      return state(attemptId, at);
    },
    hint(attemptId: string, part: string, decision: Input<'mocks:hint'>['decision'], at: Instant): string {
      settle(at);
      const open = readOpen(profile, attemptId);
      refuseStrict(open, 'A strict interview gives no hints.');
      return hintAt(open, part, decision);
    },
    /** Ends an attempt; one that is over stays as it is. */
    submit(attemptId: string, at: Instant): void {
      settle(at);
      const attempt = readAttempt(profile, attemptId);
      if (!attempt.submitted) finish(attempt, clock.read(attempt, at.atMs), at);
    },
    abandon(attemptId: string, at: Instant): void {
      const open = readOpen(profile, attemptId);
      if (settle(at)) return;
      profile.journal.commit(at, [{ type: 'mock_abandon', attemptId: open.attemptId }], beyondUndo);
      profile.store.mocks.dropElapsed(attemptId);
      clock.leave();
    },
    /** Once a second while an interview runs: remembers how far it has, and ends it. True where it ended. */
    tick(at: Instant): boolean {
      const open = findOpen(profile);
      if (!open) return false;
      clock.beat(open);
      return settle(at);
    },
    /** The machine goes to sleep; and it wakes: true where an interview ended meanwhile. */
    sleep: (): void => clock.sleep(),
    wake(at: Instant): boolean {
      const open = findOpen(profile);
      if (open) clock.wake(readAttempt(profile, open.attempt_id), at.atMs);
      return settle(at);
    },
  };
}

function stopped(): ProblemError {
  return new ProblemError('invalid', 'The clock is stopped.', 'Go on first. Nothing was changed.');
}

function refuseStrict({ start }: Attempt, message: string): void {
  if (start.mode === 'strict') throw new ProblemError('invalid', message, 'Nothing was changed.');
}
