import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { DeckConflict, DeckFault, Output } from '../../../src-shared/ipc/contract.ts';
import { callApi, decksQuery } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useNotices } from '../../components/notices.tsx';
import { TextForm } from '../review/text-form.tsx';
import { ConflictList } from './conflict-list.tsx';

type Deck = Output<'decks:list'>['decks'][number];

type DecksScreenProps = {
  onNewCard(deck: { id: string; title: string }): void;
  /** Shows the cards that a search finds. */
  onShowCards(search: string): void;
};

/** The decks there are, where their files lie, and what is wrong with any of them. */
export function DecksScreen({ onNewCard, onShowCards }: DecksScreenProps): ReactNode {
  const decks = useQuery(decksQuery);
  const { reportProblem, announce } = useNotices();
  const queries = useQueryClient();
  const [isNaming, setNaming] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (decks.error) reportProblem(decks.error);
  }, [decks.error, reportProblem]);

  const openFolder = (): void => {
    callApi('decks:open-folder', {}).catch(reportProblem);
  };
  const begin = (title: string): void => {
    callApi('own:begin-deck', { title })
      .then(({ deck }) => onNewCard({ id: deck, title }))
      .catch(reportProblem)
      .finally(() => queries.invalidateQueries());
  };
  const repair = (file: string): void => {
    callApi('decks:repair', { file })
      .then(({ repaired }) => {
        announce(`${countOf(repaired, 'id')} written into ${file}.`);
        // The button that had focus goes with the fault.
        heading.current?.focus();
      })
      .catch(reportProblem)
      .finally(() => queries.invalidateQueries());
  };

  const settle = ({ entry, clock }: DeckConflict, use: 'present' | 'other'): void => {
    callApi('decks:settle', { entry, clock, use })
      .then(() => {
        announce(use === 'present' ? 'What stands is kept.' : 'The other version stands now.');
        heading.current?.focus();
      })
      .catch(reportProblem)
      .finally(() => queries.invalidateQueries());
  };

  const { decks: all = [], faults = [], conflicts = [], folder = '' } = decks.data ?? {};
  const own = all.filter(deck => deck.own);
  return (
    <main className="page" aria-busy={decks.isPending}>
      <h1 ref={heading} tabIndex={-1}>
        Decks
      </h1>
      {conflicts.length > 0 && <ConflictList conflicts={conflicts} onSettle={settle} />}
      {faults.length > 0 && <FaultList faults={faults} onRepair={repair} />}
      <section aria-labelledby="own-title">
        <h2 id="own-title" className="section-title">
          Your own
        </h2>
        {own.length > 0 ? (
          <DeckTable decks={own} onNewCard={onNewCard} onShowCards={onShowCards} />
        ) : (
          <p className="reading">
            None yet. Begin one here, or put a deck’s YAML file into your folder and it appears at once.
          </p>
        )}
        <p className="path">{folder}</p>
        <div className="button-row">
          <button type="button" className="button" onClick={() => setNaming(true)}>
            New deck…
          </button>
          <button type="button" className="button" onClick={openFolder}>
            Open your folder
          </button>
        </div>
      </section>
      <section aria-labelledby="built-in-title">
        <h2 id="built-in-title" className="section-title">
          Built in
        </h2>
        <DeckTable decks={all.filter(deck => !deck.own)} onShowCards={onShowCards} />
      </section>
      {isNaming && (
        <Dialog title="New deck" onClosed={() => setNaming(false)}>
          {close => (
            <TextForm label="Its title" longest={200} action="Begin" onSubmit={begin} close={close} />
          )}
        </Dialog>
      )}
    </main>
  );
}

type DeckTableProps = { decks: Deck[]; onNewCard?: DecksScreenProps['onNewCard'] } & Pick<
  DecksScreenProps,
  'onShowCards'
>;

function DeckTable({ decks, onNewCard, onShowCards }: DeckTableProps): ReactNode {
  return (
    <table className="decks">
      <thead>
        <tr>
          <th scope="col">Deck</th>
          <th scope="col" className="count">
            Cards
          </th>
          <th scope="col">File</th>
          {onNewCard && (
            <th scope="col">
              <span className="visually-hidden">New card</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {decks.map(({ id, title, cards, path }) => (
          <tr key={path}>
            <th scope="row">
              <button type="button" className="button-link" onClick={() => onShowCards(`deck:${id}`)}>
                {title || id}
              </button>
            </th>
            <td className="count">{cards}</td>
            <td className="path">{path}</td>
            {onNewCard && (
              <td>
                <button type="button" className="button" onClick={() => onNewCard({ id, title })}>
                  New card<span className="visually-hidden"> in {title}</span>
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type FaultListProps = { faults: DeckFault[]; onRepair(file: string): void };

/** What is wrong, by file. The cards that are sound work all the same. */
function FaultList({ faults, onRepair }: FaultListProps): ReactNode {
  const files = [...new Set(faults.map(fault => fault.file))];
  return (
    <section aria-labelledby="faults-title">
      <h2 id="faults-title" className="section-title">
        Problems
      </h2>
      <p className="reading">The cards below are left out until their file is mended. All others work.</p>
      {files.map(file => {
        const inFile = faults.filter(fault => fault.file === file);
        const repairable = inFile.filter(fault => fault.repairable).length;
        return (
          <div key={file} className="fault-file">
            <h3 className="path">{file}</h3>
            <ul className="faults">
              {inFile.map((fault, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two faults can be equal in all they say
                <li key={index}>
                  <span className="muted">
                    {[fault.line !== null && `line ${fault.line}`, fault.field].filter(Boolean).join(', ')}
                  </span>{' '}
                  {fault.message}
                </li>
              ))}
            </ul>
            {repairable > 0 && (
              <button type="button" className="button" onClick={() => onRepair(file)}>
                Write {countOf(repairable, 'missing id')}
              </button>
            )}
          </div>
        );
      })}
    </section>
  );
}
