import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { describeFit } from '../../../src-shared/domain/fit/outcome.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { FitState } from '../../../src-shared/ipc/fit-contract.ts';
import { callApi, fitQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';

/** How often a running fit is looked at, in ms. */
const lookEveryMs = 200;

/** Fitting FSRS’s weights to one’s own log: begun here, watched, cancelled; applied only when the person says so. */
export function FitSection(): ReactNode {
  const fit = useQuery({
    ...fitQuery,
    refetchInterval: ({ state }) => (state.data?.kind === 'running' ? lookEveryMs : false),
  });
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();
  const begin = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (fit.error) reportProblem(fit.error);
  }, [fit.error, reportProblem]);

  const call = (channel: 'fit:begin' | 'fit:cancel'): void => {
    callApi(channel, {})
      .then(state => queries.setQueryData(fitQuery.queryKey, state))
      .catch(reportProblem)
      // The button that was pressed goes with the state.
      .finally(() => begin.current?.focus());
  };
  const apply = (reschedule: boolean): void => {
    callApi('fit:apply', { reschedule })
      .then(({ moved }) => {
        announce(
          `Fitted to your memory; ${moved === 0 ? 'no due date' : countOf(moved, 'due date')} changed.`,
        );
        begin.current?.focus();
      })
      .catch(reportProblem)
      .finally(() => queries.invalidateQueries());
  };

  const state = fit.data ?? { kind: 'idle' };
  const isRunning = state.kind === 'running';
  return (
    <section aria-labelledby="fit-title" className="fit">
      <h2 id="fit-title" tabIndex={-1} className="section-title">
        Fit to my memory
      </h2>
      <p className="setting-says">
        Learns from your own reviews how you forget, so that cards come when you need them. It is tried on
        your latest reviews first, and changes nothing until you say so.
      </p>
      <div className="button-row">
        <button
          ref={begin}
          type="button"
          className="button"
          onClick={() => call(isRunning ? 'fit:cancel' : 'fit:begin')}
        >
          {isRunning ? 'Cancel' : 'Fit now'}
        </button>
      </div>
      {isRunning && <Progress share={state.share} />}
      <div role="status">{state.kind === 'done' && <Outcome state={state} />}</div>
      {state.kind === 'done' && state.outcome.kind === 'fitted' && state.outcome.better && (
        <Agreement onApply={apply} />
      )}
    </section>
  );
}

function Progress({ share }: { share: number }): ReactNode {
  return <progress className="fit-progress" max={1} value={share} aria-label="Fitting to your memory" />;
}

function Outcome({ state }: { state: Extract<FitState, { kind: 'done' }> }): ReactNode {
  return (
    <div className="reading fit-says">
      {describeFit(state.outcome).map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** The person’s word: apply, and whether due dates may move. */
function Agreement({ onApply }: { onApply(reschedule: boolean): void }): ReactNode {
  const [reschedule, setReschedule] = useState(false);
  const id = useId();
  return (
    <div className="fit-agreement">
      <p>
        <input
          id={id}
          type="checkbox"
          checked={reschedule}
          onChange={event => setReschedule(event.target.checked)}
        />{' '}
        <label htmlFor={id}>
          Also move due dates. What would be due at once is spread over two weeks; without this each card
          follows at its next review.
        </label>
      </p>
      <button type="button" className="button button-main" onClick={() => onApply(reschedule)}>
        Apply
      </button>
    </div>
  );
}
