import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Act } from '../../../src-shared/domain/mock/attempt.ts';
import type { MockState, MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';

/** A running interview, and what can be done in it. Each act is on disk before the view that shows it comes back. */
export type Interview = {
  view: MockView;
  act(act: Act): void;
  pause(on: boolean): void;
  hint(part: string, decision: MockView['cells'][number]['decision']): Promise<string>;
  submit(): void;
};

type Held = { view: MockView /** The page's own clock when the view came. */; readAtMs: number };

/** Reads an attempt and keeps it; `onOver` is called once it is submitted, by the person or by the clock. */
export function useInterview(
  attemptId: string,
  onOver: () => void,
): (Interview & { readAtMs: number }) | null {
  const { reportProblem } = useNotices();
  const [held, setHeld] = useState<Held | null>(null);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const over = useEffectEvent(onOver);
  const take = useEffectEvent((state: MockState): void => {
    if (state.kind === 'over') over();
    else setHeld({ view: state.view, readAtMs: performance.now() });
  });
  /** One call after the other, so that what is shown is never older than what was done. */
  const run = <T>(call: () => Promise<T>): Promise<T> => {
    const next = line.current.then(call);
    line.current = next.catch(() => undefined);
    return next;
  };
  const step = (call: () => Promise<MockState>): void => {
    run(call).then(take).catch(reportProblem);
  };
  const read = useEffectEvent(() => step(() => callApi('mocks:view', { attemptId })));

  useEffect(() => {
    read();
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') read();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
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
    act: act => step(() => callApi('mocks:act', { attemptId, act })),
    pause: on => step(() => callApi('mocks:pause', { attemptId, on })),
    hint: (part, decision) =>
      run(() => callApi('mocks:hint', { attemptId, part, decision })).then(({ hint }) => hint),
    submit: () => {
      run(() => callApi('mocks:submit', { attemptId }))
        .then(over)
        .catch(reportProblem);
    },
  };
}
