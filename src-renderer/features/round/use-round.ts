import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RoundVerdict, RoundView } from '../../../src-shared/ipc/round-contract.ts';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';

export type Question = NonNullable<RoundView['question']>;

/** A decision that was answered, with its verdict. */
export type Judged = { question: Question; option: string; verdict: RoundVerdict };

/** A round as the page has it. */
export type Round = {
  view: RoundView;
  /** The page's own clock when the time left was read. */
  readAtMs: number;
  /** What was answered last, until the person goes on. */
  judged: Judged | null;
  answer(option: string): void;
  /** On from a verdict, to the next decision or to the result. */
  next(): void;
  /** Ends the round now. */
  end(): void;
  mend(): Promise<RoundView | null>;
  read(): Promise<RoundView | null>;
};

/** Reads a round and keeps it; null until it is there. */
export function useRound(roundId: string): Round | null {
  const { reportProblem, announce, clear } = useNotices();
  const queries = useQueryClient();
  const [held, setHeld] = useState<Pick<Round, 'view' | 'readAtMs'> | null>(null);
  const [judged, setJudged] = useState<Judged | null>(null);
  const busy = useRef(false);
  const shownAtMs = useRef(performance.now());

  const take = (view: RoundView): RoundView => {
    setHeld({ view, readAtMs: performance.now() });
    // What lists rounds, or offers the diagnostic, is read anew before it is shown again.
    if (view.result) void queries.invalidateQueries({ refetchType: 'all' });
    return view;
  };
  const step = async (call: () => Promise<RoundView>): Promise<RoundView | null> => {
    try {
      return take(await call());
    } catch (error) {
      reportProblem(error);
      return null;
    }
  };
  const read = (): Promise<RoundView | null> => step(() => callApi('rounds:view', { roundId }));
  const ask = (): Promise<RoundView | null> => step(() => callApi('rounds:ask', { roundId }));
  const begin = useEffectEvent(() => void ask());
  const refresh = useEffectEvent(() => void read());
  const onOver = useEffectEvent(() => {
    announce('The time is up.');
    void read();
  });

  useEffect(() => {
    begin();
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') refresh();
    };
    document.addEventListener('visibilitychange', onVisible);
    const stopListening = window.baseline.on('rounds:over', onOver);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      stopListening();
    };
  }, []);

  const isAsking = held?.view.question != null && judged === null;
  const index = held?.view.question?.index ?? null;
  useEffect(() => {
    if (isAsking && index !== null) shownAtMs.current = performance.now();
  }, [isAsking, index]);

  if (!held) return null;
  const { question } = held.view;
  return {
    ...held,
    judged,
    answer(option) {
      if (!question || busy.current) return;
      busy.current = true;
      clear();
      const takenMs = Math.round(performance.now() - shownAtMs.current);
      callApi('rounds:answer', { roundId, index: question.index, option, takenMs })
        .then(({ verdict, round }) => {
          take(round);
          setJudged({ question, option, verdict });
        })
        .catch(error => {
          reportProblem(error);
          return read();
        })
        .finally(() => {
          busy.current = false;
        });
    },
    next() {
      clear();
      setJudged(null);
      if (held.view.result === null) void ask();
    },
    end() {
      setJudged(null);
      void step(() => callApi('rounds:end', { roundId }));
    },
    mend: () => step(() => callApi('rounds:mend', { roundId })),
    read,
  };
}
