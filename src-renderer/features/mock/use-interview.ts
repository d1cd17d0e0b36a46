import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Act } from '../../../src-shared/domain/mock/attempt.ts';
import type { Cell, MockState, MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';

/** A running interview, and what can be done in it. Each act is on disk before the view that shows it comes back. */
export type Interview = {
  view: MockView;
  /** The page's own clock (performance.now) when the view came. */
  readAtMs: number;
  /** Names of the facts that were told last; none until something is told. */
  newest: ReadonlySet<string>;
  /** Does one thing; answers with the view after it, or null where it was refused or the interview is over. */
  act(act: Act): Promise<MockView | null>;
  /** States an assumption; answers with the view after it. Rejects where the interviewer has nothing to say. */
  assume(act: Extract<Act, { type: 'assume' }>): Promise<MockView>;
  pause(on: boolean): void;
  hint(cell: Pick<Cell, 'part' | 'decision'>): Promise<string>;
  submit(): void;
};

type Held = Pick<Interview, 'view' | 'readAtMs' | 'newest'>;

/** Reads an attempt and keeps it; `onOver` is called once it is submitted, by the person or by the clock. */
export function useInterview(attemptId: string, onOver: () => void): Interview | null {
  const { reportProblem, clear } = useNotices();
  const [held, setHeld] = useState<Held | null>(null);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const over = useEffectEvent(onOver);
  const take = useEffectEvent((state: MockState): MockView | null => {
    if (state.kind === 'over') {
      over();
      return null;
    }
    const { view } = state;
    setHeld(before => ({
      view,
      readAtMs: performance.now(),
      newest: before ? findNewest(before, view) : new Set(),
    }));
    return view;
  });
  /** One call after the other, so that what is shown is never older than what was done. */
  const run = <T>(call: () => Promise<T>): Promise<T> => {
    const next = line.current.then(call);
    line.current = next.catch(() => undefined);
    return next;
  };
  const step = async (call: () => Promise<MockState>): Promise<MockView | null> => {
    try {
      return take(await run(call));
    } catch (error) {
      reportProblem(error);
      return null;
    }
  };
  const read = useEffectEvent(() => void step(() => callApi('mocks:view', { attemptId })));

  useEffect(() => {
    read();
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') read();
    };
    document.addEventListener('visibilitychange', onVisible);
    const stopListening = window.baseline.on('mocks:over', read);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      stopListening();
    };
  }, []);
  const leftMs = held?.view.clock.running ? held.view.clock.leftMs : null;
  useEffect(() => {
    if (leftMs === null) return;
    // The main process owns expiry; the page only asks once the time it was told is over.
    const timer = setTimeout(read, Math.max(250, leftMs + 250));
    return () => clearTimeout(timer);
  }, [leftMs]);

  if (!held) return null;
  return {
    ...held,
    act: act => {
      clear();
      return step(() => callApi('mocks:act', { attemptId, act }));
    },
    assume: async act => {
      const after = take(await run(() => callApi('mocks:act', { attemptId, act })));
      return after ?? held.view;
    },
    pause: on => void step(() => callApi('mocks:pause', { attemptId, on })),
    hint: ({ part, decision }) =>
      run(() => callApi('mocks:hint', { attemptId, part, decision })).then(({ hint }) => hint),
    submit: () => {
      run(() => callApi('mocks:submit', { attemptId }))
        .then(over)
        .catch(reportProblem);
    },
  };
}

/** Facts that are told anew, or otherwise than before. Where nothing was, the ones told last stay the newest. */
function findNewest(before: Held, view: MockView): ReadonlySet<string> {
  const said = new Map(before.view.heard.map(({ name, say }) => [name, say]));
  const told = view.heard.filter(({ name, say }) => said.get(name) !== say).map(({ name }) => name);
  return told.length > 0 ? new Set(told) : before.newest;
}
