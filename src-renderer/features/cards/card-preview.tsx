import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CardLine } from '../../../src-shared/ipc/cards-contract.ts';
import { callApi } from '../../api.ts';
import { CardSides } from '../review/card-sides.tsx';
import { HistoryPlot } from './history-plot.tsx';
import { describeDue, describeStability, describeState } from './wording.ts';

/** One card: where it stands, what it says on both sides, and all that happened to it. */
export function CardPreview({ card }: { card: CardLine }): ReactNode {
  const { cardId } = card;
  const detail = useQuery({
    queryKey: ['card', cardId],
    queryFn: () => callApi('card:get', { cardId }),
  });
  const { card: view, history, log = [] } = detail.data ?? {};
  return (
    <div className="card-preview" aria-busy={detail.isPending}>
      <p className="muted">
        {`${card.deck} · ${describeState(card)} · due ${describeDue(card)} · stability ${describeStability(card)} · ${cardId}`}
      </p>
      {detail.error && <p className="field-fault">This card could not be read.</p>}
      {view && <CardSides card={view} />}
      {history && history.reviews.length > 0 && <HistoryPlot history={history} />}
      <h3 className="plot-title">Log</h3>
      {log.length === 0 ? (
        <p className="muted">Nothing yet.</p>
      ) : (
        <ol className="card-log">
          {log.map(({ at, text, annulled }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows at its head, and is read anew then
            <li key={index} className={annulled ? 'muted' : undefined}>
              <span className="muted">{at.slice(0, 16).replace('T', ' ')}</span>
              <span>{annulled ? `${text} (undone)` : text}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
