import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { DeckConflict, DeckFault, Output } from '../../../src-shared/ipc/contract.ts';
import { callApi, decksQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { ConflictList } from './conflict-list.tsx';

type Deck = Output<'decks:list'>['decks'][number];

/** The decks there are, where their files lie, and what is wrong with any of them. */
export function DecksScreen(): ReactNode {
  const decks = useQuery(decksQuery);
  const { reportProblem, announce } = useNotices();
  const queries = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (decks.error) reportProblem(decks.error);
  }, [decks.error, reportProblem]);

  const openFolder = (): void => {
    callApi('decks:open-folder', {}).catch(reportProblem);
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
          <DeckTable decks={own} />
        ) : (
          <p className="reading">
            None yet. Put a deck’s YAML file into your folder and it appears here at once.
          </p>
        )}
        <p className="path">{folder}</p>
        <button type="button" className="button" onClick={openFolder}>
          Open your folder
        </button>
      </section>
      <section aria-labelledby="built-in-title">
        <h2 id="built-in-title" className="section-title">
          Built in
        </h2>
        <DeckTable decks={all.filter(deck => !deck.own)} />
      </section>
    </main>
  );
}

function DeckTable({ decks }: { decks: Deck[] }): ReactNode {
  return (
    <table className="decks">
      <thead>
        <tr>
          <th scope="col">Deck</th>
          <th scope="col" className="count">
            Cards
          </th>
          <th scope="col">File</th>
        </tr>
      </thead>
      <tbody>
        {decks.map(({ id, title, cards, path }) => (
          <tr key={path}>
            <th scope="row">{title || id}</th>
            <td className="count">{cards}</td>
            <td className="path">{path}</td>
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
