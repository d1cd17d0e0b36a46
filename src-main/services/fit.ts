import type { EventBody } from '../../src-shared/domain/events.ts';
import type { FitOutcome, Fitted } from '../../src-shared/domain/fit/outcome.ts';
import { type Move, planMoves } from '../../src-shared/domain/fit/reschedule.ts';
import { createMemoryModel } from '../../src-shared/domain/memory.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { findStudyDay, type Instant } from '../../src-shared/domain/study-day.ts';
import type { FitState } from '../../src-shared/ipc/fit-contract.ts';
import { startJob, waitForJob } from './exchange/jobs.ts';
import type { FitTask } from './fit-file.ts';
import type { Profile } from './profile.ts';
import { locateDatabase } from './profile-folder.ts';

/** Fits the weights to the log and waits for it: for a command, which has nothing else to do. */
export function fitNow(profile: Profile): FitOutcome {
  return waitForJob('fit', describeTask(profile));
}

/**
 * A fit beside the window: begun, watched, cancelled, and its outcome kept until it is applied or made anew. What
 * went wrong in it is thrown once, by the next look at its state.
 */
export type FitJob = {
  state(): FitState;
  /** Begins, unless one is running. */
  begin(): FitState;
  cancel(): FitState;
  /** Applies what was fitted; see `applyFit`. */
  apply(reschedule: boolean, at: Instant): { moved: number };
};

/** Makes the one fit job of an open profile. */
export function createFitJob(profile: Profile): FitJob {
  let state: FitState = { kind: 'idle' };
  let stop: (() => void) | null = null;
  let fault: unknown = null;

  const begin = (): FitState => {
    if (state.kind === 'running') return state;
    let isWanted = true;
    const end = (next: FitState): void => {
      if (!isWanted) return;
      isWanted = false;
      state = next;
      stop = null;
    };
    const { done, cancel } = startJob('fit', describeTask(profile), share => {
      if (isWanted) state = { kind: 'running', share };
    });
    state = { kind: 'running', share: 0 };
    stop = () => {
      end({ kind: 'idle' });
      cancel();
    };
    done.then(
      outcome => end({ kind: 'done', outcome }),
      error => {
        if (isWanted) fault = error;
        end({ kind: 'idle' });
      },
    );
    return state;
  };

  return {
    state: () => {
      const thrown = fault;
      fault = null;
      if (thrown) throw thrown;
      return state;
    },
    begin,
    cancel: () => {
      stop?.();
      return state;
    },
    apply: (reschedule, at) => {
      if (state.kind !== 'done' || state.outcome.kind !== 'fitted') {
        throw new ProblemError('not-found', 'There is nothing to apply.', 'Fit first.');
      }
      const moved = applyFit(profile, state.outcome, reschedule, at);
      state = { kind: 'idle' };
      return { moved };
    },
  };
}

/**
 * Takes fitted weights into force: one action, undone like any other. Due dates change only with `reschedule`, each
 * by its own event; answers with how many. Throws a ProblemError, with nothing changed, where the weights are no
 * better or the profile is held by another process.
 */
export function applyFit(profile: Profile, fitted: Fitted, reschedule: boolean, at: Instant): number {
  if (!fitted.better)
    throw new ProblemError('invalid', 'These weights are no better.', 'Nothing was changed.');
  if (profile.readOnly) {
    throw new ProblemError('busy', 'This profile is open in Baseline.', 'Apply it there, in the settings.');
  }
  const moves = reschedule ? listMoves(profile, fitted, at) : [];
  const events: EventBody[] = [
    { type: 'parameters', weights: fitted.weights },
    ...moves.map(({ cardId, dueDay }): EventBody => ({ type: 'set_due', cardId, dueDay, memory: null })),
  ];
  profile.journal.commit(at, events);
  return moves.length;
}

/** The due dates that would change under fitted weights. */
export function listMoves(profile: Profile, { weights }: Fitted, at: Instant): Move[] {
  const { store, journal } = profile;
  const settings = journal.settings();
  const model = createMemoryModel(weights);
  const cards = [...store.states.all()].map(({ cardId }) => ({
    cardId,
    state: journal.replayCard(cardId, model),
  }));
  return planMoves(cards, findStudyDay(at, settings.dayStartHour), settings, model);
}

function describeTask({ dir, journal }: Profile): FitTask {
  return { file: locateDatabase(dir), weights: journal.weights() };
}
