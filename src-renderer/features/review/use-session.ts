import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { Rating } from '../../../src-shared/domain/rating.ts';
import type { CardChange, Next, Session } from '../../../src-shared/ipc/contract.ts';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { describeStep } from './history-words.ts';
import {
  reduceSession,
  type SessionAction,
  type SessionState,
  type Stage,
  startState,
} from './session-state.ts';

const longestAnswerMs = 86_400_000;

/** A running review session: what is shown, and the steps that need the main process. */
export type RunningSession = {
  state: SessionState;
  dispatch(action: SessionAction): void;
  rate(rating: Rating): void;
  /** A change after which another card may come. */
  change(change: CardChange, message: string): void;
  /** A change that leaves the card on screen as it is, but for what was changed. */
  annotate(change: CardChange, patch: Patch, message: string): void;
  step(direction: 'undo' | 'redo'): void;
  /** Goes on with cards whose steps are not over yet, from now on in this session. */
  learnAhead(): void;
  /** Asks again what comes next. */
  refresh(): void;
};

type Patch = Extract<SessionAction, { type: 'patched' }>['patch'];

/** Runs a session. One call is under way at a time: a step asked for meanwhile is not taken. */
export function useSession(session: Session): RunningSession {
  const [state, dispatch] = useReducer(reduceSession, startState);
  const { reportProblem, announce, clear } = useNotices();
  const queries = useQueryClient();
  const busy = useRef(false);
  const ahead = useRef(false);
  const { view } = state;
  const shown = useRef(view);
  shown.current = view;

  /** Carries out one call and shows what comes next; a refused call is told, and the truth read anew. */
  const perform = useCallback(
    (call: () => Promise<Next | null>) => {
      if (busy.current) return;
      busy.current = true;
      clear();
      dispatch({ type: 'sent' });
      call()
        .catch(async (error: unknown) => {
          reportProblem(error);
          const next = await callApi('review:next', { session, learnAhead: false }).catch(() => null);
          return next && isShown(next, shown.current) ? null : next;
        })
        .then(next => {
          busy.current = false;
          dispatch(next ? { type: 'arrived', next, atMs: Date.now() } : { type: 'settled' });
        });
    },
    [session, clear, reportProblem],
  );

  /** While learning ahead, a wait is skipped, unless all that would come is the card just answered. */
  const skipWait = useCallback(
    async (next: Next, answered: CardId | null): Promise<Next> => {
      if (next.kind !== 'wait' || !ahead.current) return next;
      const early = await callApi('review:next', { session, learnAhead: true });
      return early.kind === 'card' && early.card.cardId === answered ? next : early;
    },
    [session],
  );

  const refresh = useCallback(() => {
    perform(() => callApi('review:next', { session, learnAhead: false }));
  }, [perform, session]);

  useEffect(refresh, [refresh]);

  const rate = (rating: Rating): void => {
    if (view.stage !== 'card' || !view.revealed) return;
    const { card, response, confidence, shownAtMs } = view;
    const takenMs = Math.min(longestAnswerMs, Math.max(0, Math.round(Date.now() - shownAtMs)));
    const { cardId, surfaceSeed } = card;
    perform(async () => {
      const answer = { session, cardId, rating, surfaceSeed, takenMs, response, confidence };
      return skipWait(await callApi('review:answer', answer), cardId);
    });
  };

  const change = (cardChange: CardChange, message: string): void => {
    if (view.stage !== 'card') return;
    const { cardId } = view.card;
    perform(async () => {
      const next = await callApi('card:change', { session, cardId, change: cardChange });
      announce(message);
      return skipWait(next, null);
    });
  };

  const annotate = (cardChange: CardChange, patch: Patch, message: string): void => {
    if (view.stage !== 'card') return;
    const { cardId } = view.card;
    perform(async () => {
      await callApi('card:change', { session, cardId, change: cardChange });
      dispatch({ type: 'patched', patch });
      announce(message);
      return null;
    });
  };

  const step = (direction: 'undo' | 'redo'): void => {
    perform(async () => {
      const { label, next } = await callApi(`history:${direction}`, { session });
      announce(describeStep(direction, label));
      // Settings can be undone too, and what other screens have read may no longer hold.
      void queries.invalidateQueries();
      return label === null ? null : next;
    });
  };

  const learnAhead = (): void => {
    ahead.current = true;
    perform(() => callApi('review:next', { session, learnAhead: true }));
  };

  return { state, dispatch, rate, change, annotate, step, learnAhead, refresh };
}

/** True where the very surface is on screen already, so that a refused answer can simply be given again. */
function isShown(next: Next, view: Stage): boolean {
  if (next.kind !== 'card' || view.stage !== 'card') return false;
  return next.card.cardId === view.card.cardId && next.card.surfaceSeed === view.card.surfaceSeed;
}
