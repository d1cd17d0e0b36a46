import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CardLine } from '../../../src-shared/ipc/cards-contract.ts';
import { callApi } from '../../api.ts';
import { FigureTable } from '../../components/figure-table.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { describeDue, describeStability, describeState } from './wording.ts';

/** One card: where it stands, what it says on its back, and all that happened to it. */
export function CardPreview({ card }: { card: CardLine }): ReactNode {
  const { cardId } = card;
  const detail = useQuery({
    queryKey: ['card', cardId],
    queryFn: () => callApi('card:get', { cardId }),
  });
  const view = detail.data?.card;
  const log = detail.data?.log ?? [];
  return (
    <div className="card-preview" aria-busy={detail.isPending}>
      <p className="muted">
        {`${card.deck} · ${describeState(card)} · due ${describeDue(card)} · stability ${describeStability(card)} · ${cardId}`}
      </p>
      {detail.error && <p className="field-fault">This card could not be read.</p>}
      {view?.back.reason && (
        <div className="reading">
          <Markdown>{view.back.reason}</Markdown>
        </div>
      )}
      {view?.back.default && (
        <>
          <h3>{view.back.default.name}</h3>
          <div className="reading">
            <Markdown>{view.back.default.default}</Markdown>
          </div>
          <FigureTable figures={view.back.default.figures} />
        </>
      )}
      {view?.note && (
        <>
          <h3>Your note</h3>
          <div className="reading">
            <Markdown>{view.note}</Markdown>
          </div>
        </>
      )}
      <h3>History</h3>
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
