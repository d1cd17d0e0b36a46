import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ExchangeState, ExportName } from '../../../src-shared/ipc/exchange-contract.ts';
import { callApi, exchangeQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { describeChosen, describeImport, describeLeftOut, exportTexts } from './wording.ts';

/** How often running work is looked at, in ms. */
const lookEveryMs = 200;

const order = ['json', 'report', 'csv', 'apkg'] as const satisfies readonly ExportName[];

/** Takes progress elsewhere, and brings in decks and progress from there; one file at a time, watched and cancelled. */
export function ExchangeSection(): ReactNode {
  const exchange = useQuery({
    ...exchangeQuery,
    refetchInterval: ({ state }) => (state.data?.kind === 'running' ? lookEveryMs : false),
  });
  const queries = useQueryClient();
  const { reportProblem } = useNotices();
  const heading = useRef<HTMLHeadingElement>(null);
  const state: ExchangeState = exchange.data ?? { kind: 'idle' };
  const isRunning = state.kind === 'running';
  useEffect(() => {
    if (exchange.error) reportProblem(exchange.error);
  }, [exchange.error, reportProblem]);
  const imported = state.kind === 'imported' ? state : null;
  useEffect(() => {
    // What is on other screens is another now.
    if (imported) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'exchange' });
  }, [imported, queries]);

  const result = useRef<HTMLDivElement>(null);
  const bring = useRef<HTMLButtonElement>(null);
  const { kind } = state;
  useEffect(() => {
    // After the screen, which begins at its heading.
    if (kind === 'chosen') queueMicrotask(() => bring.current?.focus());
  }, [kind]);
  useEffect(() => {
    // It comes below what a small window shows.
    if (kind !== 'idle') result.current?.scrollIntoView({ block: 'nearest' });
  }, [kind]);

  const follow = (call: Promise<ExchangeState>): void => {
    call.then(next => queries.setQueryData(exchangeQuery.queryKey, next)).catch(reportProblem);
  };
  const cancel = (): void => {
    follow(callApi('exchange:cancel', {}));
    // The button goes with the work.
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="exchange-title" className="exchange">
      <h2 ref={heading} id="exchange-title" tabIndex={-1} className="section-title">
        Export and import
      </h2>
      <ul className="exchange-list">
        {order.map(format => (
          <li key={format} className="exchange-line">
            <span className="exchange-name">{exportTexts[format].name}</span>
            <span className="exchange-says">{exportTexts[format].says}</span>
            <button
              type="button"
              className="button"
              disabled={isRunning}
              aria-label={`Export: ${exportTexts[format].name}`}
              onClick={() => follow(callApi('exchange:export', { format }))}
            >
              Export…
            </button>
          </li>
        ))}
        <li className="exchange-line">
          <span className="exchange-name">Bring in</span>
          <span className="exchange-says">
            An export of Baseline (.json, .baseline), an Anki package (.apkg, .colpkg), or cards from a table
            or a text (.csv, .tsv, .md). Twice adds nothing.
          </span>
          <button
            type="button"
            className="button"
            disabled={isRunning}
            aria-label="Import a file"
            onClick={() => follow(callApi('exchange:import', {}))}
          >
            Import…
          </button>
        </li>
      </ul>
      {isRunning && (
        <div className="exchange-running">
          <progress
            max={1}
            value={state.share > 0 ? state.share : undefined}
            aria-label={`${state.what === 'export' ? 'Writing' : 'Reading'} ${state.name}`}
          />
          <button type="button" className="button" onClick={cancel}>
            Cancel
          </button>
        </div>
      )}
      <div ref={result} className="exchange-result">
        <div role="status">
          <Result state={state} onShow={() => void callApi('exchange:show', {}).catch(reportProblem)} />
        </div>
        {kind === 'chosen' && (
          <div className="button-row">
            <button
              ref={bring}
              type="button"
              className="button button-main"
              onClick={() => follow(callApi('exchange:bring', {}))}
            >
              Bring it in
            </button>
            <button type="button" className="button" onClick={cancel}>
              Leave it
            </button>
          </div>
        )}
      </div>
    </section>
  );
}

function Result({ state, onShow }: { state: ExchangeState; onShow(): void }): ReactNode {
  if (state.kind === 'idle') return null;
  if (state.kind === 'running') return `${state.what === 'export' ? 'Writing' : 'Reading'} ${state.name}…`;
  return (
    <>
      {state.kind === 'chosen' && <p>{describeChosen(state)}</p>}
      {state.kind === 'imported' && <p>{describeImport(state)}</p>}
      {state.kind === 'exported' && (
        <>
          <p>
            {state.held === '' ? 'Saved. ' : `Saved: ${state.held}. `}
            <button type="button" className="button-link" onClick={onShow}>
              Show in its folder
            </button>
          </p>
          <p className="path">{state.file}</p>
        </>
      )}
      {state.leftOut.length > 0 && (
        <>
          <p>
            {state.kind === 'chosen'
              ? 'What cannot come along, and why:'
              : 'What did not come along, and why:'}
          </p>
          <ul>
            {state.leftOut.map(line => (
              <li key={line.why}>{describeLeftOut(line)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
